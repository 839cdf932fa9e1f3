/** Whether a publisher is the one that a reader named: case, accents and a leading "the" apart. */
export function isSourceNamed(source: string | undefined, named: string): boolean {
  return source !== undefined && (source === named || foldName(source) === foldName(named));
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
