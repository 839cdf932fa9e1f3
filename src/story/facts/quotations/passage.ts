import type { Quotation } from '../../../text/quotations.ts';
import type { Attribution } from './attribution.ts';
import { findAttributions } from './find-attributions.ts';
import { governQuotation, type Governing } from './govern-quotation.ts';
import type { Clause, Phrase } from './name-phrase.ts';
import { cutSpeech } from './speech-tokens.ts';
import type { SpeechWords } from './speech-words.ts';

/** A sentence, or several that a quotation joins, with its quotations in order. */
export interface QuotedRange {
  readonly start: number;
  readonly end: number;
  readonly quotations: readonly Quotation[];
}

/** Such a range, cut into tokens, with its verbs of saying. */
export interface Passage extends Clause, QuotedRange {
  readonly attributions: readonly Attribution[];
  /** By the index of a quotation's token: who says it. */
  readonly governing: ReadonlyMap<number, Governing>;
}

/** Reads a range of a text. */
export function readPassage(text: string, range: QuotedRange, words: SpeechWords): Passage {
  const clause = { tokens: cutSpeech(text, range), words };
  const attributions = findAttributions(clause);
  const governing = new Map<number, Governing>();
  clause.tokens.forEach(({ kind }, at) => {
    const found = kind === 'quotation' ? governQuotation(clause, attributions, at) : undefined;
    if (found) governing.set(at, found);
  });
  return { ...clause, ...range, attributions, governing };
}

/** The one name that a passage gives as a speaker, or undefined if it gives none or several. */
export function onlySpeaker(passage: Passage, text: string): Phrase | undefined {
  let only: Phrase | undefined;
  // "She said Lee told her": who "she" is stands elsewhere.
  if (passage.attributions.some(({ subject }) => isPerson(passage, subject))) return undefined;
  const governing = new Set([...passage.governing.values()].map(({ attribution }) => attribution));
  for (const attribution of passage.attributions) {
    const { subject, weak } = attribution;
    if (subject?.kind !== 'name' || (weak && !governing.has(attribution))) continue;
    if (only && textOf(passage, only, text) !== textOf(passage, subject, text)) return undefined;
    only = subject;
  }
  return only;
}

function isPerson({ tokens, words }: Clause, subject: Phrase | undefined): boolean {
  return subject?.kind === 'pronoun' && words.persons.has(tokens[subject.from]!.lower);
}

function textOf({ tokens }: Clause, { from, to }: Phrase, text: string): string {
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}
