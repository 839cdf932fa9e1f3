/** The word before a stop, including points and hyphens inside it. */
export function lastWord(block: string, from: number, to: number): string {
  let start = to;
  while (start > from && isWordUnit(block, start - 1)) start -= 1;
  const word = block.slice(start, to);
  return isAsciiLetter(word.charCodeAt(0)) ? word : word.replace(/^[-.'’]+/, '');
}

/** "Sen" of "then-Sen. Lee", "Mt" of "Aoraki-Mt. Cook": what follows a hyphen with a capital, in lower case. */
export function titleOf(word: string): string {
  const title = word.slice(word.lastIndexOf('-') + 1);
  return /^\p{Lu}/u.test(title) ? title.toLowerCase() : '';
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code) || /[\d.'&-]/.test(text.charAt(at));
  // Surrogate halves stand for letters of rare scripts here.
  return /[\p{L}\p{M}\p{N}\p{Cs}’°º]/u.test(text.charAt(at));
}

export function isAsciiCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || isAsciiCapital(code);
}
