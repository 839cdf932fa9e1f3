import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { readSamples } from '../../tests/support/read-samples.ts';
import { readEvalRecords } from './read-eval.ts';
import { readSummaryRecords } from './read-summaries.ts';

/** A question, and a distinctive part of each sentence that answers it; none if nothing in the articles does. */
export interface AskedQuestion {
  readonly question: string;
  readonly answers: readonly string[];
}

/** Questions on a set of articles. Rules were tuned on one half of them only. */
export interface AskSet {
  readonly name: string;
  readonly articles: readonly Article[];
  readonly halves: Readonly<Record<'tuned' | 'aside', readonly AskedQuestion[]>>;
}

const QUESTIONS = join(import.meta.dirname, '../../tests/commands/ask');

/** The questions on the articles that ship with Dateline. */
export async function readSampleQuestions(): Promise<AskSet> {
  return {
    name: 'samples',
    articles: await readSamples(),
    halves: readQuestions('sample-questions.json'),
  };
}

interface EventRecord {
  readonly docs: readonly { readonly id: string; readonly text: string }[];
}

/** The questions on MultiLing 2011 in English; undefined without the data. */
export function readMultilingQuestions(): AskSet | undefined {
  const events = readEvalRecords('multiling2011/english.jsonl') as EventRecord[] | undefined;
  return (
    events && {
      name: 'MultiLing 2011',
      articles: events.flatMap(({ docs }) => docs.map(buildReport)),
      halves: readQuestions('multiling-questions.json'),
    }
  );
}

/**
 * Questions on CNN/DailyMail, written from the highlights alone before anything was asked, and asked when the rules
 * were done; undefined without the data. The texts have neither titles nor dates.
 */
export function readFreshQuestions(): AskSet | undefined {
  const records = readSummaryRecords();
  return (
    records && {
      name: 'CNN/DailyMail',
      articles: records.map(({ text }, position) => ({
        id: `cnndm-${position}`,
        title: '',
        text,
        dateBasis: 'unknown',
        captions: [],
        subheads: [],
        lang: 'en',
      })),
      halves: readQuestions('cnndm-questions.json'),
    }
  );
}

function readQuestions(name: string): AskSet['halves'] {
  return JSON.parse(readFileSync(join(QUESTIONS, name), 'utf8')) as AskSet['halves'];
}

const DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, ?\d{4}/u;

/** The first line of a report is its title, and the line below tells its date. */
function buildReport({ id, text }: EventRecord['docs'][number]): Article {
  const [title = '', ...lines] = text.split('\n');
  const body = lines.join('\n').trim();
  const date = DATE.exec(body.slice(0, 60))?.[0];
  return {
    id: id.replace('.', '-'),
    title,
    text: body,
    dateBasis: 'byline',
    captions: [],
    subheads: [],
    lang: 'en',
    source: 'Wikinews',
    ...(date !== undefined && {
      publishedAt: new Date(`${date} UTC`).toISOString(),
      dayOnly: true,
    }),
  };
}
