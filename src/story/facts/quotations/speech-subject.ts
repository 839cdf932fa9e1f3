import {
  headAfterQuotation,
  headBeforeAside,
  headOfAside,
  MAX_REACH,
  skipAside,
} from './aside-head.ts';
import {
  isCommon,
  isOnlyTitle,
  nameEnd,
  withPartner,
  type Clause,
  type Phrase,
} from './name-phrase.ts';
import { readLeading, readSegment, readSubject } from './read-phrase.ts';

const MAX_DIRECT = 16;

/** Finds the subject that ends before a token, directly or with an aside between commas. */
export function subjectBefore(clause: Clause, verb: number): Phrase | undefined {
  const at = skipFillersLeft(clause, verb);
  const end = skipAside(clause, at);
  if (end <= 0) return undefined;
  const before = clause.tokens[end - 1]!;
  if (before.kind === 'comma') return headBeforeAside(clause, end - 1);
  if (before.kind !== 'word') return undefined;
  const isAside =
    clause.tokens[verb + 1]?.kind === 'comma' && clause.tokens[verb + 2]?.kind !== 'quotation';
  return directSubject(clause, end, isAside);
}

/** Skips adverbs and auxiliaries before a verb. Returns the end of what stands before them. */
export function skipFillersLeft({ tokens, words }: Clause, verb: number): number {
  let at = verb;
  while (at > 0) {
    const { kind, lower } = tokens[at - 1]!;
    const isName = tokens[at - 1]!.capital && at > 1;
    const isFiller = words.fillers.has(lower) && !words.joints.has(lower) && !isName;
    const isAdverb =
      kind === 'word' && /[a-z]ly$/.test(lower) && lower.length > 5 && !tokens[at - 1]!.capital;
    if (!isFiller && !isAdverb) break;
    at -= 1;
  }
  return at;
}

function directSubject(clause: Clause, end: number, isAside: boolean): Phrase | undefined {
  const { tokens, words } = clause;
  let from = end;
  while (from > 0 && end - from < MAX_DIRECT) {
    const { kind, lower } = tokens[from - 1]!;
    if (kind !== 'word' || words.cuts.has(lower) || words.relatives.has(lower)) break;
    from -= 1;
  }
  const subject = readSubject(clause, from, end);
  if (tokens[from - 1]?.kind !== 'comma' || subject?.kind === 'pronoun') {
    return subject?.kind === 'name' ? withPartner(clause, subject) : subject;
  }
  // "The dam, the mayor said, was safe"
  if (isAside && subject?.kind === 'description') return subject;
  const head =
    subject?.kind === 'name' ? headAfterQuotation(clause, from - 1) : headOfAside(clause, from - 1);
  return head ?? subject;
}

/** Finds the speaker that begins after a token: "said the mayor, Ann Lee", "according to Lee". */
export function subjectAfter(clause: Clause, start: number): Phrase | undefined {
  const { tokens, words } = clause;
  let end = start;
  while (end < tokens.length && end - start < MAX_DIRECT) {
    const { kind, lower } = tokens[end]!;
    if (kind !== 'word' || (end > start && words.auxiliaries.has(lower))) break;
    if ((words.cuts.has(lower) && lower !== 'and') || words.relatives.has(lower)) break;
    if (words.prepositions.has(lower) && lower !== 'of' && lower !== 'for') break;
    end += 1;
  }
  if (words.caseless)
    return end > start && end - start < MAX_DIRECT
      ? { from: start, to: end, kind: 'description' }
      : undefined;
  return readAfter(clause, start, end);
}

function readAfter(clause: Clause, start: number, end: number): Phrase | undefined {
  const { tokens, words } = clause;
  const first = tokens[start];
  if (!first || start >= end) return undefined;
  if (words.pronouns.has(first.lower)) return { from: start, to: start + 1, kind: 'pronoun' };
  let at = start;
  while (at < end && nameEnd(clause, at) === at && !words.prepositions.has(tokens[at]!.lower))
    at += 1;
  const to = nameEnd(clause, at);
  if (to > at && at < end) {
    const next = tokens[to];
    const goesOn = next && to < end && (tokens[to - 1]!.possessive || words.roles.has(next.lower));
    if (goesOn) {
      return readAfter(clause, to, end) ?? { from: start, to: to + 1, kind: 'description' };
    }
    // "read one Acme editorial"
    if (next && to < end && words.compounds && isNoun(clause, to)) {
      return { from: start, to: to + 1, kind: 'description' };
    }
    const name: Phrase = { from: at, to, kind: 'name' };
    if (!isOnlyTitle(clause, name)) return name;
    at = to;
  }
  const described = describedAfter(clause, start, end);
  return described && (appositionAfter(clause, described.to) ?? described);
}

function isNoun(clause: Clause, at: number): boolean {
  const { lower, capital } = clause.tokens[at]!;
  return !capital && !isCommon(clause, { lower }) && !/(?:ly|ing|ed)$/.test(lower);
}

function describedAfter({ tokens, words }: Clause, start: number, end: number): Phrase | undefined {
  const stretch = tokens.slice(start, end);
  const isPerson =
    words.determiners.has(stretch[0]!.lower) || stretch.some(({ lower }) => words.roles.has(lower));
  return isPerson ? { from: start, to: end, kind: 'description' } : undefined;
}

/** "said its chief executive, Ann Lee". */
function appositionAfter(clause: Clause, comma: number): Phrase | undefined {
  const { tokens } = clause;
  if (tokens[comma]?.kind !== 'comma') return undefined;
  const to = nameEnd(clause, comma + 1);
  const after = tokens[to]?.kind;
  if (to === comma + 1 || after === 'word' || after === 'quotation') return undefined;
  const name: Phrase = { from: comma + 1, to, kind: 'name' };
  return isOnlyTitle(clause, name) ? undefined : name;
}

/** The subject of the clause in which a token stands, if the clause begins with it: for "saying", "and said". */
export function subjectOfClause(clause: Clause, at: number): Phrase | undefined {
  const { tokens, words } = clause;
  let start = at;
  while (start > 0 && at - start < 3 * MAX_REACH && tokens[start - 1]!.kind !== 'break') start -= 1;
  while (start < at) {
    let end = start;
    while (end < at && tokens[end]!.kind === 'word') end += 1;
    const isPhrase = words.prepositions.has(tokens[start]!.lower);
    const { is } = isPhrase ? { is: 'aside' } : readSegment(clause, start, end);
    if (is !== 'aside' && is !== 'relative') {
      const phrase = readLeading(clause, start, end);
      const isWhole = phrase?.kind === 'description' && phrase.to === end;
      return (isWhole ? appositionAfter(clause, end) : undefined) ?? phrase;
    }
    if (tokens[end]?.kind !== 'comma') return undefined;
    start = end + 1;
  }
  return undefined;
}
