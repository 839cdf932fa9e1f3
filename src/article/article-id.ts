import { createHash } from 'node:crypto';
import { canonicalUrl } from './canonical-url.ts';
import { comparisonKey } from './clean-text.ts';

/** What makes an article the same one when it is read again. */
export interface Identity {
  readonly url?: string;
  readonly source?: string;
  readonly title: string;
  /** The server that alone may see the article. */
  readonly onlyFor?: string;
  /** A date that the document itself names (ISO 8601); never when the file was saved. */
  readonly statedAt?: string;
}

/**
 * A stable id of 16 hexadecimal digits: from the canonical address where there is one, else from
 * source, headline and the stated day. The text is no part of it, so a changed text keeps its id.
 * What a server's own source brings has ids of its own: it can never take the place of what others see.
 */
export function buildArticleId({ url, source, title, statedAt, onlyFor }: Identity): string {
  const page = url === undefined ? undefined : canonicalUrl(url);
  const name =
    page ??
    [comparisonKey(source ?? ''), comparisonKey(title), statedAt?.slice(0, 10) ?? ''].join('\n');
  const whole = onlyFor === undefined ? name : `${onlyFor}\n${name}`;
  return createHash('sha256').update(whole).digest('hex').slice(0, 16);
}
