import { createHash } from 'node:crypto';
import { canonicalUrl } from './canonical-url.ts';
import { comparisonKey } from './clean-text.ts';

/** What makes an article the same one when it is read again. */
export interface Identity {
  readonly url?: string;
  readonly source?: string;
  readonly title: string;
  /** A date that the document itself names (ISO 8601); never when the file was saved. */
  readonly statedAt?: string;
}

/**
 * A stable id of 16 hexadecimal digits: from the canonical address where there is one, else from
 * source, headline and the stated day. The text is no part of it, so a changed text keeps its id.
 */
export function buildArticleId({ url, source, title, statedAt }: Identity): string {
  const page = url === undefined ? undefined : canonicalUrl(url);
  const name =
    page ??
    [comparisonKey(source ?? ''), comparisonKey(title), statedAt?.slice(0, 10) ?? ''].join('\n');
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}
