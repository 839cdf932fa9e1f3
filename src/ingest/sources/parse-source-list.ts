import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { ListedSource } from './build-source.ts';
import { canonicalFeedUrl, parseFeedAddress } from './feed-address.ts';
import { parseOpml } from './parse-opml.ts';

/** The meaning of the setting `SOURCES`. */
export type SourcesSetting =
  | { readonly kind: 'default' }
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'urls'; readonly sources: readonly ListedSource[] };

const address = z.string().refine((text) => parseFeedAddress(text) === text, {
  error: 'must be an http(s) address',
});

const entry = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: address,
  homeUrl: address.exactOptional(),
  country: z
    .string()
    .refine((code) => isKnown('region', code) && /^[A-Z]{2}$/u.test(code), {
      error: 'must be a country of ISO 3166-1 in two capitals',
    })
    .exactOptional(),
  lang: z
    .string()
    .refine((tag) => isKnown('language', tag) && /^[a-z]{2,3}$/u.test(tag), {
      error: 'must be the primary subtag of a language',
    })
    .exactOptional(),
});

const list = z
  .array(entry)
  .refine((all) => new Set(all.map(({ url }) => keyOf(url))).size === all.length, {
    error: 'names a feed twice',
  });

/** Entries with wrong addresses are compared as well. */
function keyOf(url: string): string {
  return parseFeedAddress(url) === undefined ? url : canonicalFeedUrl(url);
}

/** Reads the setting `SOURCES`: nothing, `none`, a file, or addresses separated by commas. Throws a UserError. */
export function parseSourcesSetting(text: string | undefined): SourcesSetting {
  const parts = (text ?? '').split(/[\s,]+/u).filter((part) => part !== '');
  const [first] = parts;
  if (first === undefined) return { kind: 'default' };
  if (text?.trim().toLowerCase() === 'none') return { kind: 'none' };
  if (!parts.some(isAddress)) return { kind: 'file', path: (text ?? '').trim() };
  const sources = parts.map((part) => {
    const url = isAddress(part) ? parseFeedAddress(part) : undefined;
    if (url)
      return { name: new URL(url).hostname.replace(/^www\./u, ''), isUnnamed: true as const, url };
    throw new UserError(
      'bad-config',
      'SOURCES holds something beside addresses of feeds: give one file, or addresses separated by commas.',
    );
  });
  return { kind: 'urls', sources };
}

/** Parses a list of sources, in JSON (as data/sources.json) or OPML. Throws a UserError that says what is wrong. */
export function parseSourceList(text: string): ListedSource[] {
  if (/^\uFEFF?\s*</u.test(text)) {
    const opml = parseOpml(text);
    if (opml && opml.sources.length > 0) return [...opml.sources];
    throw new UserError('bad-config', 'It is no OPML file that names a feed.');
  }
  return parseSourceArray(parseJson(text));
}

/** Checks a list of sources that has been read as JSON. Throws a UserError that names the first entries that are wrong. */
export function parseSourceArray(raw: unknown): ListedSource[] {
  const { data, error } = list.safeParse(raw);
  if (data) return data;
  const faults = error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new UserError('bad-config', `The list of sources is wrong: ${faults.join('; ')}.`);
}

function isAddress(part: string): boolean {
  return /^(?:https?|feed):/iu.test(part);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new UserError('bad-config', 'The list of sources is neither JSON nor OPML.');
  }
}

function isKnown(type: 'region' | 'language', code: string): boolean {
  try {
    return new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code) !== undefined;
  } catch {
    return false;
  }
}
