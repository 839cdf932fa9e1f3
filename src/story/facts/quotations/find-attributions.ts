import { type Clause, type Phrase } from './name-phrase.ts';
import { skipFillersLeft, subjectAfter, subjectBefore, subjectOfClause } from './speech-subject.ts';

/** A verb of saying, or "according to", with who says it as far as the sentence names him. */
export interface Attribution {
  /** Index of the verb's token. */
  readonly verb: number;
  /** Tokens [from, to) are the verb and its subject. */
  readonly from: number;
  readonly to: number;
  readonly subject: Phrase | undefined;
  /** Counts only beside a quotation. */
  readonly weak: boolean;
  /** The subject follows the verb: "said Lee". */
  readonly inverted: boolean;
  /** "was described as": the speaker follows "by" or is not named. */
  readonly passive: boolean;
}

/** Finds the verbs of saying of a sentence, in order, outside its quotations. */
export function findAttributions(clause: Clause): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < clause.tokens.length; at++) {
    const attribution = attributionAt(clause, at, found);
    if (attribution) found.push(attribution);
  }
  return found;
}

function attributionAt(
  clause: Clause,
  at: number,
  before: readonly Attribution[],
): Attribution | undefined {
  const { tokens, words } = clause;
  const { kind, lower, capital } = tokens[at]!;
  if (kind !== 'word') return undefined;
  const source = sourceAt(clause, at);
  if (source) return source;
  if (capital && at > 0) return undefined;
  if (words.saying.has(lower)) return sayingAt(clause, at, before);
  if (words.beside.has(lower)) return besideAt(clause, at);
  const strong = words.says.has(lower);
  if (!strong && !words.weak.has(lower)) return undefined;
  return finiteAt(clause, at, before, !strong);
}

function sourceAt(clause: Clause, at: number): Attribution | undefined {
  for (const phrase of clause.words.according) {
    if (!phrase.every((word, i) => clause.tokens[at + i]?.lower === word)) continue;
    const start = at + phrase.length;
    const subject = subjectAfter(clause, start);
    if (subject) return build(at, subject, { inverted: true, to: subject.to });
  }
  return undefined;
}

/** „…“, so Lee. */
function besideAt(clause: Clause, at: number): Attribution | undefined {
  if (at === 0 || !isInverted(clause, at)) return undefined;
  const subject = subjectAfter(clause, at + 1);
  return subject && build(at, subject, { inverted: true, weak: true, to: subject.to });
}

function sayingAt(
  clause: Clause,
  at: number,
  before: readonly Attribution[],
): Attribution | undefined {
  const { tokens, words } = clause;
  const end = skipFillersLeft(clause, at);
  const previous = tokens[end - 1];
  if (previous && words.passives.has(previous.lower)) {
    const subject = subjectBefore(clause, end - 1);
    return build(at, subject, { weak: !words.says.has(tokens[at]!.lower) });
  }
  if (previous?.lower === 'as') return quotedAt(clause, at, end - 1);
  const subject = earlierSubject(before, at, clause) ?? subjectOfClause(clause, at);
  return build(at, subject, { from: at });
}

/** "quoted Lee as saying", "Lee was quoted by the BBC as saying". */
function quotedAt(clause: Clause, at: number, as: number): Attribution | undefined {
  const { tokens, words } = clause;
  for (let verb = as - 1; verb >= 0 && as - verb < 16; verb--) {
    if (tokens[verb]!.lower !== 'quoted' && tokens[verb]!.lower !== 'cited') continue;
    const end = skipFillersLeft(clause, verb);
    const passive =
      words.passives.has(tokens[end - 1]?.lower ?? '') ||
      words.passives.has(tokens[verb - 1]?.lower ?? '');
    const subject = passive
      ? subjectBefore(clause, words.passives.has(tokens[end - 1]?.lower ?? '') ? end - 1 : end)
      : subjectAfter(clause, verb + 1);
    return build(at, subject, { from: subject?.from ?? verb });
  }
  return undefined;
}

