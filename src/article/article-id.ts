import { createHash } from 'node:crypto';
import { canonicalUrl } from './canonical-url.ts';
import { comparisonKey } from './clean-text.ts';

/** The facts that identify an article when it is read again. */
export interface Identity {
  readonly url?: string;
  readonly source?: string;
  readonly title: string;
  /** The only server that may see the article. */
  readonly onlyFor?: string;
  /** A date that the document states (ISO 8601), never the file's time. */
  readonly statedAt?: string;
}

/**
 * Builds a stable id of 16 hexadecimal digits: from the canonical address if there is one, else
 * from source, headline and stated day. The text isn't part of it, so a changed text keeps its id.
 * Articles of a server's own source get ids of their own, so they can never replace what others
 * see.
 */
export function buildArticleId({ url, source, title, statedAt, onlyFor }: Identity): string {
  const page = url === undefined ? undefined : canonicalUrl(url);
  const name =
    page ??
    [comparisonKey(source ?? ''), comparisonKey(title), statedAt?.slice(0, 10) ?? ''].join('\n');
  const whole = onlyFor === undefined ? name : `${onlyFor}\n${name}`;
  return createHash('sha256').update(whole).digest('hex').slice(0, 16);
}
