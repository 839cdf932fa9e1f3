/** Gives the level at which those who hear a message find its next heading, by the one it was written at. */
export type Outline = (written: number) => number;

/** Headings of a message stand below those of the page: its channel, and the list of messages. */
const HEADINGS_ABOVE = 2;

/** Creates the outline of a message: no level is skipped, whichever were written. */
export function createOutline(): Outline {
  const above: number[] = [];
  return (written) => {
    while ((above.at(-1) ?? 0) >= written) above.pop();
    above.push(written);
    return HEADINGS_ABOVE + above.length;
  };
}
