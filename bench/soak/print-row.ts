/** Prints a row of a table: its name, then its cells. */
export function printRow([name = '', ...cells]: readonly string[]): void {
  console.log(name.padEnd(16) + cells.map((cell) => cell.padStart(14)).join(''));
}