function finiteAt(
  clause: Clause,
  at: number,
  before: readonly Attribution[],
  weak: boolean,
): Attribution | undefined {
  const { tokens, words } = clause;
  const { lower } = tokens[at]!;
  if (words.caseless) return build(at, subjectAfter(clause, at + 1), { inverted: true });
  const end = skipFillersLeft(clause, at);
  const previous = tokens[end - 1];
  const isPassive =
    words.passives.has(previous?.lower ?? '') || words.passives.has(tokens[at - 1]?.lower ?? '');
  if (isPassive || words.agents.has(tokens[at + 1]?.lower ?? ''))
    return passiveAt(clause, at, weak);
  if (previous?.lower === 'to' && end === at && tokens[end - 2]?.lower !== 'on') return undefined;
  if (isInverted(clause, end)) {
    const subject = subjectAfter(clause, at + 1);
    return subject && build(at, subject, { inverted: true, weak, to: subject.to });
  }
  if (previous && (words.joints.has(previous.lower) || previous.lower === 'to')) {
    return build(at, earlierSubject(before, at, clause) ?? subjectOfClause(clause, end - 1), {
      from: at,
      weak,
    });
  }
  if (previous && words.relatives.has(previous.lower))
    return build(at, antecedent(clause, end - 1), { from: at, weak });
  return ordinaryAt(clause, at, end, before, weak, lower);
}

function ordinaryAt(
  clause: Clause,
  at: number,
  end: number,
  before: readonly Attribution[],
  weak: boolean,
  lower: string,
): Attribution | undefined {
  const { tokens, words } = clause;
  const isOpen = tokens[end - 1]?.kind === 'comma';
  const left = subjectBefore(clause, at);
  const right = isOpen && lower !== 'told' ? subjectAfter(clause, at + 1) : undefined;
  if (right?.kind === 'name' && left?.kind !== 'name' && endsPhrase(clause, right.to)) {
    return build(at, right, { inverted: true, weak, to: right.to });
  }
  if (words.nouns.has(lower) && (!left || left.kind === 'description') && !isRole(clause, left))
    return undefined;
  if (left) return build(at, left, { from: left.from, weak });
  if (isOpen && right && endsPhrase(clause, right.to))
    return build(at, right, { inverted: true, weak, to: right.to });
  return build(
    at,
    isOpen ? (earlierSubject(before, at, clause) ?? subjectOfClause(clause, end - 1)) : undefined,
    { from: at, weak },
  );
}

function isRole({ tokens, words }: Clause, phrase: Phrase | undefined): boolean {
  return phrase !== undefined && words.roles.has(tokens[phrase.to - 1]!.lower);
}

function passiveAt(clause: Clause, at: number, weak: boolean): Attribution {
  const { tokens, words } = clause;
  for (let by = at + 1; by < tokens.length && by - at < 20; by++) {
    if (tokens[by]!.kind === 'break') break;
    if (!words.agents.has(tokens[by]!.lower)) continue;
    const subject = subjectAfter(clause, by + 1);
    return build(at, subject, { weak, passive: true });
  }
  return build(at, undefined, { weak, passive: true });
}

/** Whether nothing but a quotation stands before a verb: "…," said Lee. */
function isInverted({ tokens }: Clause, end: number): boolean {
  let at = end;
  while (
    at > 0 &&
    end - at < 2 &&
    (tokens[at - 1]!.kind === 'comma' || tokens[at - 1]!.kind === 'dash')
  )
    at -= 1;
  return at === 0 || tokens[at - 1]!.kind === 'quotation';
}

/** Whether a speaker after a verb is complete, instead of the subject of what is said. */
function endsPhrase({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at];
  return (
    !next ||
    next.kind !== 'word' ||
    words.prepositions.has(next.lower) ||
    words.calendar.has(next.lower)
  );
}

/** "Lee, who said"; "a man who said". */
function antecedent(clause: Clause, relative: number): Phrase | undefined {
  const comma = clause.tokens[relative - 1]?.kind === 'comma' ? relative - 1 : relative;
  const subject = subjectBefore(clause, comma);
  return subject?.kind === 'pronoun' ? undefined : subject;
}

/** The subject of the verb of saying before, if only words and commas stand between: "Lee said …, adding". */
function earlierSubject(
  before: readonly Attribution[],
  at: number,
  { tokens }: Clause,
): Phrase | undefined {
  const earlier = before
    .slice(-8)
    .findLast(({ passive, weak, subject }) => !passive && !weak && subject);
  if (!earlier || at - earlier.verb > 80) return undefined;
  for (let i = earlier.verb; i < at; i++) if (tokens[i]!.kind === 'break') return undefined;
  return earlier.subject;
}

function build(
  verb: number,
  subject: Phrase | undefined,
  given: Partial<Pick<Attribution, 'from' | 'to' | 'weak' | 'inverted' | 'passive'>>,
): Attribution {
  const { from = verb, to = verb + 1, weak = false, inverted = false, passive = false } = given;
  return { verb, from, to, subject, weak, inverted, passive };
}
