import { briefStory } from '../../src/story/brief/brief-story.ts';
import type { BriefArticle } from '../../src/story/brief/brief.ts';
import { findHeading } from '../../src/story/brief/find-heading.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
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

export function brief({ articles }: BriefEvent): string {
  return briefStory(articles, { words: BRIEF_WORDS })
    .map(({ text }) => text)
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

/** ROUGE-2 recall in percent, mean over the references; stemmed in English, words of any script elsewhere. */
export function scoreBrief({ references }: BriefEvent, text: string, lang: string): number {
  const cut = text.trim().split(/\s+/).slice(0, BRIEF_WORDS).join(' ');
  const score = lang === 'en' ? scoreRouge : scoreWords;
  const sum = references.reduce((total, one) => total + score(2, one, cut).recall, 0);
  return (100 * sum) / references.length;
}
