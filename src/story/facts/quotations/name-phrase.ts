import type { SpeechToken } from './speech-tokens.ts';
import type { SpeechWords } from './speech-words.ts';
import { wordSet } from '../../../text/word-set.ts';

/** A stretch of tokens that may be a speaker: tokens[from, to). */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** "Ann Lee", "the BBC"; "a police spokesman"; "he". */
  readonly kind: 'name' | 'description' | 'pronoun';
}

/** The tokens of one sentence with the words of its language. */
export interface Clause {
  readonly tokens: readonly SpeechToken[];
  readonly words: SpeechWords;
}

/** Words in lower case that stand inside a name. */
export const PARTICLES = wordSet(
  'de del della di da do dos das du la le van von der den ter ten bin ibn al el ben e y et af av zu',
);
/** Bodies whose names go on with "of": "University of Leeds", "Bank of America". */
const BODY =
  /^(?:universit|bank|department|ministry|institut|bureau|office|house|council|board|church|court|academy|college|school|association|federation|society|league|chamber|secretary|center|centre|union|army|city|port|times|journal|committee|commission|organi[sz]ation|museum|foundation)/;
const MAX_NAME = 10;
const AND = new Set(['and', 'et', 'und', 'y', 'e', 'en', 'и']);

/** Whether a token can stand in a name, though not necessarily begin one. */
function isNamePart({ words }: Clause, token: SpeechToken | undefined): boolean {
  return token?.kind === 'word' && token.capital && !words.calendar.has(token.lower);
}

/** Whether a word in capitals is one only because it opens the sentence. */
export function isCommon({ words }: Clause, { lower }: Pick<SpeechToken, 'lower'>): boolean {
  return (
    words.fillers.has(lower) ||
    words.prepositions.has(lower) ||
    words.cuts.has(lower) ||
    words.relatives.has(lower) ||
    words.determiners.has(lower) ||
    words.pronouns.has(lower) ||
    words.saying.has(lower)
  );
}

/** Where the name that begins at a token ends, or `at` if none begins there. */
export function nameEnd(clause: Clause, at: number): number {
  const { tokens } = clause;
  if (!isNamePart(clause, tokens[at]) || isCommon(clause, tokens[at]!) || isParticiple(clause, at))
    return at;
  let end = at + 1;
  while (end - at < MAX_NAME && !tokens[end - 1]!.possessive) {
    const step = stepRight(clause, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

/** "Speaking after the trial", "Asked about it": a word in capitals only because it opens the sentence. */
function isParticiple({ tokens, words }: Clause, at: number): boolean {
  if (tokens[at - 1]?.kind === 'word' || !/^.{2,}(?:ing|ed)$/.test(tokens[at]!.lower)) return false;
  const next = tokens[at + 1]?.lower ?? '';
  return [words.prepositions, words.determiners, words.cuts, words.pronouns].some((set) =>
    set.has(next),
  );
}

/** How many tokens continue a name at a position: none, one more word, or a joining word and one. */
function stepRight(clause: Clause, at: number): number {
  const { tokens, words } = clause;
  const next = tokens[at];
  if (!next) return 0;
  if (isNamePart(clause, next)) return words.pronouns.has(next.lower) ? 0 : 1;
  if (next.kind !== 'word') return 0;
  const isParticle = PARTICLES.has(next.lower);
  const isOfBody = /^(?:of|for|on)$/.test(next.lower) && BODY.test(tokens[at - 1]!.lower);
  if (!isParticle && !isOfBody) return 0;
  // "Ursula von der Leyen", "Department of the Interior"
  const second = tokens[at + 1]?.lower ?? '';
  const joining = (isParticle ? PARTICLES.has(second) : second === 'the') ? 2 : 1;
  const last = tokens[at + joining];
  return last && isNamePart(clause, last) && !isCommon(clause, last) ? joining + 1 : 0;
}

/** Adds the name that "and" joins to a name: "Ann Lee and Ben Ross said". It must open its clause. */
export function withPartner(clause: Clause, name: Phrase): Phrase {
  const { tokens, words } = clause;
  if (!AND.has(tokens[name.from - 1]?.lower ?? '')) return name;
  const partner = nameBefore(clause, Math.max(0, name.from - 1 - MAX_NAME), name.from - 1);
  if (!partner) return name;
  const before = tokens[partner.from - 1];
  const opens =
    before?.kind !== 'word' || words.cuts.has(before.lower) || words.says.has(before.lower);
  return opens ? { ...name, from: partner.from } : name;
}

/** The name that ends before a token: the longest one from which `nameEnd` leads there. */
export function nameBefore(clause: Clause, from: number, to: number): Phrase | undefined {
  for (let at = Math.max(from, to - MAX_NAME); at < to; at++) {
    if (nameEnd(clause, at) === to && !clause.tokens[to - 1]!.possessive) {
      return { from: at, to, kind: 'name' };
    }
  }
  return undefined;
}

/** Whether a description says that it is of a person or a body: "the mayor of the town". */
export function hasRole({ tokens, words }: Clause, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) if (words.roles.has(tokens[at]!.lower)) return true;
  return false;
}

/** Whether a name is nothing but a title or a common noun: "the Iranian Foreign Minister", "Police". */
export function isOnlyTitle({ tokens, words }: Clause, { from, to }: Phrase): boolean {
  const before = tokens[from - 1];
  if (before && words.determiners.has(before.lower)) {
    if (words.titles.has(tokens[to - 1]!.lower)) return true;
    // "der Sprecher", "die Chefin von Siemens", but "der Abgeordnete Jens Lee".
    const last = tokens[to - 2];
    if (words.capitalNouns && (to - from === 1 || !last!.capital)) return true;
  }
  for (let at = from; at < to; at++) if (!words.roles.has(tokens[at]!.lower)) return false;
  return true;
}
