import type { CommandContext } from '../../../src/command/command.ts';
import type { FigureItem } from '../../../src/render/facts/render-figures.ts';
import { listFigureSentences } from '../../../src/story/facts/figures/figure-sentences.ts';
import {
  findDiffering,
  type GivenFigure,
} from '../../../src/story/facts/figures/find-differing.ts';
import type { Story } from '../../../src/story/story.ts';
import { readVoices } from '../../shared/stories/read-voices.ts';

/** Finds what the publishers of a story count differently. */
export async function findFigures(story: Story, context: CommandContext): Promise<FigureItem[]> {
  const voices = await readVoices(story, context);
  const byId = new Map(voices.map((voice) => [voice.article.id, voice]));
  const sentences = listFigureSentences(
    voices.map(({ article: { id, voice, at }, reading }) => ({
      articleId: id,
      voice,
      at,
      reading,
    })),
  );
  return findDiffering(sentences).map(({ kind, isOverTime, given }) => ({
    kind,
    who: printNoun(given[0]!),
    isOverTime,
    given: given.map(({ articleId, at, text, figure: { start, end } }) => {
      const { stored } = byId.get(articleId)!;
      return {
        text,
        number: { start, end },
        source: stored.source,
        url: stored.url,
        at,
        dayOnly: stored.dayOnly,
      };
    }),
  }));
}

/** The word that names what is counted, as printed; undefined for people at large. */
function printNoun({ text, figure: { noun } }: GivenFigure): string | undefined {
  return noun && text.slice(noun.start, noun.end);
}
