import {
  isCommon,
  isOnlyTitle,
  nameBefore,
  nameEnd,
  type Clause,
  type Phrase,
} from './name-phrase.ts';

/** What a stretch between two commas is, as far as finding a subject needs. */
export type Segment =
  | { readonly is: 'speaker'; readonly phrase: Phrase }
  | { readonly is: 'number' | 'aside' | 'relative' | 'other' };

/** A description is at most this many words before its prepositions. */
const MAX_DESCRIPTION = 12;

/** Reads tokens[from, to), which stand directly before a verb, as its subject. */
export function readSubject(clause: Clause, from: number, to: number): Phrase | undefined {
  const { tokens, words } = clause;
  const start = skipOpening(clause, from, to);
  if (start >= to) return undefined;
  const last = tokens[to - 1]!;
  if (words.pronouns.has(last.lower) && !last.possessive)
    return { from: to - 1, to, kind: 'pronoun' };
  const name = nameBefore(clause, start, to);
  return name ? readNamed(clause, start, name) : readUnnamed(clause, start, to);
}

/** A subject whose last words are a name: it is the speaker, unless it only belongs to a description. */
function readNamed(clause: Clause, start: number, name: Phrase): Phrase | undefined {
  const { tokens, words } = clause;
  if (isOnlyTitle(clause, name)) return { ...name, from: start, kind: 'description' };
  const before = tokens.slice(start, name.from);
  // "They were in court to hear Judge Lee": another clause ends there.
  if (before.some(({ lower }) => words.auxiliaries.has(lower))) return name;
  const preposition = firstPreposition(clause, start, name.from);
  const first = tokens[start]!;
  if (preposition === undefined) {
    return name;
  }
  const leading = nameEnd(clause, start);
  if (leading > start) {
    // "Smith of Acme", but not "Microsoft officials in London".
    const phrase: Phrase = { from: start, to: leading, kind: 'name' };
    return leading === preposition && !isOnlyTitle(clause, phrase)
      ? phrase
      : { ...name, from: start, kind: 'description' };
  }
  if (words.prepositions.has(first.lower)) {
    // "On Monday Smith", "In a statement Smith"; but not "In London".
    const inner = firstPreposition(clause, start + 1, name.from);
    if (inner === undefined) return name.from - start > 1 ? name : undefined;
    // "In 2018 a group from Acme"
    const from = descriptionStart(clause, start, inner);
    return from > start + 1 ? { from, to: name.to, kind: 'description' } : undefined;
  }
  return { from: start, to: name.to, kind: 'description' };
}

function readUnnamed(clause: Clause, start: number, to: number): Phrase | undefined {
  const { tokens, words } = clause;
  if (words.prepositions.has(tokens[start]!.lower)) return undefined;
  const leading = nameEnd(clause, start);
  if (leading > start && words.prepositions.has(tokens[leading]?.lower ?? '')) {
    const phrase: Phrase = { from: start, to: leading, kind: 'name' };
    if (!isOnlyTitle(clause, phrase)) return phrase;
  }
  const from = descriptionStart(clause, start, to);
  return isDescription(clause, from, to) ? { from, to, kind: 'description' } : undefined;
}

/** A description begins at its last article that no preposition stands before. */
function descriptionStart({ tokens, words }: Clause, start: number, to: number): number {
  for (let at = to - 1; at > start; at--) {
    const before = tokens[at - 1]!;
    if (
      words.determiners.has(tokens[at]!.lower) &&
      !words.prepositions.has(before.lower) &&
      !words.determiners.has(before.lower)
    ) {
      return at;
    }
  }
  return start;
}

function isDescription({ tokens, words }: Clause, from: number, to: number): boolean {
  if (to - from > MAX_DESCRIPTION) return false;
  const stretch = tokens.slice(from, to);
  if (stretch.some(({ kind, lower }) => kind !== 'word' || words.auxiliaries.has(lower)))
    return false;
  if (stretch.every(({ lower }) => words.determiners.has(lower))) return false;
  return (
    words.determiners.has(stretch[0]!.lower) || stretch.some(({ lower }) => words.roles.has(lower))
  );
}

function firstPreposition({ tokens, words }: Clause, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (words.prepositions.has(tokens[at]!.lower)) return at;
  return undefined;
}

/** Skips what opens a clause before its subject: "But", "However", "also". */
function skipOpening({ tokens, words }: Clause, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const { lower } = tokens[at]!;
    const opens =
      words.fillers.has(lower) || (words.cuts.has(lower) && !words.prepositions.has(lower));
    if (!opens || words.determiners.has(lower)) break;
    at += 1;
  }
  return at;
}

/** Reads the stretch between two commas. */
export function readSegment(clause: Clause, from: number, to: number): Segment {
  const { tokens, words } = clause;
  const start = skipOpening(clause, from, to);
  if (start >= to) return { is: 'aside' };
  const first = tokens[start]!;
  if (words.relatives.has(first.lower)) return { is: 'relative' };
  if (/^\d/.test(first.lower) && to - start <= 3) return { is: 'number' };
  const stretch = tokens.slice(start, to);
  const isClause = stretch.some(({ lower }) => words.auxiliaries.has(lower));
  const subject = isClause ? undefined : readSubject(clause, start, to);
  if (subject && subject.kind !== 'description') return { is: 'speaker', phrase: subject };
  if (
    words.prepositions.has(first.lower) ||
    words.cuts.has(first.lower) ||
    isParticiple(clause, start)
  ) {
    return { is: 'aside' };
  }
  return subject ? { is: 'speaker', phrase: subject } : { is: 'other' };
}

function isParticiple(clause: Clause, at: number): boolean {
  const { lower, capital } = clause.tokens[at]!;
  return (!capital || isCommon(clause, clause.tokens[at]!)) && /(?:ing|ed)$/.test(lower);
}

/** Reads the phrase that a clause begins with, as far as it names the subject for certain: "Prime Minister Lee has". */
export function readLeading(clause: Clause, from: number, to: number): Phrase | undefined {
  const { tokens, words } = clause;
  const start = skipOpening(clause, from, to);
  if (start >= to) return undefined;
  if (words.pronouns.has(tokens[start]!.lower))
    return { from: start, to: start + 1, kind: 'pronoun' };
  let at = start;
  while (at < to && nameEnd(clause, at) === at && isBeforeName(clause, at)) at += 1;
  const end = nameEnd(clause, at);
  if (end === at) {
    const isPerson = tokens.slice(start, at).some(({ lower }) => words.roles.has(lower));
    return isPerson ? { from: start, to: at, kind: 'description' } : undefined;
  }
  const name: Phrase = { from: at, to: end, kind: 'name' };
  const next = tokens[end];
  // "Acme's chief Ann Lee", "Acme spokesman Ann Lee", "Acme officials".
  if (next && end < to && (tokens[end - 1]!.possessive || words.roles.has(next.lower))) {
    return readLeading(clause, end, to) ?? { from: start, to: end + 1, kind: 'description' };
  }
  return isOnlyTitle(clause, name) ? { ...name, from: start, kind: 'description' } : name;
}

function isBeforeName({ tokens, words }: Clause, at: number): boolean {
  const { kind, lower, possessive } = tokens[at]!;
  return kind === 'word' && (words.determiners.has(lower) || words.roles.has(lower) || possessive);
}
