import { distance } from 'fastest-levenshtein';

/** A suggestion's name may differ from what was typed by this share of its letters. */
const MAX_DIFFERENCE = 0.4;
/** Of a shorter name, even one edit leaves too little to suggest it. */
const MIN_NAME_CHARS = 4;
/**
 * Lengths of typed text for which something is suggested. With fewer letters nobody can tell what is
 * meant; comparing takes time in proportion to the length.
 */
const TYPED_CHARS = { min: 3, max: 60 } as const;
/** People who type the beginning of a name mean it, rather than one that is an edit away. */
const BEGINNING_EDITS = 0.5;

/**
 * Finds what was probably meant by a misspelled name: the candidate with the name that is fewest edits
 * away (Levenshtein), if one is close enough. Of several, the first. Each candidate comes with its
 * names; these and the typed text have to be folded in the same way.
 *
 * @example findSimilar('frence', [['FR', ['france']], ['ES', ['spain']]]) // 'FR'
 */
export function findSimilar<Meant>(
  typed: string,
  candidates: Iterable<readonly [meant: Meant, names: readonly string[]]>,
): Meant | undefined {
  if (typed.length < TYPED_CHARS.min || typed.length > TYPED_CHARS.max) return undefined;
  let best: { readonly meant: Meant; readonly edits: number } | undefined;
  for (const [meant, names] of candidates) {
    for (const name of names) {
      if (name.length < MIN_NAME_CHARS) continue;
      const edits = name.startsWith(typed) ? BEGINNING_EDITS : distance(typed, name);
      if (edits > name.length * MAX_DIFFERENCE) continue;
      if (!best || edits < best.edits) best = { meant, edits };
    }
  }
  return best?.meant;
}
