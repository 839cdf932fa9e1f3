import type { CommandContext } from '../../../src/command/command.ts';
import { nameSource, type StoryMoment } from '../../../src/render/render-story-parts.ts';
import { takeTurn } from '../../../src/slices.ts';
import type { StoredArticle } from '../../../src/store/article-store.ts';
import { countPrintedWords } from '../../../src/story/brief/count-printed-words.ts';
import { findOwnWords } from '../../../src/story/facts/own-words.ts';
import { listEvery, type Story, type StoryArticle } from '../../../src/story/story.ts';
import { countryNames } from '../../../src/text/places/country-names.ts';
import { weighReading } from '../../../src/summary/weigh-reading.ts';
import { readVoices } from '../../shared/stories/read-voices.ts';

/** Of a larger story, so many of the first articles are read. */
const MOST_READ = 200;

/** A publisher of a story. */
export interface Publisher {
  /** The name that is shown. */
  readonly name: string;
  readonly source?: string | undefined;
  /** ISO 3166-1 alpha-2, if its feed says so. */
  readonly country?: string | undefined;
  /** By time. */
  readonly reports: readonly Report[];
  /** How many words its articles have, as printed; undefined if not all of them were read. */
  readonly wordCount: number | undefined;
  /** Words that no other publisher of the story has. */
  readonly ownWords: readonly string[];
}

/** An article of a publisher. */
interface Report extends StoryMoment {
  readonly lang: string;
  readonly url?: string | undefined;
  /** Another article had the same text before. */
  readonly isCopy: boolean;
  /** Its position among the articles of the story. */
  readonly position: number;
}

/** Reads the publishers of a story, in the order of their first reports. */
export async function readPublishers(story: Story, context: CommandContext): Promise<Publisher[]> {
  const { articles } = story;
  const { services, guildId } = context;
  const found = await services.articles.getMany(articles.slice(0, MOST_READ).map(({ id }) => id));
  const feeds = await services.manageSources.list(guildId);
  const countries = new Map(feeds.map(({ name, country }) => [name, country]));
  const countryOf = (source: string | undefined): string | undefined => {
    const country = source === undefined ? undefined : countries.get(source);
    // A record may name what is no country.
    return country !== undefined && countryNames(country, 'en').length > 0 ? country : undefined;
  };
  const ownWords = await readOwnWords(story, context);
  const groups = new Map<string, number[]>();
  for (const [position, { source }] of articles.entries()) {
    const name = nameSource(source);
    groups.set(name, [...(groups.get(name) ?? []), position]);
  }
  const publishers: Publisher[] = [];
  for (const [name, positions] of groups) {
    const { source } = articles[positions[0]!]!;
    publishers.push({
      name,
      source,
      country: countryOf(source),
      reports: positions.map((at) => describe(articles[at]!, found[at], at)),
      wordCount: await countWords(positions.map((at) => found[at])),
      ownWords: ownWords.get(name) ?? [],
    });
  }
  return publishers;
}

async function countWords(
  articles: readonly (StoredArticle | undefined)[],
): Promise<number | undefined> {
  let count = 0;
  for (const article of articles) {
    if (!article) return undefined;
    // In between, other interactions can be acknowledged.
    await takeTurn();
    count += countPrintedWords(article.text);
  }
  return count;
}

function describe(
  { id, voice, lang, url, at }: StoryArticle,
  stored: StoredArticle | undefined,
  position: number,
): Report {
  // Of an article that wasn't read nobody knows whether it has an hour.
  const dayOnly = stored === undefined || stored.dayOnly;
  return { lang, url, at, dayOnly, isCopy: voice !== id, position };
}

/** Nothing for a story of which not every text is read, in whatever language: another one may have the word. */
async function readOwnWords(
  story: Story,
  context: CommandContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { corpus } = context.services.index;
  const articles = listEvery(story);
  const voices = await readVoices({ articles }, context);
  if (voices.length < new Set(articles.map(({ voice }) => voice)).size) return new Map();
  return findOwnWords(
    voices.map(({ article: { voice }, reading }) => {
      const own = articles.filter((one) => one.voice === voice);
      return {
        publishers: [...new Set(own.map(({ source }) => nameSource(source)))],
        reading: weighReading(reading, corpus),
      };
    }),
  );
}
