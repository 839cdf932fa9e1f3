/** How many answers are remembered. A site uses a few hundred classes. */
const MAX_KNOWN = 4000;
/** Longer texts are rare, and remembering many would take memory. */
const MAX_CHARS = 500;

/** Remembers what a function says about short texts that come again and again. */
export function rememberByText(ask: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const said = known.get(text);
    if (said !== undefined) return said;
    const answer = ask(text);
    if (text.length <= MAX_CHARS) {
      if (known.size >= MAX_KNOWN) known.clear();
      // A piece of a page would keep the whole page in memory. A copy doesn't.
      known.set(Buffer.from(text).toString(), answer);
    }
    return answer;
  };
}
