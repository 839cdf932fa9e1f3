import type { CommandContext } from '../../../src/command/command.ts';
import { takeTurn } from '../../../src/slices.ts';
import type { StoredArticle } from '../../../src/store/article-store.ts';
import type { Story, StoryArticle } from '../../../src/story/story.ts';
import type { Reading } from '../../../src/summary/reading/reading.ts';

/** Of a larger story, the first and the newest are read. */
const MOST_READ = 60;

/** An article of a story, read. */
export interface ReadVoice {
  readonly article: StoryArticle;
  readonly stored: StoredArticle;
  readonly reading: Reading;
}

/** Reads the first article of each voice of a story, by time. */
export async function readVoices(
  { articles }: Pick<Story, 'articles'>,
  { services }: Pick<CommandContext, 'services'>,
): Promise<ReadVoice[]> {
  const voices = new Map<string, StoryArticle>();
  for (const article of articles) {
    if (!voices.has(article.voice)) voices.set(article.voice, article);
  }
  const all = [...voices.values()];
  const wanted = all.length <= MOST_READ ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_READ)];
  const found = await services.articles.getMany(wanted.map(({ id }) => id));
  const read: ReadVoice[] = [];
  for (const [position, stored] of found.entries()) {
    if (!stored) continue;
    // Reading an article takes milliseconds; in between, other interactions can be acknowledged.
    await takeTurn();
    read.push({ article: wanted[position]!, stored, reading: services.readingOf(stored) });
  }
  return read;
}
