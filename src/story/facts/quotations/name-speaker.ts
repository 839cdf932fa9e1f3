import type { Governing } from './govern-quotation.ts';
import { hasRole, isOnlyTitle, nameEnd, PARTICLES, type Phrase } from './name-phrase.ts';
import { onlySpeaker, type Passage } from './passage.ts';
import type { SpeechToken } from './speech-tokens.ts';

/** A speaker of speech that began in the sentence before is named at once. */
const MAX_REST_REACH = 8;

/** Who says a quotation, as the text names him: text.slice(start, end). */
export interface Speaker {
  readonly start: number;
  readonly end: number;
  /** "Ann Lee", "the BBC" or "a police spokesman". */
  readonly kind: 'name' | 'description';
  readonly in: 'sentence' | 'neighbour';
}

/** The passages around a quotation's own. */
export interface Neighbours {
  readonly before: Passage | undefined;
  readonly after: Passage | undefined;
}

/** Finds the speaker of a quotation in its sentence or, for a pronoun or nothing, in a neighbour. */
export function nameSpeaker(
  text: string,
  passage: Passage,
  at: number,
  governing: Governing | undefined,
  neighbours: Neighbours,
): Speaker | undefined {
  const subject = governing?.attribution.subject;
  if (subject && subject.kind !== 'pronoun') return build(passage, subject, 'sentence');
  if (governing?.attribution.passive) return undefined;
  // What stands before "…," he said is his as well, and so names others.
  if (subject && subject.from < at) {
    const own = antecedentOf(passage, subject);
    if (own) return build(passage, own, 'sentence');
  }
  if (governing && !subject) return undefined;
  return speakerBeside(text, passage, at, subject, neighbours);
}

function build(passage: Passage, phrase: Phrase, where: Speaker['in']): Speaker | undefined {
  const { tokens, words } = passage;
  const { from, to, kind } = phrase;
  if (kind === 'pronoun') return undefined;
  if (kind === 'description' && !words.caseless && !hasRole(passage, phrase)) return undefined;
  // "said de Boer"
  const particle = kind === 'name' && words.compounds ? tokens[from - 1] : undefined;
  const first = particle && PARTICLES.has(particle.lower) ? particle : tokens[from]!;
  return { start: first.start, end: tokens[to - 1]!.end, kind, in: where };
}

/** The only person that a sentence names before "he" or "she". */
function antecedentOf(passage: Passage, pronoun: Phrase): Phrase | undefined {
  const { tokens, words } = passage;
  if (!words.persons.has(tokens[pronoun.from]!.lower)) return undefined;
  let only: Phrase | undefined;
  for (let at = Math.max(0, pronoun.from - 60); at < pronoun.from; at++) {
    const to = nameEnd(passage, at);
    if (to === at) continue;
    const name: Phrase = { from: at, to, kind: 'name' };
    if (!isOnlyTitle(passage, name)) {
      if (only) return undefined;
      only = name;
    }
    at = to - 1;
  }
  return only && isPerson(passage, only) && isSubject(passage, only) ? only : undefined;
}

/** Whether a name opens its clause: "Lee came", "said Lee came", but not "left Rome". */
function isSubject({ tokens, words }: Passage, { from }: Phrase): boolean {
  const isPart = (lower = ''): boolean => words.roles.has(lower) || words.determiners.has(lower);
  let at = from;
  while (isPart(tokens[at - 1]?.lower)) at -= 1;
  const before = tokens[at - 1];
  return before?.kind !== 'word' || words.cuts.has(before.lower) || words.says.has(before.lower);
}

/** Bodies and papers, which are never "he" or "she". */
const BODY =
  /^(?:universit|bank|department|ministry|institut|council|court|academy|college|association|federation|society|committee|commission|organi[sz]ation|museum|foundation|news|times|post|mail|journal|group|inc|corp|ltd|police|agency|party|reuters|company)/;

/** Whether a name may be a person's: after an article or a preposition it is a body or a place. */
function isPerson({ tokens, words }: Passage, { from, to }: Phrase): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (words.determiners.has(before) || words.prepositions.has(before)) return false;
  if (to - from === 1 && tokens[from]!.shouted) return false;
  return !tokens.slice(from, to).some(({ lower }) => BODY.test(lower));
}

/** The speaker of the sentence before or, while the quotation is still open, after. */
function speakerBeside(
  text: string,
  passage: Passage,
  at: number,
  pronoun: Phrase | undefined,
  { before, after }: Neighbours,
): Speaker | undefined {
  if (!pronoun && !isAlone(passage, at)) return undefined;
  if (!pronoun && isOpen(text, passage.tokens[at]!)) {
    const rest = after && restOf(after);
    if (!rest) return undefined;
    const { subject } = rest;
    if (subject) return subject.kind === 'name' ? build(after, subject, 'neighbour') : undefined;
  }
  const subject = before && onlySpeaker(before, text);
  if (!subject) return undefined;
  if (pronoun && !mayMean(passage, pronoun, before, subject)) return undefined;
  return build(before, subject, 'neighbour');
}

/** Whether nothing but quotations is in a passage. */
function isAlone({ tokens }: Passage, at: number): boolean {
  let outside = 0;
  for (let i = Math.max(0, at - 8); i < Math.min(tokens.length, at + 8); i++)
    if (tokens[i]!.kind === 'word') outside += 1;
  return outside === 0;
}

/** Whether a quotation has no closing mark in its sentence. */
function isOpen(text: string, { end }: SpeechToken): boolean {
  return !/["'”’»“」』]/u.test(text.charAt(end - 1));
}

/** Whether a passage opens with the rest of a quotation that began before it, and who spoke if it says so at once. */
function restOf({
  tokens,
  governing,
}: Passage): { readonly subject: Phrase | undefined } | undefined {
  if (tokens[0]?.kind !== 'quotation') return undefined;
  const attribution = governing.get(0)?.attribution;
  return {
    subject: attribution && attribution.verb < MAX_REST_REACH ? attribution.subject : undefined,
  };
}

/** Whether a pronoun can stand for a name: "he" for a person, "it" for a body, and no other. */
function mayMean(passage: Passage, pronoun: Phrase, before: Passage, name: Phrase): boolean {
  const { lower } = passage.tokens[pronoun.from]!;
  if (passage.words.persons.has(lower)) return isPerson(before, name);
  return lower === 'it' || lower === 'es' || lower === 'het';
}
