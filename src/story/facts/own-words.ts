import { findKeyTerms } from '../../summary/key-terms.ts';
import type { WeightedReading } from '../../summary/weigh-reading.ts';
import { splitTokens } from '../../text/tokens.ts';

/** A text of a story, read. */
export interface PublishedText {
  /** The publishers that have it. */
  readonly publishers: readonly string[];
  readonly reading: WeightedReading;
}

const OWN = {
  /** More would say less. */
  mostWords: 3,
  /** The idf of a term of one in a hundred articles. What is more common ("called", "long") says nothing of a report. */
  leastIdf: 4.7,
} as const;

/**
 * Finds what only one publisher of a story writes about: key terms of its texts, as printed, of which no text of
 * another publisher in the same language has any form. Nothing for the only publisher of a language.
 */
export function findOwnWords(texts: readonly PublishedText[]): Map<string, string[]> {
  const usersOf = new Map<string, Set<string>>();
  for (const { publishers, reading } of texts) {
    for (const { text } of reading.vocabulary) {
      const key = `${reading.lang}:${text}`;
      const users = usersOf.get(key) ?? new Set();
      for (const publisher of publishers) users.add(publisher);
      usersOf.set(key, users);
    }
  }
  const own = new Map<string, string[]>();
  for (const { publishers, reading } of texts) {
    const [publisher, ...others] = publishers;
    if (publisher === undefined || others.length > 0) continue;
    const isAlone = texts.every(
      (other) => other.reading.lang !== reading.lang || other.publishers.includes(publisher),
    );
    if (isAlone) continue;
    // A credit below a picture names the publisher.
    const named = new Set(splitTokens(publisher.toLowerCase()).map(({ text }) => text));
    const found = findKeyTerms(reading, (term) => {
      const { text } = reading.vocabulary[term]!;
      const isOwn = usersOf.get(`${reading.lang}:${text}`)?.size === 1 && !named.has(text);
      return isOwn && reading.idf[term]! >= OWN.leastIdf;
    });
    const known = own.get(publisher) ?? [];
    own.set(publisher, [...new Set([...known, ...found])].slice(0, OWN.mostWords));
  }
  return own;
}
