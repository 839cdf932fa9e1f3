import type { PrintedWords } from '../printed-words.ts';
import type { Reading, ReadingSentence } from '../reading.ts';

/** Words that follow the name of a person: "Heidi Olson, 26", "Ann Lee, who". */
const AFTER_PERSON = /^(?:\d{2}|who|said|told|says)$/u;

/** A name that so many articles of the background have needs no introduction. */
const WELL_KNOWN = 5;

/** "Miss Cronin" stands alone as "Cronin" does. */
const TITLE =
  /^(?:Miss|Sir|Lord|Lady|Dame|Private|Sergeant|Corporal|Lieutenant|Captain|Colonel|Inspector|Detective|Judge|Professor)$/u;

/** "Del Piero" and "Dr Delgado" stand alone too, if the article brings them in by a name before that. */
const PARTICLE =
  /^(?:De|Del|Della|Di|Da|Dos|Du|Van|Von|Ten|Al|El|Bin|Ibn|Abu|Dr|Mr|Mrs|Ms|Prof|Officer|Deputy|Mayor|Coach|Pastor)$/u;

/** What may follow the last name: "Leroy Bell Jr." */
const SUFFIX = /^(?:Jr|Sr|II|III)\b/u;

/** What a speaker does, after the name. */
const SAYS = /^(?:said|says|told|added|explained|wrote)$/u;

/** How many occurrences of a word are looked at to see whether it is the first name of a person. */
const OCCURRENCES = 5;

/**
 * Finds the names of an English sentence that stand alone, though the article brings in whom they mean by a longer
 * name: the positions of "Graner", "Heidi".
 */
export function findBareNames(reading: Reading, sentence: ReadingSentence): number[] {
  const { text } = reading.printed;
  const bare: number[] = [];
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    if (!text.isName(at) || text.isRun(at) || text.isLinked(at)) continue;
    if (at > sentence.firstWord && (text.isRun(at - 1) || text.isLinked(at - 1))) {
      const before = text.print(at - 1, at - 1);
      const isTitled = TITLE.test(before) || (PARTICLE.test(before) && hasNameBefore(text, at));
      if (!isTitled || (at - 1 > sentence.firstWord && text.isRun(at - 2))) continue;
    }
    // "Ministry of Defence" is whole without "British", and "Ann and Peter Lee" are named.
    const next = at + 1 < sentence.endWord ? text.print(at + 1, at + 1) : '';
    if (next === 'of' || (next === 'and' && text.isRun(at + 2))) continue;
    if (needsIntroduction(reading, at, sentence)) bare.push(at);
  }
  return bare;
}

/** Whether the article brings in a bare name before: by a longer name that it is part of, or with an age; or a rare one that a sentence opens with. */
function needsIntroduction(
  { printed: { text }, capitals, vocabulary }: Reading,
  at: number,
  { firstWord, endWord }: ReadingSentence,
): boolean {
  const term = text.terms[at]!;
  const first = text.terms.indexOf(term);
  const word = text.print(at, at);
  // "Environmentalists said": at the beginning of a sentence a plural is hardly ever a name.
  const isName = at > firstWord || (capitals[term]! > 1 && !word.endsWith('s'));
  const isRare = isName && /\p{Ll}/u.test(word) && vocabulary[term]!.background < WELL_KNOWN;
  const next = at + 1 < endWord ? text.print(at + 1, at + 1) : '';
  // "Lee said" of somebody whose whole name is nowhere.
  if (isRare && SAYS.test(next) && !isInLongerName(text, term)) return true;
  if (first >= firstWord) return false;
  const isLast = !text.isRun(first) || SUFFIX.test(text.print(first + 1, first + 1));
  if (first > 0 && text.isRun(first - 1) && isLast) return true;
  return isFirstName(text, term) || (isRare && at === firstWord);
}

/** Whether the article first has a surname, with its particle or title or without, after another name: "Alessandro Del Piero". */
function hasNameBefore(text: PrintedWords, at: number): boolean {
  const first = text.terms.indexOf(text.terms[at]!);
  const previous = first - 1;
  if (previous < 0 || !text.isRun(previous)) return false;
  return (
    !PARTICLE.test(text.print(previous, previous)) || (previous > 0 && text.isRun(previous - 1))
  );
}

function isInLongerName(text: PrintedWords, term: number): boolean {
  let at = text.terms.indexOf(term);
  for (let count = 0; at !== -1 && count < OCCURRENCES; count++) {
    if (text.isRun(at) || (at > 0 && text.isRun(at - 1))) return true;
    at = text.terms.indexOf(term, at + 1);
  }
  return false;
}

function isFirstName(text: PrintedWords, term: number): boolean {
  let at = text.terms.indexOf(term);
  for (let count = 0; at !== -1 && count < OCCURRENCES; count++) {
    let last = at;
    while (text.isRun(last)) last += 1;
    const isNamed = text.isName(at) && last + 1 < text.terms.length;
    if (isNamed && (at === 0 || !text.isRun(at - 1))) {
      const next = text.print(last + 1, last + 1);
      if (last > at ? AFTER_PERSON.test(next) : /^\d{2}$/u.test(next)) return true;
    }
    at = text.terms.indexOf(term, at + 1);
  }
  return false;
}
