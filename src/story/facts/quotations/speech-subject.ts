import { nameEnd, isOnlyTitle, type Clause, type Phrase } from './name-phrase.ts';
import { readLeading, readSegment, readSubject, type Segment } from './read-phrase.ts';

/** No subject is searched farther than so many tokens from its verb. */
const MAX_REACH = 48;
const MAX_DIRECT = 16;
const MAX_ASIDE = 24;

/** Finds the subject that ends before a token, directly or with an aside between commas. */
export function subjectBefore(clause: Clause, verb: number): Phrase | undefined {
  const at = skipFillersLeft(clause, verb);
  const end = skipAside(clause, at);
  if (end <= 0) return undefined;
  const before = clause.tokens[end - 1]!;
  if (before.kind === 'comma') return subjectWithAside(clause, end - 1);
  if (before.kind !== 'word') return undefined;
  return directSubject(clause, end);
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

/** Skips what stands in brackets or between dashes: "Ann Lee (Green) said". */
function skipAside({ tokens }: Clause, end: number): number {
  const mark = tokens[end - 1]?.kind;
  if (mark !== 'close' && mark !== 'dash') return end;
  const opening = mark === 'close' ? 'open' : 'dash';
  for (let at = end - 2; at >= 0 && end - at < MAX_ASIDE; at--) {
    const { kind } = tokens[at]!;
    if (kind === opening) return at;
    if (kind === 'quotation' || (kind === 'break' && mark === 'dash')) break;
  }
  return end;
}

function directSubject(clause: Clause, end: number): Phrase | undefined {
  const { tokens, words } = clause;
  let from = end;
  while (from > 0 && end - from < MAX_DIRECT) {
    const { kind, lower } = tokens[from - 1]!;
    if (kind !== 'word' || words.cuts.has(lower) || words.relatives.has(lower)) break;
    from -= 1;
  }
  const subject = readSubject(clause, from, end);
  if (tokens[from - 1]?.kind !== 'comma' || subject?.kind === 'pronoun') return subject;
  const head = openApposition(clause, from - 1, subject);
  return head ?? subject;
}

/** "Ann Lee, a professor in Santa Cruz said": the comma after the aside is missing. */
function openApposition(
  clause: Clause,
  comma: number,
  subject: Phrase | undefined,
): Phrase | undefined {
  if (subject?.kind === 'name' && !startsSmall(clause, subject, comma))
    return chainHead(clause, comma);
  const from = segmentStart(clause, comma);
  const segment = readSegment(clause, from, comma);
  return segment.is === 'speaker' && segment.phrase.kind === 'name' ? segment.phrase : undefined;
}

/** Whether words in front of the name belong to it: ", the minister's aide Ann Lee said". */
function startsSmall({ tokens, words }: Clause, { from }: Phrase, comma: number): boolean {
  return from > comma + 1 && words.determiners.has(tokens[comma + 1]!.lower);
}

/** The name directly after a quotation, if a description follows it: "…," Ann Lee, head of X, Y said. */
function chainHead(clause: Clause, comma: number): Phrase | undefined {
  const { tokens, words } = clause;
  let from = comma;
  while (from > 0 && comma - from < MAX_REACH && tokens[from - 1]!.kind !== 'quotation') {
    if (tokens[from - 1]!.kind === 'break') return undefined;
    from -= 1;
  }
  if (tokens[from - 1]?.kind !== 'quotation') return undefined;
  if (tokens[from]?.kind === 'comma') from += 1;
  const to = nameEnd(clause, from);
  const after = tokens[to + 1];
  if (to === from || tokens[to]?.kind !== 'comma' || !after) return undefined;
  const describes = words.determiners.has(after.lower) || words.roles.has(after.lower);
  return describes ? { from, to, kind: 'name' } : undefined;
}

/** The subject before a comma that closes an aside: "Ann Lee, 35, the mayor, said". */
function subjectWithAside(clause: Clause, comma: number): Phrase | undefined {
  let found: Phrase | undefined;
  let end = comma;
  for (let count = 0; end > 0 && comma - end < MAX_REACH && count < 8; count++) {
    const from = segmentStart(clause, end);
    const segment = readSegment(clause, from, end);
    const step = joinSegment(clause, segment, found, count);
    if (step === 'stop') return found;
    if (step === 'forget') found = undefined;
    else if (step !== 'keep') {
      if (step.kind === 'name' && (found !== undefined || count > 0)) return step;
      found = step;
      if (step.kind === 'pronoun') return undefined;
    }
    if (clause.tokens[from - 1]?.kind !== 'comma') return found && count > 0 ? found : undefined;
    end = from - 1;
  }
  return found;
}

function joinSegment(
  clause: Clause,
  segment: Segment,
  found: Phrase | undefined,
  count: number,
): 'stop' | 'forget' | 'keep' | Phrase {
  if (segment.is === 'number') return 'keep';
  if (segment.is === 'relative') return 'forget';
  if (segment.is === 'aside')
    return found?.kind === 'name' || (count > 0 && found) ? 'stop' : 'forget';
  if (segment.is !== 'speaker') return 'stop';
  const { phrase } = segment;
  // "The minister, Ann Lee, said": the name in the middle. "Ann Lee, Acme, said": the first.
  if (found?.kind === 'name' && (phrase.kind !== 'name' || isOnlyTitle(clause, phrase)))
    return 'stop';
  return phrase;
}

/** Where the stretch begins that ends at a comma. */
function segmentStart(clause: Clause, end: number): number {
  const { tokens } = clause;
  let from = end;
  while (from > 0 && end - from < MAX_REACH) {
    const { kind } = tokens[from - 1]!;
    if (kind === 'close') {
      const open = skipAside(clause, from);
      if (open === from) break;
      from = open;
      continue;
    }
    if (kind !== 'word') break;
    from -= 1;
  }
  return from;
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
    if (goesOn)
      return readAfter(clause, to, end) ?? { from: start, to: to + 1, kind: 'description' };
    const name: Phrase = { from: at, to, kind: 'name' };
    if (!isOnlyTitle(clause, name)) return name;
    at = to;
  }
  const described = describedAfter(clause, start, end);
  return described && (appositionAfter(clause, described.to) ?? described);
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
