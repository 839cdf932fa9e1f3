import { findSimilar } from '../text/find-similar.ts';

/** Whether a reader means this publisher: case, accents, punctuation and a leading "the" do not matter. */
export function isSourceNamed(source: string | undefined, named: string): boolean {
  return source !== undefined && (source === named || foldName(source) === foldName(named));
}

/** Finds the publisher whose name, or a word of it, is most similar to what was typed, if one is similar enough. */
export function similarSource(typed: string, sources: readonly string[]): string | undefined {
  return findSimilar(
    foldName(typed),
    sources.map((name) => {
      const folded = foldName(name);
      return [name, [folded, ...folded.split(' ')]] as const;
    }),
  );
}

function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?the /, '')
    .trim();
}
