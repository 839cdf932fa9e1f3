import type { Command } from 'commander';
import type { CliIo } from '../../io.ts';
import { findUpdates } from '../../story/facts/updates/find-updates.ts';
import { answerJsonLines } from '../jsonl.ts';
import { loadLineLanguage } from '../line-language.ts';
import { readStoryLine, STORY_LINE } from '../read-story-line.ts';
import { parseWholeNumber } from '../whole-number.ts';

interface Options {
  readonly sentences: number;
}

/** `dateline updates`: tells what the reports of each day add to a story, word for word. */
export function addUpdatesVerb(program: Command, io: CliIo): void {
  program
    .command('updates')
    .description('tell what each day adds to a story, in sentences of its articles')
    .requiredOption(
      '--jsonl',
      `${STORY_LINE} per line in → {id?, date, sentences: [{article, text, start, end}]} out, a line for each day with articles`,
    )
    .option(
      '-s, --sentences <number>',
      'at most so many sentences of a day',
      parseWholeNumber(1, 50),
      2,
    )
    .action(async ({ sentences }: Options) => {
      const languageOf = await loadLineLanguage();
      await answerJsonLines(io, (line) => {
        const { articles, options, show } = readStoryLine(line, languageOf);
        return findUpdates(articles, { ...options, sentences }).map((update) => ({
          date: update.date,
          sentences: update.sentences.map(show),
        }));
      });
    });
}
