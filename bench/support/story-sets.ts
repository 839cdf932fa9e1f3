import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JoinableArticle } from '../../src/story/join-articles.ts';
import { readSamples } from '../../tests/support/read-samples.ts';
import { MULTILING } from './measure-multiling.ts';
import { readEvalRecords } from './read-eval.ts';

/** An article whose event is known. */
export interface LabelledArticle extends JoinableArticle {
  readonly title: string;
  readonly lang: string;
  readonly event: string;
}

/** Articles whose events are known. */
export interface StorySet {
  readonly name: string;
  /** Absent without the evaluation data. */
  readonly articles?: readonly LabelledArticle[];
}

const SAMPLE_EVENTS = join(import.meta.dirname, '../../tests/story/sample-events.json');

/** The public sets and our own samples. */
export async function readStorySets(): Promise<StorySet[]> {
  const languages = Object.keys(MULTILING) as (keyof typeof MULTILING)[];
  return [
    ecbplusSet(),
    ...languages.map(multilingSet),
    amongSinglesSet(),
    multilingAmongSinglesSet(),
    daysApartSet(),
    copiedSet(),
    { name: 'own samples', articles: await readSampleSet() },
  ];
}

/** ECB+: 86 events in look-alike pairs, without titles and dates. */
export function ecbplusSet(): StorySet {
  const records = readEvalRecords('ecbplus_stories.jsonl') as
    | { id: string; text: string; story: string }[]
    | undefined;
  const articles = records?.map(({ id, text, story }) => ({
    id,
    title: '',
    text,
    lang: 'en',
    event: story,
  }));
  return { name: 'ECB+', ...(articles && { articles }) };
}

const DAY_MS = 86_400_000;
const SINGLES = 600;
/** How many reports of an event are kept, event by event. */
const KEPT = [1, 2, 3, 1, 5] as const;

/**
 * As in a stream of news, where most reports are the only one on their event: few reports of each event of ECB+, within
 * two days, among articles of CNN and Daily Mail, within three weeks. That no two of these are on one event is nearly true.
 */
export function amongSinglesSet(): StorySet {
  return mixWithSingles('ECB+ among singles', ecbplusSet(), {
    kept: KEPT,
    singles: 'restored.jsonl',
  });
}

/** The same with three to five reports of each event of MultiLing in English, among articles of another file. */
function multilingAmongSinglesSet(): StorySet {
  return mixWithSingles('MultiLing among singles', multilingSet('en'), {
    kept: [3, 4, 5],
    singles: 'validation.jsonl',
  });
}

function mixWithSingles(
  name: string,
  { articles }: StorySet,
  { kept, singles }: { kept: readonly number[]; singles: string },
): StorySet {
  const records = readEvalRecords(`cnndm_train/${singles}`) as
    | { id: string; text: string }[]
    | undefined;
  if (!articles || !records) return { name };
  const events = [...new Set(articles.map(({ event }) => event))];
  const some = events.flatMap((wanted, i) =>
    articles
      .filter(({ event }) => event === wanted)
      .slice(0, kept[i % kept.length])
      .map((report, at) => ({ ...report, ...dated(((i * 5) % 19) + at * 0.4) })),
  );
  const others = records.slice(0, SINGLES).map(({ id, text }, i) => ({
    id,
    title: '',
    text,
    lang: 'en',
    event: id,
    ...dated((i * 21) / SINGLES),
  }));
  return { name, articles: [...some, ...others] };
}

/** How far apart the reports of an event are that is reported for weeks, and how many are kept. */
const APART = { days: 6, reports: 3 } as const;

/** As in a store of weeks: three reports of each event of ECB+ and of MultiLing in English, six days apart. */
function daysApartSet(): StorySet {
  const name = 'days apart';
  const [{ articles: ecbplus }, { articles: multiling }] = [ecbplusSet(), multilingSet('en')];
  if (!ecbplus || !multiling) return { name };
  const all = [...ecbplus, ...multiling];
  const events = [...new Set(all.map(({ event }) => event))];
  const articles = events.flatMap((wanted, i) =>
    all
      .filter(({ event }) => event === wanted)
      .slice(0, APART.reports)
      .map((report, at) => ({ ...report, ...dated(i + at * APART.days) })),
  );
  return { name, articles };
}

/** How many outlets have a text of each event, of which each second has a headline of its own, and some cut its end. */
const COPIES = 10;

/** As where many outlets have one agency's text: MultiLing in English, with copies of the first report of each event. */
function copiedSet(): StorySet {
  const name = 'many copies';
  const { articles } = multilingSet('en');
  if (!articles) return { name };
  const firsts = articles.filter(({ event }, i) => articles[i - 1]?.event !== event);
  const copies = firsts.flatMap((report) =>
    Array.from({ length: COPIES }, (_, at) => ({
      ...report,
      id: `${report.id} copy ${at}`,
      title: at % 2 === 0 ? report.title : '',
      text: cutEnd(report.text, at % 3),
    })),
  );
  return { name, articles: [...articles, ...copies] };
}

/** A text without so many of its last lines. */
function cutEnd(text: string, lines: number): string {
  return lines === 0 ? text : text.trimEnd().split('\n').slice(0, -lines).join('\n');
}

function dated(day: number): { publishedAt: string } {
  return { publishedAt: new Date(Date.UTC(2026, 2, 1) + day * DAY_MS).toISOString() };
}

/** MultiLing 2011: up to ten events of ten reports. The first line of a report is its title. */
function multilingSet(lang: keyof typeof MULTILING): StorySet {
  const records = readEvalRecords(`multiling2011/${MULTILING[lang]}.jsonl`) as
    | { cluster: string; docs: { id: string; text: string }[] }[]
    | undefined;
  const articles = records?.flatMap(({ cluster, docs }) =>
    docs.map(({ id, text }) => {
      const [title = '', ...lines] = text.split('\n');
      return { id, title, text: lines.join('\n'), lang, event: cluster };
    }),
  );
  return { name: `MultiLing ${MULTILING[lang]}`, ...(articles && { articles }) };
}

/** The sample articles. One that is in no list is an event of its own. */
export async function readSampleSet(): Promise<LabelledArticle[]> {
  const events = JSON.parse(readFileSync(SAMPLE_EVENTS, 'utf8')) as Record<string, string[]>;
  const eventOf = new Map(
    Object.entries(events).flatMap(([event, titles]) => titles.map((title) => [title, event])),
  );
  const samples = await readSamples();
  return samples.map((article) => ({
    ...article,
    event: eventOf.get(article.title) ?? article.id,
  }));
}
