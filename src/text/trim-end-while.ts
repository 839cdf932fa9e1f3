/**
 * Removes characters from the end of a text while `character` matches them. A pattern such as
 * `/[\s,]+$/` starts anew at every character of a run that is not at the end, and its time grows with
 * the square.
 */
export function trimEndWhile(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
