import type { Attribution } from './attribution.ts';
import { hasRole, type Clause, type Phrase } from './name-phrase.ts';

/** How an attribution stands to a quotation. */
export interface Governing {
  readonly attribution: Attribution;
  /** Only a comma or colon stands between them: "Lee said: …", "…," Lee said. */
  readonly direct: boolean;
}

/** Words between a verb of saying and what it quotes. */
const BETWEEN = new Set(['that', 'of', 'as', 'a', 'an', 'the']);
/** No more attributions than these are considered on each side. */
const MAX_CANDIDATES = 6;
const MAX_WEAK_REACH = 8;
/** As far as a verb may be from a quotation that ends without a comma or stop. */
const MAX_UNSTOPPED_REACH = 5;
/** Words between a quotation and its speaker. */
const MAX_LEAD = 12;
const MAX_REACH = 60;

/** Finds who says the quotation that is a token of the sentence, if a verb of saying governs it. */
export function governQuotation(
  clause: Clause,
  attributions: readonly Attribution[],
  quotation: number,
): Governing | undefined {
  const after = firstAfter(attributions, quotation);
  const left = attributions.slice(Math.max(0, after - MAX_CANDIDATES), after).toReversed();
  const right = attributions.slice(after, after + MAX_CANDIDATES);
  const beside = verbBeside(clause, quotation);
  const [nearest] = left;
  if (nearest && nearest.verb === beside && !nearest.inverted) {
    return {
      attribution: nearest,
      direct: clause.tokens[quotation - 1]!.kind !== 'word' || beside === quotation - 1,
    };
  }
  const [next] = right;
  const before = left.find((attribution) => reaches(clause, attribution, quotation));
  // "Lee said that it was “old”, whereas his aide, Ross, said": the nearer words are Lee's.
  const maxLead = before && !before.weak && !before.inverted ? 2 : MAX_LEAD;
  if (next && follows(clause, quotation, next, maxLead)) {
    return { attribution: next, direct: true };
  }
  if (before) return { attribution: before, direct: continues(clause, before, quotation) };
  const later = right.find((attribution) => closesSentence(clause, attribution, quotation));
  return later && { attribution: later, direct: false };
}

/** The first attribution whose verb follows a token. */
function firstAfter(attributions: readonly Attribution[], token: number): number {
  let low = 0;
  let high = attributions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (attributions[middle]!.verb > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last word before a quotation, apart from a comma or colon and words such as "that". */
function verbBeside({ tokens }: Clause, quotation: number): number | undefined {
  let at = quotation - 1;
  if (tokens[at]?.kind === 'comma' || tokens[at]?.kind === 'colon' || tokens[at]?.kind === 'dash')
    at -= 1;
  while (quotation - at < 4 && BETWEEN.has(tokens[at]?.lower ?? '')) at -= 1;
  return tokens[at]?.kind === 'word' ? at : undefined;
}

/** Whether an attribution begins directly after a quotation: "…," Lee said. */
function follows(
  clause: Clause,
  quotation: number,
  attribution: Attribution,
  maxLead: number,
): boolean {
  const { from, subject, verb, passive, relative } = attribution;
  if (passive || relative || isThing(clause, subject)) return false;
  const { tokens } = clause;
  const start = Math.min(from, subject?.from ?? from);
  const isStopped = tokens[quotation]!.stopped || tokens[quotation + 1]?.kind !== 'word';
  if (!isStopped && verb - quotation > MAX_UNSTOPPED_REACH) return false;
  for (let at = quotation + 1; at < start; at++) if (!leadsTo(clause, at)) return false;
  return start > quotation && start - quotation <= maxLead;
}

/** Whether a description is of something that cannot speak: “Dateline”, a programme. */
function isThing(clause: Clause, subject: Phrase | undefined): boolean {
  if (subject?.kind !== 'description' || clause.words.caseless) return false;
  return !hasRole(clause, subject);
}

/** Whether a token between a quotation and its speaker belongs to him: "the mayor, Ann Lee, said". */
function leadsTo({ tokens, words }: Clause, at: number): boolean {
  const { kind, lower } = tokens[at]!;
  if (kind === 'comma' || kind === 'dash' || words.fillers.has(lower)) return true;
  const others = [words.prepositions, words.auxiliaries, words.cuts, words.relatives];
  return kind === 'word' && !others.some((set) => set.has(lower));
}

/** Whether an attribution before a quotation governs it across the words between. */
function reaches({ tokens, words }: Clause, attribution: Attribution, quotation: number): boolean {
  const { verb, weak, passive, inverted } = attribution;
  const distance = quotation - verb;
  if (distance > MAX_REACH) return false;
  if (passive && tokens[quotation - 1]?.lower !== 'as') return false;
  const weakReach = words.prepositions.has(tokens[verb + 1]!.lower) ? 3 : MAX_WEAK_REACH;
  if (weak && distance > weakReach && !isDescribed(tokens, quotation)) return false;
  if (weak && inverted) return false;
  for (let at = verb; at < quotation; at++) if (tokens[at]!.kind === 'break') return false;
  return true;
}

/** "described the new pictures that it had shown as a “leap”". */
function isDescribed(tokens: Clause['tokens'], quotation: number): boolean {
  const before = tokens[quotation - 1]?.lower ?? '';
  return (/^(?:an?|the)$/.test(before) ? tokens[quotation - 2]?.lower : before) === 'as';
}

/** Whether a quotation goes on after its speaker was named: "…," says Lee, "…". */
function continues(
  { tokens }: Clause,
  { verb, to, subject }: Attribution,
  quotation: number,
): boolean {
  const end = Math.max(verb + 1, to, subject?.to ?? 0);
  for (let at = end; at < quotation; at++) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'word' && !BETWEEN.has(lower)) return false;
  }
  return true;
}

/** Whether a sentence ends with who said all of it: "It was “mad” and wrong, Lee said." */
function closesSentence(clause: Clause, attribution: Attribution, quotation: number): boolean {
  const { tokens, words } = clause;
  const { verb, from, to, subject, passive, relative } = attribution;
  if (isThing(clause, subject)) return false;
  if (passive || relative || !subject || verb - quotation > MAX_REACH) return false;
  const start = Math.min(from, subject.from);
  if (!commaBefore(tokens, start, quotation)) return false;
  for (let at = quotation + 1; at < start; at++) if (tokens[at]!.kind === 'break') return false;
  const next = tokens[Math.max(verb + 1, to, subject.to)];
  if (!next || next.kind !== 'word') return true;
  return (
    words.prepositions.has(next.lower) ||
    words.calendar.has(next.lower) ||
    words.fillers.has(next.lower)
  );
}

/** Whether a comma stands before a speaker, apart from the words that belong to him. */
function commaBefore(tokens: Clause['tokens'], start: number, quotation: number): boolean {
  for (let at = start - 1; at > quotation && start - at <= 6; at--) {
    if (tokens[at]!.kind === 'comma') return true;
    if (tokens[at]!.kind !== 'word') return false;
  }
  return false;
}
