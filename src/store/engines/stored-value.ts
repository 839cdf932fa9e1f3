import type { DeserializedData } from 'keyv';
import { FOREVER, type Idle } from '../idle.ts';

/**
 * How Keyv writes values here: plain JSON of `{ value, expires? }`. Keyv's own serializer walks every
 * value in JavaScript to spell Buffers; we store none, and JSON.stringify is several times faster.
 */
export const keyvJson = {
  serialize: (data: DeserializedData<unknown>): string => JSON.stringify(data),
  /** Unreadable JSON comes back as a value of `undefined`: one bad record must not stop the rest. */
  deserialize: <T>(text: string): DeserializedData<T> => parseJson(text) ?? {},
};

/** A value as Keyv would write it, for rows written past Keyv in a transaction. */
export function encodeValue(value: unknown): string {
  return JSON.stringify({ value });
}

/** The beginning of a row that says when it is idle. Databases find such rows by their texts. */
export const IDLE_MARK = '{"idle":"';

/** The characters of an instant in ISO 8601. */
export const INSTANT_CHARS = 24;

/** Earlier than every clock. */
const AT_ONCE = '0000-01-01T00:00:00.000Z';

/** The same, with the time in which the row is idle in front: `{"idle":"<until> <from>","value":…}`. */
export function encodeTimed(value: unknown, idle: Idle | undefined): string {
  return JSON.stringify({ idle: describeIdle(idle), value });
}

/** The instants in a row, as texts that sort like them; `forever`, or undefined if the row says nothing. */
export function readIdle(
  text: string,
): { readonly until: string; readonly from: string } | typeof FOREVER | undefined {
  if (!text.startsWith(IDLE_MARK)) return undefined;
  if (text.startsWith(FOREVER, IDLE_MARK.length)) return FOREVER;
  const [until, from] = [0, INSTANT_CHARS + 1].map((offset) => {
    const start = IDLE_MARK.length + offset;
    return text.slice(start, start + INSTANT_CHARS);
  }) as [string, string];
  return { until, from };
}

/** The value in a raw row, or undefined if the row is unreadable. */
export function decodeValue(text: string): unknown {
  return keyvJson.deserialize(text).value;
}

function describeIdle(idle: Idle | undefined): string {
  if (idle === FOREVER) return FOREVER;
  if (idle === undefined) return `${AT_ONCE} ${AT_ONCE}`;
  return `${idle.until.toISOString()} ${idle.from.toISOString()}`;
}

function parseJson(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
