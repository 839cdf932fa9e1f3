/**
 * A number with its noun: "1 publisher", "2 publishers", "0 entries".
 *
 * @example countOf(1, 'entry', 'entries') // '1 entry'
 */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
