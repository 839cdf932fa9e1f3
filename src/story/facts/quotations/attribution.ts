import type { Phrase } from './name-phrase.ts';

/** A verb of saying, or "according to", with who says it as far as the sentence names him. */
export interface Attribution {
  /** Index of the verb's token. */
  readonly verb: number;
  /** Tokens [from, to) are the verb and its subject. */
  readonly from: number;
  readonly to: number;
  readonly subject: Phrase | undefined;
  /** Counts only beside a quotation. */
  readonly weak: boolean;
  /** The subject follows the verb: "said Lee". */
  readonly inverted: boolean;
  /** "was described as": the speaker follows "by" or is not named. */
  readonly passive: boolean;
  /** In a clause about the speaker: "Lee, who said". */
  readonly relative: boolean;
}

const PLAIN = { weak: false, inverted: false, passive: false, relative: false } as const;

/** Builds an attribution; what isn't given is false. */
export function buildAttribution(
  verb: number,
  subject: Phrase | undefined,
  given: Partial<Omit<Attribution, 'verb' | 'subject'>> = {},
): Attribution {
  const to = given.inverted && subject ? subject.to : verb + 1;
  return { ...PLAIN, verb, subject, from: verb, to, ...given };
}
