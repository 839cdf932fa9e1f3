/** Nouns of time that "this" and "that" point at from the present: "This week" hangs on nothing. */
export const TIME_NOUN =
  'week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter|time';

/** People of whom some can only be spoken of after all of them. */
const PEOPLE =
  'men|women|people|girls|boys|children|victims|suspects|attackers|gunmen|dead|injured|wounded|survivors|hostages|bodies|detainees|defendants|passengers|soldiers|officers|students|candidates|groups|companies|cases|ships|houses|homes|cars|others';

/** Words after which a plural is explained at once: "two of the men who fled". */
const EXPLAINING =
  'who|whom|whose|that|which|in|from|of|at|on|to|with|killed|held|arrested|accused|charged|convicted|named|aboard';

/** Nouns that mostly stand for something that has a name of its own. */
export const STANDING_IN =
  'creature|animal|beast|practice|comments|remarks|allegations|claims|threats|phenomenon|gesture|stunt|prank|compilation|gadget|device|couple|findings';

const COUNT =
  '\\p{N}+|at least|one|two|three|four|five|six|some|many|most|all|none|neither|both|each|several|few';

/** The words of English, in lower case. */
export const ENGLISH_OPENINGS: readonly string[] = [
  // Pronouns; but "It is not clear", "It emerged that" speak of nothing before.
  'he|she|they|his|her|hers|their|theirs|its|him|them',
  'it(?! (?:is|was|has been|had been|remains?|remained|will be|would be)(?: not| now| also| still)? (?:un)?(?:clear|known|likely|possible|understood|believed|thought|feared|reported|alleged|claimed|said|announced|hoped|expected|estimated)\\b| emerged| is not the first| appears| seems)',
  // Demonstratives, alone or before a noun.
  `(?:this|that|these|those)(?! (?:${TIME_NOUN})\\b| is the (?:\\p{L}+ )?moment\\b)`,
  `(?:in|at|on|by|after|before|for|from|under|since|during|with|despite|until|like|according to|because of|as for) (?:that|these|those|this(?! (?:${TIME_NOUN})\\b)|the same|such|it|him|her|them)`,
  `to \\p{L}+ (?:that|these|those|this(?! (?:${TIME_NOUN})\\b)|it|them)`,
  // "More than 90 percent of its deposits were above the limit."
  `(?:(?:more|less|fewer) than |nearly |almost |about |around |over )?(?:${COUNT}|half|much|part|a third|a quarter)(?: [\\p{L}\\p{N}.%]+){0,2} of (?:its|their|his|her)(?! kind\\b)`,
  'the (?:[\\p{L}-]+ ){1,2}(?:added|adds)|(?:well|oh|sure|yes|no|okay)(?=,)',
  // "Many left early": of those who were spoken of.
  '(?:many|some|most|several|all|none|few)(?: (?:were|had|left|fled|died|came|went|got|took|wore|carried|stayed|arrived|tried|managed|said|told|felt|complained))',
  `(?:${COUNT})(?: \\p{L}+)? of (?:them|these|those|the (?:two|three|four|(?:${PEOPLE})(?! (?:${EXPLAINING})\\b)))`,
  `(?:\\p{L}+ ){1,4}(?:of|in|at|on|for|from|behind|to|with|by|about|against) (?:this|these)(?! (?:${TIME_NOUN})\\b)`,
  // "What it means is that everyone will lose."
  'what (?:it|this|that|they|he|she)',
  'not only that|all this|all of (?:this|that)|the following',
  '(?:another|others|such|here|the (?:former|latter|pair|duo|two|trio|move|decision|incident|announcement|same))',
  'both(?! \\p{L}+ and\\b)|in (?:each case|both cases|either case|neither case)(?=,)',
  '(?:\\p{L}+ ){1,3}(?:after|before|since) (?:that|this)(?=,)',
  `all (?:three|four|five|six|seven|eight|nine|ten) (?:${PEOPLE})(?! (?:${EXPLAINING})\\b)`,
  'the (?:first|second|third|other|others|last|rest) (?:has|have|had|is|was|are|were|will|would|could|came|took|said|went)',
  'there(?=,)|the next (?:move|step|stage)|because(?= (?:if|they|it|he|she|we|you)\\b|[^,]*\\.$)',
  '(?:none|neither|some|most|half) of the \\p{L}+ (?:was|were|is|are|had|have|has|could|would|did)|to which|to (?:this|that) end|the other(?= \\p{L}+ (?:\\p{L}+ )?(?:is|was|are|were|has|had)\\b)|as for|as part of the \\p{Ll}+(?=,)',
  // Nouns that stand for what was said, before a verb or a comma: "The creature was", "The comments, made".
  `the (?:[\\p{L}-]+ )?(?:${STANDING_IN})(?=,| (?:(?:is|was|were|are|has|have|had|will|would|could|can|may|might|also|then|\\p{L}{2,}ed|caused|came|drew|led|requires|involves|comes|makes)\\b))`,
  // Connectives.
  'but|and|or|nor|yet|still|however|also|instead|meanwhile|moreover|furthermore|nevertheless|nonetheless|therefore|thus|hence|otherwise|similarly|likewise|consequently|besides|indeed|afterwards?|later|earlier',
  'so(?![ -](?:far|called)\\b)|then(?!-)|even (?:so|then)|(?:by|since|until|back) then',
  'for (?:example|instance)|in (?:addition|response|contrast|turn|return|fact|other words)|by contrast|as a (?:result|consequence)|on the (?:other hand|contrary)|at the (?:same )?time|that said|no wonder',
  '(?:(?:a|an|one|two|three|\\d+|several|a few) )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier|before|after)(?! \\p{L})',
  'the (?:next|following|previous) (?:day|morning|night|week|month|year)',
];
