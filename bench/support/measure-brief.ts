import { briefStory } from '../../src/story/brief/brief-story.ts';
import type { BriefArticle } from '../../src/story/brief/brief.ts';
import { countPrintedWords } from '../../src/story/brief/count-printed-words.ts';
import { findHeading } from '../../src/story/brief/find-heading.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { createRandom } from './build-news.ts';
import { MULTILING } from './measure-multiling.ts';
import { readEvalRecords } from './read-eval.ts';
import { scoreRouge, scoreWords } from './score-rouge.ts';

/** The length of MultiLing's human briefs. Longer ones are cut. */
export const BRIEF_WORDS = 250;

/** An event with its reports and its human briefs. */
export interface BriefEvent {
  readonly articles: readonly BriefArticle[];
  /** The reports' texts without headings and dates, one after the other. */
  readonly text: string;
  readonly references: readonly string[];
}

interface EventRecord {
  readonly docs: readonly { readonly id: string; readonly text: string }[];
  readonly references: readonly string[];
}

/** The events of MultiLing 2011 in a language, without those whose reports are empty; undefined without the data. */
export function readBriefEvents(lang: keyof typeof MULTILING): BriefEvent[] | undefined {
  const records = readEvalRecords(`multiling2011/${MULTILING[lang]}.jsonl`) as
    | EventRecord[]
    | undefined;
  return records
    ?.map(({ docs, references }) => {
      const articles = docs.map(({ id, text }) => readArticle(id, text, lang));
      return { articles, text: articles.map(joinSentences).join('\n\n'), references };
    })
    .filter(({ text }) => text.trim() !== '');
}

/** As `dateline brief` reads a text without a title. */
function readArticle(id: string, text: string, lang: string): BriefArticle {
  const reading = buildReading({ title: '', text, lang });
  return { id, title: findHeading(text, reading)?.text ?? '', reading };
}

function joinSentences(article: BriefArticle): string {
  return reportSentences(article).join(' ');
}

function reportSentences({ title, reading }: BriefArticle): string[] {
  return reading.sentences
    .map(({ text }) => text.replaceAll(/\s+/g, ' '))
    .filter((text) => text !== title.replaceAll(/\s+/g, ' '));
}

/** How much is told. */
export interface BriefLength {
  readonly words: number;
  readonly sentences?: number;
}

export function brief(
  { articles }: BriefEvent,
  length: BriefLength = { words: BRIEF_WORDS },
): string {
  return briefStory(articles, length)
    .map(({ text }) => text)
    .join('\n');
}

/** The stories of a digest have few reports. These are as long as there. */
export const SHORT_BRIEF = { words: 90, sentences: 3 } as const;

/** How many stories are drawn from the reports of an event. */
const DRAWS = 6;

/** Stories of a few reports of an event, each drawn at random; the same every time. */
export function drawStories(event: BriefEvent, reports: number): BriefEvent[] {
  const random = createRandom(reports);
  return Array.from({ length: DRAWS }, () => {
    const drawn = event.articles
      .map((article) => ({ article, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, reports);
    return { ...event, articles: drawn.map(({ article }) => article) };
  });
}

/** ROUGE-2 F1 in percent of a short brief, mean over the references, which are longer; English only. */
export function scoreShortBrief({ references }: BriefEvent, text: string): number {
  const sum = references.reduce((total, one) => total + scoreRouge(2, one, text).f1, 0);
  return (100 * sum) / references.length;
}

/** The first sentences of the first articles, as many and as long as a short brief may have. */
export function takeShortLeads({ articles }: BriefEvent): string {
  let { words, sentences } = SHORT_BRIEF as { words: number; sentences: number };
  return articles
    .flatMap((article) => reportSentences(article).slice(0, 1))
    .filter((text) => {
      const count = countPrintedWords(text);
      if (sentences === 0 || count > words) return false;
      words -= count;
      sentences -= 1;
      return true;
    })
    .join('\n');
}

/** The first sentences of all articles, then the second ones, and so on. */
export function takeLeads({ articles }: BriefEvent): string {
  const columns = articles.map(reportSentences);
  const most = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) => columns.flatMap((sentences) => sentences[i] ?? []))
    .flat()
    .join('\n');
}

/**
 * ROUGE-2 recall in percent of so many words, mean over the references; stemmed in English, words of any script
 * elsewhere.
 */
export function scoreBrief(
  { references }: BriefEvent,
  text: string,
  lang: string,
  words = BRIEF_WORDS,
): number {
  const cut = text.trim().split(/\s+/).slice(0, words).join(' ');
  const score = lang === 'en' ? scoreRouge : scoreWords;
  const sum = references.reduce((total, one) => total + score(2, one, cut).recall, 0);
  return (100 * sum) / references.length;
}
