/** Returns the `aria-level` of a message's next heading from its written level. */
export type Outline = (written: number) => number;

/** The page's own headings above a message: the channel and the list of messages. */
const HEADINGS_ABOVE = 2;

/** Creates the outline of a message, which skips no level whatever levels were written. */
export function createOutline(): Outline {
  const above: number[] = [];
  return (written) => {
    while ((above.at(-1) ?? 0) >= written) above.pop();
    above.push(written);
    return HEADINGS_ABOVE + above.length;
  };
}
