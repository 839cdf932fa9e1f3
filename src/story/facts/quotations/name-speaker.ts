import type { Governing } from './govern-quotation.ts';
import { nameEnd, isOnlyTitle, type Phrase } from './name-phrase.ts';
import { onlySpeaker, type Passage } from './passage.ts';

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
  return speakerBeside(text, passage, at, subject !== undefined, neighbours);
}

function build(
  { tokens }: Passage,
  { from, to, kind }: Phrase,
  where: Speaker['in'],
): Speaker | undefined {
  if (kind === 'pronoun') return undefined;
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end, kind, in: where };
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
  const before = only && tokens[only.from - 1];
  return before && words.prepositions.has(before.lower) ? undefined : only;
}

/** The speaker of the sentence before or, while the quotation is still open, after. */
function speakerBeside(
  text: string,
  passage: Passage,
  at: number,
  hasPronoun: boolean,
  { before, after }: Neighbours,
): Speaker | undefined {
  if (!hasPronoun && !isAlone(passage, at)) return undefined;
  if (!hasPronoun && after && goesOnInto(after)) {
    const subject = after.attributions[0]?.subject;
    if (subject?.kind === 'name') return build(after, subject, 'neighbour');
    if (subject) return undefined;
  }
  const subject = before && onlySpeaker(before, text);
  return subject && build(before, subject, 'neighbour');
}

/** Whether nothing but quotations is in a passage. */
function isAlone({ tokens }: Passage, at: number): boolean {
  let outside = 0;
  for (let i = Math.max(0, at - 8); i < Math.min(tokens.length, at + 8); i++)
    if (tokens[i]!.kind === 'word') outside += 1;
  return outside === 0;
}

/** Whether a passage opens with the rest of a quotation that began before it, and then names who spoke. */
function goesOnInto({ tokens, quotations, start, attributions }: Passage): boolean {
  const [first] = quotations;
  return (
    first?.start === start && tokens[0]?.kind === 'quotation' && (attributions[0]?.verb ?? 99) < 8
  );
}
