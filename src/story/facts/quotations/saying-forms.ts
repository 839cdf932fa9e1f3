import { buildAttribution, type Attribution } from './attribution.ts';
import { nameEnd, type Clause, type Phrase } from './name-phrase.ts';
import { readSubject } from './read-phrase.ts';
import { skipFillersLeft, subjectAfter, subjectBefore, subjectOfClause } from './speech-subject.ts';

const MAX_QUOTED_REACH = 16;
const MAX_WITH_REACH = 10;
const MAX_EARLIER_REACH = 80;
const MAX_EARLIER = 8;

/** Reads "saying", "adding that" and the like, which take their subject from the clause they stand in. */
export function readSayingForm(
  clause: Clause,
  at: number,
  before: readonly Attribution[],
  weak: boolean,
): Attribution | undefined {
  const { tokens, words } = clause;
  const end = skipFillersLeft(clause, at);
  const previous = tokens[end - 1];
  // "was saying"
  if (previous && words.passives.has(previous.lower)) {
    return buildAttribution(at, subjectBefore(clause, end - 1), { weak });
  }
  if (previous?.lower === 'as') return readQuoted(clause, at, end - 1);
  const subject = subjectAfterWith(clause, at) ?? sharedSubject(clause, at, before);
  return buildAttribution(at, subject, { weak });
}

/** The subject of a verb that has none of its own: that of the verb of saying before, or the clause's. */
export function sharedSubject(
  clause: Clause,
  at: number,
  before: readonly Attribution[],
): Phrase | undefined {
  const earlier = before
    .slice(-MAX_EARLIER)
    .findLast(({ passive, weak, subject }) => !passive && !weak && subject);
  if (!earlier || at - earlier.verb > MAX_EARLIER_REACH) return subjectOfClause(clause, at);
  if (namesAnother(clause, earlier.to, at)) return undefined;
  const isCut = clause.tokens.slice(earlier.verb, at).some(({ kind }) => kind === 'break');
  return isCut ? subjectOfClause(clause, at) : earlier.subject;
}

/** "Lee said that Ross came, saying": either may speak. Who adds is the first. */
function namesAnother(clause: Clause, from: number, at: number): boolean {
  const { tokens } = clause;
  if (tokens.slice(at, at + 4).some(({ lower }) => /^add(?:s|ed|ing)?$/.test(lower))) return false;
  for (let that = from; that < at; that++) {
    if (tokens[that]!.lower === 'that' && nameEnd(clause, that + 1) > that + 1) return true;
  }
  return false;
}

/** "quoted Lee as saying", "Lee was quoted by the BBC as saying". */
function readQuoted(clause: Clause, at: number, as: number): Attribution | undefined {
  const { tokens, words } = clause;
  const isBe = (i: number): boolean => words.passives.has(tokens[i]?.lower ?? '');
  for (let verb = as - 1; verb >= 0 && as - verb < MAX_QUOTED_REACH; verb--) {
    if (tokens[verb]!.lower !== 'quoted' && tokens[verb]!.lower !== 'cited') continue;
    const end = skipFillersLeft(clause, verb);
    if (!isBe(end - 1) && !isBe(verb - 1)) {
      return buildAttribution(at, subjectAfter(clause, verb + 1), { from: verb });
    }
    const subject = subjectBefore(clause, isBe(end - 1) ? end - 1 : end);
    return buildAttribution(at, subject, { from: subject?.from ?? verb });
  }
  return undefined;
}

/** "with Ann Lee noting that": a subject of its own. */
function subjectAfterWith(clause: Clause, at: number): Phrase | undefined {
  const { tokens } = clause;
  const from = Math.max(0, at - MAX_WITH_REACH);
  for (let start = at - 1; start >= from && tokens[start]!.kind === 'word'; start--) {
    if (tokens[start]!.lower === 'with') return readSubject(clause, start + 1, at);
  }
  return undefined;
}
