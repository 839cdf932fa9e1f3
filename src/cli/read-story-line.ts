import { UserError } from '../errors.ts';
import type { TimelineArticle, TimelineOptions } from '../story/facts/timeline/timeline.ts';
import { groupVoices } from '../story/join/group-voices.ts';
import { readStoryText } from '../story/join/story-text.ts';
import { buildReading } from '../summary/reading/build-reading.ts';
import { isJsonLine, optionalText, type JsonLine } from './jsonl.ts';

/** A story of a line, with what its sentences are shown by. */
export interface StoryLine {
  readonly articles: readonly TimelineArticle[];
  readonly options: Pick<TimelineOptions, 'lang' | 'voiceOf'>;
  /** Shows a sentence with the article's id as the line has it. */
  readonly show: <Shown extends { readonly articleId: string }>(
    sentence: Shown,
  ) => Omit<Shown, 'articleId'> & { readonly article: unknown };
}

/** The articles of a story as `dateline timeline` and `updates` take them. */
export const STORY_LINE = '{id?, lang?, articles: [{id, title?, text, publishedAt}]}';

/** Reads a story from a line. Copies of one text have one voice. An id that isn't a string is represented by its JSON. */
export function readStoryLine(line: JsonLine, languageOf: (line: JsonLine) => string): StoryLine {
  const lang = optionalText(line, 'lang');
  const given = line['articles'];
  if (!Array.isArray(given) || !given.every(isJsonLine)) {
    throw new UserError('bad-input', '"articles" must be an array of objects');
  }
  const ids = new Map<string, unknown>();
  const read = given.map((one, at) => {
    const article = readArticle(one, at, languageOf(lang === undefined ? one : { lang, ...one }));
    if (ids.has(article.id)) {
      throw new UserError('bad-input', `"articles" has two articles with the id ${article.id}`);
    }
    ids.set(article.id, one['id']);
    return article;
  });
  const voices = groupVoices(read.map((article) => readStoryText(article).sketch));
  const voiceOf = new Map(read.map(({ id }, at) => [id, voices[at]!]));
  return {
    articles: read.map(({ id, title, text, lang: language, publishedAt }) => ({
      id,
      title,
      reading: buildReading({ title, text, lang: language }),
      publishedAt,
    })),
    options: {
      ...(lang !== undefined && { lang }),
      voiceOf: (articleId) => voiceOf.get(articleId) ?? articleId,
    },
    show: ({ articleId, ...sentence }) => ({ article: ids.get(articleId), ...sentence }),
  };
}

function readArticle(one: JsonLine, at: number, lang: string) {
  const { id } = one;
  const text = optionalText(one, 'text');
  const publishedAt = optionalText(one, 'publishedAt');
  if (id === undefined) throw new UserError('bad-input', `articles[${at}]: "id" is missing`);
  if (text === undefined) {
    throw new UserError('bad-input', `articles[${at}]: "text" must be a string`);
  }
  if (publishedAt === undefined || Number.isNaN(Date.parse(publishedAt))) {
    throw new UserError('bad-input', `articles[${at}]: "publishedAt" must be a date`);
  }
  return {
    id: typeof id === 'string' ? id : JSON.stringify(id),
    title: optionalText(one, 'title') ?? '',
    text,
    lang,
    publishedAt,
  };
}
