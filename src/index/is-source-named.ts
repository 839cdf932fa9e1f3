/** Whether a reader means this publisher: case, accents, punctuation and a leading "the" do not matter. */
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
