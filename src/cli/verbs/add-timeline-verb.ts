import type { Command } from 'commander';
import type { CliIo } from '../../io.ts';
import { buildTimeline } from '../../story/facts/timeline/build-timeline.ts';
import { answerJsonLines } from '../jsonl.ts';
import { loadLineLanguage } from '../line-language.ts';
import { readStoryLine, STORY_LINE } from '../read-story-line.ts';
import { parseWholeNumber } from '../whole-number.ts';

interface Options {
  readonly dates: number;
  readonly sentences: number;
}

/** `dateline timeline`: tells when a story happened, word for word. */
export function addTimelineVerb(program: Command, io: CliIo): void {
  program
    .command('timeline')
    .description('tell when a story happened, in sentences of its articles')
    .requiredOption(
      '--jsonl',
      `${STORY_LINE} per line in → {id?, timeline: [{date, score, sentences: [{article, text, start, end}]}]} out, the dates with the highest scores in order, the best sentence of each first`,
    )
    .option('-d, --dates <number>', 'at most so many dates', parseWholeNumber(1, 5000), 400)
    .option(
      '-s, --sentences <number>',
      'at most so many sentences of a date',
      parseWholeNumber(1, 50),
      8,
    )
    .action(async ({ dates, sentences }: Options) => {
      const languageOf = await loadLineLanguage();
      await answerJsonLines(io, (line) => {
        const { articles, options: known, show } = readStoryLine(line, languageOf);
        const timeline = buildTimeline(articles, { ...known, dates, sentences });
        return {
          timeline: timeline.map((entry) => ({
            date: entry.date,
            score: entry.score,
            sentences: entry.sentences.map(show),
          })),
        };
      });
    });
}
