import { isOnlyTitle, nameEnd, type Clause, type Phrase } from './name-phrase.ts';
import { readSegment, type Segment } from './read-phrase.ts';

/** No subject is searched farther than so many tokens from its verb. */
export const MAX_REACH = 48;
const MAX_SEGMENTS = 8;
const MAX_ASIDE = 24;

/** The stretch between two commas: tokens[from, to). */
type Stretch = Segment & { readonly to: number };

/** Skips what stands in brackets or between dashes: "Ann Lee (Green) said". */
export function skipAside({ tokens }: Clause, end: number): number {
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

/**
 * The subject before a comma that closes an aside: "Ann Lee, 35, the mayor, said"; "The minister, Ann
 * Lee, said". Of several names the first is it: "Ann Lee, mayor of Rome, Georgia, said".
 */
export function headBeforeAside(clause: Clause, comma: number): Phrase | undefined {
  let found: Phrase | undefined;
  const stretches = stretchesBefore(clause, comma);
  for (const stretch of stretches) {
    if (stretch.is === 'number') continue;
    if (stretch.is === 'relative') found = undefined;
    else if (stretch.is !== 'speaker' || stretch.phrase.kind === 'pronoun') break;
    else if (found?.kind !== 'name' || isName(clause, stretch.phrase)) found = stretch.phrase;
  }
  return stretches.length > 1 ? found : undefined;
}

/** The subject whose aside no comma closes: "Ann Lee, the mayor said". It opens its clause. */
export function headOfAside(clause: Clause, comma: number): Phrase | undefined {
  const { tokens, words } = clause;
  const [head, before] = stretchesBefore(clause, comma);
  // "On Monday, Ann Lee, the mayor said", but not "In Paris, France, the mayor said".
  if (before && (before.is !== 'aside' || tokens[before.to - 1]!.capital)) return undefined;
  if (head?.is !== 'speaker' || !isName(clause, head.phrase)) return undefined;
  const article = tokens[head.phrase.from - 1];
  return article && words.determiners.has(article.lower) ? undefined : head.phrase;
}

/** The name directly after a quotation, if a description follows it: "…," Ann Lee, head of X, Y said. */
export function headAfterQuotation(clause: Clause, comma: number): Phrase | undefined {
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

function isName(clause: Clause, phrase: Phrase): boolean {
  return phrase.kind === 'name' && !isOnlyTitle(clause, phrase);
}

/** The stretches that commas join to what stands before a comma, from the last to the first. */
function stretchesBefore(clause: Clause, comma: number): Stretch[] {
  const stretches: Stretch[] = [];
  let end = comma;
  while (end > 0 && comma - end < MAX_REACH && stretches.length < MAX_SEGMENTS) {
    const from = stretchStart(clause, end);
    stretches.push({ ...readSegment(clause, from, end), to: end });
    if (clause.tokens[from - 1]?.kind !== 'comma') break;
    end = from - 1;
  }
  return stretches;
}

function stretchStart(clause: Clause, end: number): number {
  const { tokens } = clause;
  let from = end;
  while (from > 0 && end - from < MAX_REACH) {
    const open = skipAside(clause, from);
    const { kind } = tokens[from - 1]!;
    if (kind === 'close' && open < from) from = open;
    else if (kind === 'word') from -= 1;
    else break;
  }
  return from;
}
