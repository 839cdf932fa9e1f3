/** "Saturday, January 8, 2005": a day, a year and at most six words. */
const DATE =
  /^(?=.*\p{Nd}{4})(?=(?:.*\P{Nd})?\p{Nd}{1,2}(?!\p{Nd}))[^\p{L}]*(?:\p{L}[\p{L}\p{M}'’.-]*[^\p{L}]*){1,6}$/u;

/** Whether a line is the date above a report. */
export function isDateLine(line: string): boolean {
  return line.length < 60 && DATE.test(line);
}

/** How many characters of a sentence are a date that stands on a line of its own before it. */
export function measureDateLine(sentence: string): number {
  const line = /^.{4,60}?\s*\n\s*/u.exec(sentence)?.[0] ?? '';
  return isDateLine(line.trim()) ? line.length : 0;
}
