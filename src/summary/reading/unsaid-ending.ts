/** A verb's end of a short sentence, its other half unsaid: "Ticket sales were not.", "Few would." */
const UNSAID_VERB =
  /^(?:\S+\s){0,5}(?:is|are|was|were|(?:would |could |should |must |might )?(?:has|have|had)(?: been)?|do|does|did|will|would|can|could|should)(?: not|n['’]t)?[.!]$/u;

/** "Bridges are built that way.", "Others did the same.", "She is too old for that." */
const UNSAID_MANNER =
  /\b(?:(?:that|this) way|the same|(?:about|for|with|into|like|by|from|after|than|beyond|against|of) that)[.!]$/u;

/** A remark on what was said: "My technique for getting aboard was a dangerous one." */
const UNSAID_NOUN = /\b(?:is|was|are|were) an? (?:very |more |rather )?[\p{L}-]+ one[.!]$/u;

/** Longer sentences say enough of their own. */
const MAX_LENGTH = 80;

/** Whether an English sentence ends with words whose sense stands in the sentence before. */
export function isUnsaidEnding(sentence: string, lang: string): boolean {
  if (lang !== 'en') return false;
  return (
    UNSAID_MANNER.test(sentence.slice(-16)) ||
    (sentence.length <= MAX_LENGTH && (UNSAID_VERB.test(sentence) || UNSAID_NOUN.test(sentence)))
  );
}
