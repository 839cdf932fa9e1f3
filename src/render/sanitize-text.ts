/**
 * Takes out what is no text: control characters, and the bidirectional embeddings, overrides and
 * isolates by which a text could turn round what stands after it. Marks that only order their own
 * neighbours (LRM, RLM, ALM) and joiners of emoji stay. Broken surrogates become U+FFFD, and every
 * kind of line end becomes "\n".
 */
export function sanitizeText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/[\t\v\f\u00a0]/gu, ' ')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (control) =>
      control === '\n' ? control : '',
    )
    .replaceAll(/\p{Surrogate}/gu, '\u{fffd}');
}

/** As `sanitizeText`, on one line: runs of white space become one space. */
export function sanitizeLine(text: string): string {
  return sanitizeText(text).replaceAll(/\s+/gu, ' ').trim();
}
