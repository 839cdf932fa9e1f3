import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import { briefStory } from '../../story/brief/brief-story.ts';
import { BRIEF_LIMITS, type BriefArticle } from '../../story/brief/brief.ts';
import { chooseHeadline } from '../../story/brief/choose-headline.ts';
import { findHeading } from '../../story/brief/find-heading.ts';
import { buildReading } from '../../summary/reading/build-reading.ts';
import { chooseLanguage } from '../../text/choose-language.ts';
import { loadLanguageDetector, type LanguageDetector } from '../../text/detect-language.ts';
import { answerJsonLines, isJsonLine, optionalText, type JsonLine } from '../jsonl.ts';
import { parseWholeNumber } from '../whole-number.ts';

interface Options {
  readonly words: number;
}

/** `dateline brief`: tells a story in sentences of several articles, word for word. */
export function addBriefVerb(program: Command, io: CliIo): void {
  program
    .command('brief')
    .description('tell a story in sentences of its articles, word for word')
    .requiredOption(
      '--jsonl',
      '{id?, docs: [{id, title?, text, publishedAt?, source?}], lang?} per line in → {id?, headline?, sentences: [{article, text, start, end}]} out',
    )
    .option(
      '-w, --words <number>',
      'at most so many words',
      parseWholeNumber(5, 5000),
      BRIEF_LIMITS.words,
    )
    .action(async ({ words }: Options) => {
      const detector = await loadLanguageDetector();
      await answerJsonLines(io, (line) => briefLine(line, detector, words));
    });
}

function briefLine(line: JsonLine, detector: LanguageDetector, words: number): object {
  const lang = optionalText(line, 'lang');
  const ids = new Map<string, unknown>();
  const articles = readDocs(line).map((doc, at) => {
    const article = readArticle(doc, at, lang, detector);
    if (ids.has(article.id)) {
      throw new UserError('bad-input', `"docs" has two articles with the id ${article.id}`);
    }
    ids.set(article.id, doc['id']);
    return article;
  });
  const reader = lang === undefined ? {} : { lang };
  const sentences = briefStory(articles, { words, ...reader });
  const [opening] = sentences;
  const headline = chooseHeadline(
    articles.map(({ id, title, reading }) => ({ id, title, lang: reading.lang })),
    { ...reader, ...(opening && { opening }) },
  );
  return {
    ...(headline && { headline: headline.text }),
    sentences: sentences.map(({ articleId, ...sentence }) => ({
      article: ids.get(articleId),
      ...sentence,
    })),
  };
}

function readDocs(line: JsonLine): JsonLine[] {
  const docs = line['docs'];
  if (Array.isArray(docs) && docs.every(isJsonLine)) return docs;
  throw new UserError('bad-input', '"docs" must be an array of objects');
}

/** Reads an article. An id that isn't a string is represented by its JSON. Without a title, the text's own heading is it. */
function readArticle(
  doc: JsonLine,
  at: number,
  lang: string | undefined,
  detector: LanguageDetector,
): BriefArticle {
  const { id } = doc;
  if (id === undefined) throw new UserError('bad-input', `docs[${at}]: "id" is missing`);
  const text = optionalText(doc, 'text');
  if (text === undefined) throw new UserError('bad-input', `docs[${at}]: "text" must be a string`);
  const given = optionalText(doc, 'title') ?? '';
  const declared = optionalText(doc, 'lang') ?? lang;
  const reading = buildReading({
    title: given,
    text,
    lang: chooseLanguage(declared, `${given}\n${text}`, detector),
  });
  const publishedAt = optionalText(doc, 'publishedAt');
  return {
    id: typeof id === 'string' ? id : JSON.stringify(id),
    title: given.trim() === '' ? (findHeading(text, reading)?.text ?? '') : given,
    reading,
    ...(publishedAt !== undefined && { publishedAt }),
  };
}
