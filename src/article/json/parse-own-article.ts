import type { Article, Caption, DateBasis, Subhead } from '../article.ts';

/**
 * Reads an article that this program wrote (`dateline parse --jsonl`), word for word. It is
 * recognized by an id in our format and a date basis. Undefined for anything else.
 */
export function parseOwnArticle(record: Readonly<Record<string, unknown>>): Article | undefined {
  const { id, title, text, lang, dateBasis } = record;
  const isOwn = typeof id === 'string' && /^[0-9a-f]{16}$/u.test(id) && isBasis(dateBasis);
  if (!isOwn || !isText(title) || !isText(text)) return undefined;
  return {
    id,
    title,
    text,
    ...pickTexts(record),
    ...(isText(record['publishedAt']) &&
      !Number.isNaN(Date.parse(record['publishedAt'])) && {
        publishedAt: new Date(record['publishedAt']).toISOString(),
      }),
    ...(record['dayOnly'] === true && { dayOnly: true }),
    dateBasis,
    captions: listOf(record['captions'], readCaption),
    subheads: listOf(record['subheads'], (value) => readSubhead(value, text.length)),
    lang: isText(lang) ? lang : 'en',
  };
}

const BASES: Readonly<Record<DateBasis, true>> = {
  header: true,
  byline: true,
  caption: true,
  'lead-weekday': true,
  file: true,
  'first-seen': true,
  clamped: true,
  unknown: true,
};

function isBasis(value: unknown): value is DateBasis {
  return typeof value === 'string' && Object.hasOwn(BASES, value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function pickTexts(record: Readonly<Record<string, unknown>>) {
  const names = ['url', 'author', 'section', 'place', 'source'] as const;
  const pairs = names.flatMap((name) =>
    isText(record[name]) ? [[name, record[name]] as const] : [],
  );
  return Object.fromEntries(pairs) as Partial<Record<(typeof names)[number], string>>;
}

function listOf<T>(value: unknown, read: (each: unknown) => T | undefined): T[] {
  if (!Array.isArray(value)) return [];
  return value.map(read).filter((each) => each !== undefined);
}

function readCaption(value: unknown): Caption | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, credit } = value as { text?: unknown; credit?: unknown };
  if (!isText(text)) return undefined;
  return isText(credit) ? { text, credit } : { text };
}

function readSubhead(value: unknown, length: number): Subhead | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, start } = value as { text?: unknown; start?: unknown };
  const fits = typeof start === 'number' && Number.isInteger(start) && start >= 0 && start < length;
  return isText(text) && fits ? { text, start } : undefined;
}
