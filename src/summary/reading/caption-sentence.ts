import { WORD_KINDS } from './word-kinds.ts';

/** Words that say where to look in a picture. */
const PICTURED =
  /\((?:left|right|centre|center|above|below|top|bottom|file|seen here|[lr](?:-[lr]|eft to right)?)\b[^)]{0,40}\)|(?<!\()\bpictured\b|^(?:above|below|left|right|inset)\b|\p{L}, (?:left|right|cent(?:re|er)|(?:far|second from) (?:left|right)|from left)(?:,| and\b)/iu;

/** A report's own sentence may have "(pictured)" in brackets, so it says less. */
const POINTING = /\([^()]{0,30}\bpictured\b/iu;

/** A label before what is seen: "Tense: Murray shows his emotion." */
const LABELLED =
  /^([^\s:"“„«]+(?:\s[^\s:"“„«]+){0,4}):\s['‘]?\p{Lu}(?:[^.]|\.(?=\S|\s\p{Ll})){0,240}\.?$/u;

/** What makes a label a clause of its own, or the place or speaker of a report: "He said: …", "WHO: …". */
const NO_LABEL =
  /\b(?:is|are|was|were|has|had|have|will|can|said|says?|add(?:s|ed)|warn(?:s|ed)|writes?|wrote|tweeted|asks?|asked|tells?|told|reads?|means?|notes?|noted|posted|replied|answered|explained|insisted|concluded|announced)$|\b(?:is|are|was|were|has|had|have|will|can|said|told)\s|^\p{Lu}{2,}(?:\s\p{Lu}{2,})*$/u;

/**
 * Whether a sentence reads like the caption of a picture, which the reader does not see.
 * `kinds` are the bits of `WORD_KINDS` that its words have; by default all, so that every pattern is tried.
 */
export function isCaption(sentence: string, kinds = ~0): boolean {
  const opening = sentence.slice(0, 400);
  if (opening.includes(':')) {
    const label = LABELLED.exec(opening)?.[1];
    if (label !== undefined && !NO_LABEL.test(label)) return true;
  }
  return mayBePictured(opening, kinds) && PICTURED.test(opening);
}

/** Whether a sentence points at a picture in passing: "Mayor Lee (pictured) resigned." */
export function pointsAtPicture(sentence: string, kinds = ~0): boolean {
  const opening = sentence.slice(0, 400);
  return mayBePictured(opening, kinds) && POINTING.test(opening);
}

function mayBePictured(opening: string, kinds: number): boolean {
  return (kinds & WORD_KINDS.caption) !== 0 || opening.includes('(');
}
