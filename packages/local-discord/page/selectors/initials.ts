/** Background colours for initials. White text has a contrast of at least 4.5:1 on each. */
const FILLS = [
  '#4752c4',
  '#8a3ab9',
  '#b5305e',
  '#a04a00',
  '#19703d',
  '#0b6e8f',
  '#5f6672',
] as const;

/** Returns the initials of a name, which are shown instead of an avatar. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s_-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x20).toUpperCase())
    .join('');
}

/** Returns the background colour for an id, always the same one. */
export function fillOf(id: string): string {
  let sum = 7;
  for (const digit of id) sum = (sum * 31 + digit.charCodeAt(0)) % 9_973;
  return FILLS[sum % FILLS.length] ?? FILLS[0];
}
