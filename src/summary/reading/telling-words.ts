import { STANDING_IN } from './openings/english-openings.ts';
import { PICTURED_VERBS } from './pictured-action.ts';

/**
 * English words of which every match of some patterns has one; those patterns are tried only on sentences that have one.
 * By the name of the kind in `WORD_KINDS`.
 */
const LISTS = {
  demonstrative: 'this that these those',
  pronoun: 'he him his she her hers it its they them themselves their theirs',
  person: 'I we my our us me you your',
  // Other words by which a sentence points at what was said before it: `points-back`, `dependent-opening`.
  joining:
    'also however therefore instead meanwhile likewise similarly nevertheless hand contrast though',
  there: 'there',
  pointing: 'such next following previous same',
  timeNoun: 'day night morning afternoon evening time week year',
  both: 'both',
  remarks: 'comments remarks',
  made: 'issued made gave delivered posted',
  them: 'they them themselves their theirs',
  standingIn: `trio pair duo two group ${STANDING_IN}`,
  preposition: 'for of in at after before by from with about during to on behind against',
  // What is done at the moment of a picture: `caption-sentence`.
  pictured: PICTURED_VERBS.join(' '),
  action: `image images photo photos photograph photographs picture pictures map graphic
    celebrate celebrates pose poses gestures reacts looks waves strikes heads tackles challenges controls applauds
    scores kisses hugs embraces salutes congratulates greeted comforted congratulated consoled mobbed helped tackled
    challenged sits stands walks speaks rides arrives attends watches smiles grins work works stand walk sit look hold
    holds carry carries wait waits watch inspect inspects examine examines pray prays gather line march guard patrol
    escort cheer light lay moment scene view shot still screengrab screenshot close`,
} as const;

export type TellingKind = keyof typeof LISTS;

const KINDS = Object.keys(LISTS) as TellingKind[];

const byWord = new Map<string, TellingKind[]>();
const PATTERNS = KINDS.map((kind) => {
  const words = LISTS[kind].split(/[\s|]+/);
  for (const word of words) {
    const lower = word.toLowerCase();
    byWord.set(lower, [...(byWord.get(lower) ?? []), kind]);
  }
  return { kind, pattern: new RegExp(String.raw`\b(?:${words.join('|')})\b`, 'iu') };
});

const NONE: readonly TellingKind[] = [];

/** The kinds of a word as printed. */
export function findTellingKinds(token: string): readonly TellingKind[] {
  if (/^[a-z]+$/i.test(token)) return byWord.get(token.toLowerCase()) ?? NONE;
  // "It's" and "you're" have such a word.
  return PATTERNS.filter(({ pattern }) => pattern.test(token)).map(({ kind }) => kind);
}
