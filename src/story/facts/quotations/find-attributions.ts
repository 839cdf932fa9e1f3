import { buildAttribution, type Attribution } from './attribution.ts';
import { hasRole, nameBefore, type Clause, type Phrase } from './name-phrase.ts';
import { readSayingForm, sharedSubject } from './saying-forms.ts';
import { skipFillersLeft, subjectAfter, subjectBefore, subjectOfClause } from './speech-subject.ts';

const MAX_AGENT_REACH = 20;
const MAX_NAME = 10;

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
  if (words.beside.has(lower)) return besideAt(clause, at);
  // "noted that", "promised that" say something in any case.
  const weak = words.weak.has(lower) && tokens[at + 1]?.lower !== 'that';
  if (words.saying.has(lower)) return readSayingForm(clause, at, before, weak);
  if (!words.says.has(lower) && !words.weak.has(lower)) return undefined;
  if (words.caseless) {
    return buildAttribution(at, subjectAfter(clause, at + 1), { inverted: true });
  }
  return finiteAt(clause, at, before, weak);
}

function sourceAt(clause: Clause, at: number): Attribution | undefined {
  for (const phrase of clause.words.according) {
    if (!phrase.every((word, i) => clause.tokens[at + i]?.lower === word)) continue;
    const subject = subjectAfter(clause, at + phrase.length);
    if (subject) return buildAttribution(at, subject, { inverted: true });
  }
  return undefined;
}

/** „…“, so Lee. */
function besideAt(clause: Clause, at: number): Attribution | undefined {
  if (at === 0 || !isInverted(clause, at)) return undefined;
  const subject = subjectAfter(clause, at + 1);
  return subject && buildAttribution(at, subject, { inverted: true, weak: true });
}

function finiteAt(
  clause: Clause,
  at: number,
  before: readonly Attribution[],
  weak: boolean,
): Attribution | undefined {
  const { tokens, words } = clause;
  const end = skipFillersLeft(clause, at);
  const previous = tokens[end - 1]?.lower ?? '';
  const isPassive = words.passives.has(previous) || words.passives.has(tokens[at - 1]?.lower ?? '');
  if (isPassive || words.agents.has(tokens[at + 1]?.lower ?? '')) {
    return buildAttribution(at, agentAfter(clause, at), { weak, passive: true });
  }
  // "declined to say", but "went on to say".
  if (previous === 'to' && tokens[end - 2]?.lower !== 'on') return undefined;
  if (isInverted(clause, end)) {
    return at === 0 && weak ? undefined : afterQuotation(clause, at, weak);
  }
  if (words.joints.has(previous) || previous === 'to') {
    return buildAttribution(at, sharedSubject(clause, end - 1, before), { weak });
  }
  if (words.relatives.has(previous)) {
    return buildAttribution(at, antecedent(clause, end - 1), { weak, relative: true });
  }
  return tokens[end - 1]!.kind === 'comma'
    ? afterComma(clause, at, end, before, weak)
    : afterSubject(clause, at, end, weak);
}

/** "…," said Lee; or Lee, who sang "…," said that. */
function afterQuotation(clause: Clause, at: number, weak: boolean): Attribution | undefined {
  const subject = subjectAfter(clause, at + 1);
  const isSpeaker = subject && (subject.kind !== 'description' || hasRole(clause, subject));
  const own = isSpeaker ? undefined : subjectOfClause(clause, at);
  if (own) return buildAttribution(at, own, { weak });
  return subject && buildAttribution(at, subject, { inverted: true, weak });
}

function afterSubject(
  clause: Clause,
  at: number,
  end: number,
  weak: boolean,
): Attribution | undefined {
  const subject = subjectBefore(clause, at);
  if (!isVerbOf(clause, at, end, subject)) return undefined;
  return buildAttribution(at, subject, { from: subject?.from ?? at, weak });
}

/** "Lee, the mayor, said" or "…, said Lee" or "Lee came, saw, said". */
function afterComma(
  clause: Clause,
  at: number,
  end: number,
  before: readonly Attribution[],
  weak: boolean,
): Attribution | undefined {
  const left = subjectBefore(clause, at);
  const right = clause.tokens[at]!.lower === 'told' ? undefined : subjectAfter(clause, at + 1);
  const inverted = right && endsPhrase(clause, right.to);
  if (inverted && (!left || (right.kind === 'name' && left.kind !== 'name'))) {
    return buildAttribution(at, right, { inverted, weak });
  }
  if (!isVerbOf(clause, at, end, left)) return undefined;
  const subject = left ?? sharedSubject(clause, end - 1, before);
  return buildAttribution(at, subject, { from: left?.from ?? at, weak });
}

/** Whether a word that is a noun as well is a verb here: "they claim", "Lee claims", but not "Acme reports" for "the reports". */
function isVerbOf(
  { tokens, words }: Clause,
  at: number,
  end: number,
  subject: Phrase | undefined,
): boolean {
  const { lower } = tokens[at]!;
  if (!words.nouns.has(lower) || subject?.kind === 'pronoun') return true;
  if (tokens.slice(end, at).some((token) => words.auxiliaries.has(token.lower))) return true;
  const head = subject && tokens[subject.to - 1]!.lower;
  if (!subject || head === undefined) return false;
  const isRole = words.roles.has(head);
  const isPlural = head.endsWith('s') || head === 'police';
  return lower.endsWith('s')
    ? subject.kind === 'name' || (isRole && !isPlural)
    : isRole && isPlural;
}

function agentAfter(clause: Clause, at: number): Phrase | undefined {
  const { tokens, words } = clause;
  for (let by = at + 1; by < tokens.length && by - at < MAX_AGENT_REACH; by++) {
    if (tokens[by]!.kind === 'break') break;
    if (words.agents.has(tokens[by]!.lower)) return subjectAfter(clause, by + 1);
  }
  return undefined;
}

/** Whether nothing but a quotation stands before a verb: "…," said Lee; «…», — said Lee. */
function isInverted({ tokens }: Clause, end: number): boolean {
  const isMark = (i: number): boolean => tokens[i]?.kind === 'comma' || tokens[i]?.kind === 'dash';
  let at = end;
  while (end - at < 2 && isMark(at - 1)) at -= 1;
  return at === 0 || tokens[at - 1]!.kind === 'quotation';
}

/** Whether a speaker after a verb is complete, instead of the subject of what is said. */
function endsPhrase({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at];
  if (next?.kind !== 'word') return true;
  return words.prepositions.has(next.lower) || words.calendar.has(next.lower);
}

/** "Lee, who said"; "a man who said". */
function antecedent(clause: Clause, relative: number): Phrase | undefined {
  const { tokens, words } = clause;
  const hasComma = tokens[relative - 1]?.kind === 'comma';
  const end = hasComma ? relative - 1 : relative;
  const name = nameBefore(clause, Math.max(0, end - MAX_NAME), end);
  // "the people in Rome who said"
  const isPlace = name && !hasComma && words.prepositions.has(tokens[name.from - 1]?.lower ?? '');
  if (name) return isPlace ? undefined : name;
  const subject = subjectBefore(clause, end);
  return subject?.kind === 'pronoun' ? undefined : subject;
}
