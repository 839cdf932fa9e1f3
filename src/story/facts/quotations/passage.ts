import type { Quotation } from '../../../text/quotations.ts';
import { findAttributions, type Attribution } from './find-attributions.ts';
import type { Clause, Phrase } from './name-phrase.ts';
import { cutSpeech } from './speech-tokens.ts';
import type { SpeechWords } from './speech-words.ts';

/** A sentence, or several that a quotation joins, with its quotations and its verbs of saying. */
export interface Passage extends Clause {
  readonly start: number;
  readonly end: number;
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

/** Reads text[start, end). The quotations are those of this range, cut to it, in order. */
export function readPassage(
  text: string,
  start: number,
  end: number,
  quotations: readonly Quotation[],
  words: SpeechWords,
): Passage {
  const clause = { tokens: cutSpeech(text, start, end, quotations), words };
  return { ...clause, start, end, quotations, attributions: findAttributions(clause) };
}

/** The one name that a passage gives as a speaker, or undefined if it gives none or several. */
export function onlySpeaker(passage: Passage, text: string): Phrase | undefined {
  let only: Phrase | undefined;
  for (const { subject, weak } of passage.attributions) {
    if (weak || subject?.kind !== 'name') continue;
    if (only && textOf(passage, only, text) !== textOf(passage, subject, text)) return undefined;
    only = subject;
  }
  return only;
}

export function textOf({ tokens }: Clause, { from, to }: Phrase, text: string): string {
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}
