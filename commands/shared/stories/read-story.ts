import type { CommandContext } from '../../../src/command/command.ts';
import type {
  AttributedSentence,
  StoryExtent,
  StoryMoment,
} from '../../../src/render/render-story-parts.ts';
import type { StoryItem } from '../../../src/render/render-story-list.ts';
import { takeTurn } from '../../../src/slices.ts';
import type { StoredArticle } from '../../../src/store/article-store.ts';
import type { BriefArticle } from '../../../src/story/brief/brief.ts';
import { briefStory } from '../../../src/story/brief/brief-story.ts';
import { chooseHeadline, type Headline } from '../../../src/story/brief/choose-headline.ts';
import { chooseStoryLanguage, languageOf } from '../../../src/story/brief/story-language.ts';
import {
  createVoiceOf,
  listSources,
  selectVersions,
  type Story,
  type StoryArticle,
} from '../../../src/story/story.ts';
import { createConfirmer } from './confirm-sentence.ts';
import { selectLeadSentences } from '../lead-sentences.ts';

/** How long a story is told, and how many different texts are read for it. */
export interface TellingLength {
  readonly words: number;
  readonly sentences: number;
  readonly texts: number;
  /** Find out which other articles say each sentence too. */
  readonly isConfirmed?: boolean;
}

type Stored = ReadonlyMap<string, StoredArticle>;

/**
 * Reads from the store what is shown of a story: its headline, how large it is, and sentences of its
 * articles, in the reader's language if an article has it. Without a length there are no sentences.
 */
export async function readStory(
  story: Story,
  length: TellingLength | undefined,
  { services, locale }: Pick<CommandContext, 'services' | 'locale'>,
): Promise<StoryItem> {
  const voiceOf = createVoiceOf(story.articles);
  const headline = chooseStoryHeadline(story, locale);
  const [first, last] = [story.articles[0]!, story.articles.at(-1)!];
  const headlineId = headline?.articleId ?? first.id;
  const readIds = length ? selectTexts(story, locale, length.texts).map(({ id }) => id) : [];
  const ids = [...new Set([first.id, last.id, headlineId, ...readIds])];
  const found = await services.articles.getMany(ids);
  const stored = new Map(found.flatMap((article) => (article ? [[article.id, article]] : [])));
  const sentences = length
    ? await chooseSentences(
        readIds,
        { headlineId, length, lang: locale, voiceOf, story },
        stored,
        services,
      )
    : [];
  return {
    storyId: story.id,
    headline: headline?.text ?? '',
    url: stored.get(headlineId)?.url,
    sentences,
    extent: measureStory(story, stored),
  };
}

/** Chooses a story's headline, in the reader's language if an article has it; undefined if none has a title. */
export function chooseStoryHeadline(story: Story, locale: string): Headline | undefined {
  return chooseHeadline(story.articles, { lang: locale, voiceOf: createVoiceOf(story.articles) });
}

/** The newest articles with different texts in the language that the story is told in; of each text the earliest, and the last that says more. */
function selectTexts(story: Story, locale: string, count: number): StoryArticle[] {
  const lang = chooseStoryLanguage(story.articles, locale, createVoiceOf(story.articles));
  const told = story.articles.filter((article) => languageOf(article) === lang);
  const texts = new Map<string, StoryArticle>();
  for (const article of told) if (!texts.has(article.voice)) texts.set(article.voice, article);
  return selectVersions(told, [...texts.values()]).slice(-count);
}

interface Telling {
  readonly headlineId: string;
  readonly length: TellingLength;
  readonly lang: string;
  readonly story: Story;
  voiceOf(articleId: string): string;
}

/** If no sentence makes sense alone: the leading one of the article with the headline. */
async function chooseSentences(
  readIds: readonly string[],
  { headlineId, length, story, ...options }: Telling,
  stored: Stored,
  { readingOf, index }: CommandContext['services'],
): Promise<AttributedSentence[]> {
  const articles: BriefArticle[] = [];
  for (const id of readIds) {
    const article = stored.get(id);
    if (!article) continue;
    // Reading an article takes milliseconds; in between, other interactions can be acknowledged.
    await takeTurn();
    articles.push({ ...article, reading: readingOf(article) });
  }
  const { words, sentences } = length;
  const brief = briefStory(articles, { ...options, words, sentences });
  if (brief.length > 0) {
    const confirm = length.isConfirmed
      ? await createConfirmer(articles, describeReading(story, articles))
      : undefined;
    return brief.map((sentence) => {
      const found = confirm?.(sentence);
      return {
        ...attribute(stored.get(sentence.articleId)),
        text: sentence.text,
        ...(found && {
          alsoIn: found.articleIds.map((id) => attribute(stored.get(id))),
          isOnly: found.isOnly,
        }),
      };
    });
  }
  const article = stored.get(headlineId);
  if (!article) return [];
  const lead = selectLeadSentences(readingOf(article), index.corpus, 1);
  return lead.map((text) => ({ ...attribute(article), text }));
}

/** What of a story was read: a report that nobody looked at may have any sentence. */
function describeReading({ articles, leftOut = [] }: Story, read: readonly BriefArticle[]) {
  const voiceOf = createVoiceOf(articles);
  const readVoices = new Set(read.map(({ id }) => voiceOf(id)));
  return {
    voiceOf,
    isWhole:
      new Set([...articles, ...leftOut].map(languageOf)).size === 1 &&
      articles.every(({ voice }) => readVoices.has(voice)),
    hasCopies: (voice: string) => articles.filter((one) => one.voice === voice).length > 1,
  };
}

function attribute(article: StoredArticle | undefined): Omit<AttributedSentence, 'text'> {
  return { source: article?.source, url: article?.url };
}

function measureStory({ articles }: Story, stored: Stored): StoryExtent {
  const momentOf = ({ id, at }: StoryArticle): StoryMoment => ({
    at,
    dayOnly: stored.get(id)?.dayOnly,
  });
  return {
    sources: listSources(articles),
    articleCount: articles.length,
    textCount: new Set(articles.map(({ voice }) => voice)).size,
    hasGrown: articles.some(({ saysMore }) => saysMore),
    first: momentOf(articles[0]!),
    last: momentOf(articles.at(-1)!),
  };
}
