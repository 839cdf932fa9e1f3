import type { DeserializedData } from 'keyv';

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

/** The value in a raw row, or undefined if the row is unreadable. */
export function decodeValue(text: string): unknown {
  return keyvJson.deserialize(text).value;
}

function parseJson(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
