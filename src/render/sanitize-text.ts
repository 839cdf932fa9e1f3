/**
 * Removes control characters, and bidirectional embeddings, overrides and isolates, with which a
 * text could reverse what follows it. Marks that only affect their neighbours (LRM, RLM, ALM) and
 * emoji joiners stay. Unpaired surrogates become U+FFFD, and every kind of line end becomes a
 * line feed.
 */
export function sanitizeText(text: string): string {
  // Most texts have none of it, and are asked about several times on their way into a message.
  if (!UNWANTED.test(text)) return text;
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/[\t\v\f\u00a0]/gu, ' ')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (control) =>
      control === '\n' ? control : '',
    )
    .replaceAll(/\p{Surrogate}/gu, '\u{fffd}');
}

const UNWANTED = /[\p{Cc}\u00a0\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/u;

/** Like `sanitizeText`, on one line: runs of white space become one space. */
export function sanitizeLine(text: string): string {
  return sanitizeText(text).replaceAll(/\s+/gu, ' ').trim();
}
