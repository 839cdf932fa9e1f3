/** A text as a literal of SQL, for statements that take no values. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
