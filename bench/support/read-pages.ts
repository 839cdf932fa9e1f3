import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { readEvalBytes, readEvalRecords } from './read-eval.ts';

/** A page of the article extraction benchmark, and the text that annotators marked as its body. */
export interface EvalPage {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly text: string;
  /** In the half that only measures; rules were tuned on the other half. */
  readonly isHeldOut: boolean;
}

/** The pages of the benchmark; undefined without the data. */
export function readEvalPages(): EvalPage[] | undefined {
  const records = readEvalRecords('article_extraction/ground_truth.jsonl') as
    | { id: string; url: string; text: string; html: string }[]
    | undefined;
  return records?.map(({ id, url, text, html }) => ({
    id,
    url,
    text,
    html: gunzipSync(readEvalBytes(`article_extraction/${html}`)).toString('utf8'),
    isHeldOut: createHash('sha256').update(id).digest()[0]! % 2 === 1,
  }));
}
