/** Nouns of time that "this" and "that" point at from the present: "This week" hangs on nothing. */
const TIME_NOUN =
  'week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter|time';

const COUNT = 'one|two|three|four|five|six|some|many|most|all|none|neither|both|each|several|few';

const ENGLISH = [
  // Pronouns; but "It is not clear", "It emerged that" speak of nothing before.
  'he|she|they|his|her|hers|their|theirs|its|him|them',
  'it(?! (?:is|was|has been|had been|remains?|remained|will be|would be)(?: not| now| also| still)? (?:un)?(?:clear|known|likely|possible|understood|believed|thought|feared|reported|alleged|claimed|said|announced|hoped|expected|estimated)\\b| emerged| is not the first| appears| seems)',
  // Demonstratives, alone or before a noun.
  `(?:this|that|these|those)(?! (?:${TIME_NOUN})\\b)`,
  `(?:in|at|on|by|after|before|for|from|under|since|during|with|despite|until|like|according to|because of|as for) (?:that|these|those|this(?! (?:${TIME_NOUN})\\b)|the same|such|it|him|her|them)`,
  `to \\p{L}+ (?:that|these|those|this(?! (?:${TIME_NOUN})\\b)|it|them)`,
  `(?:${COUNT}) of (?:them|these|those|the (?:two|three|four))`,
  '(?:another|others|such|here|the (?:former|latter|pair|duo|two|trio|move|decision|incident|announcement|same))',
  'both(?! \\p{L}+ and\\b)',
  // Connectives.
  'but|and|or|nor|yet|still|however|also|instead|meanwhile|moreover|furthermore|nevertheless|nonetheless|therefore|thus|hence|otherwise|similarly|likewise|consequently|besides|indeed|afterwards?|later|earlier',
  'so(?![ -](?:far|called)\\b)|then(?!-)|even (?:so|then)|(?:by|since|until|back) then',
  'for (?:example|instance)|in (?:addition|response|contrast|turn|return|fact|other words)|by contrast|as a (?:result|consequence)|on the (?:other hand|contrary)|at the (?:same )?time|that said|no wonder',
  '(?:(?:a|an|one|two|three|\\d+|several|a few) )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier|before|after)(?! \\p{L})',
  'the (?:next|following|previous) (?:day|morning|night|week|month|year)',
];

/** Openings that point back at a sentence before: pronouns, connectives, bare demonstratives. */
const OPENINGS: Readonly<Record<string, RegExp>> = {
  en: new RegExp(`^(?:${ENGLISH.join('|')})(?![\\p{L}\\p{N}])`, 'u'),
  de: /^(?:er|sie|es|ihr|ihre|sein|seine|dies|diese|dieser|dieses|das|aber|und|doch|jedoch|auch|dennoch|dabei|damit|dann|zudem|außerdem|beide)\b/,
  fr: /^(?:il|elle|ils|elles|ce|cet|cette|ces|cela|son|sa|ses|leur|leurs|mais|et|or|donc|cependant|toutefois|ainsi|puis|aussi|en revanche)\b/,
  es: /^(?:él|ella|ellos|ellas|este|esta|estos|estas|esto|eso|su|sus|pero|y|sin embargo|además|también|así|entonces|ambos)\b/,
  it: /^(?:egli|lui|lei|essi|loro|questo|questa|questi|queste|ciò|suo|sua|ma|e|però|tuttavia|inoltre|anche|così|poi)\b/,
  pt: /^(?:ele|ela|eles|elas|este|esta|isto|isso|esse|essa|seu|sua|mas|e|porém|contudo|além disso|também|assim|então)\b/,
  ru: /^(?:он|она|они|оно|это|этот|эта|эти|его|её|их|но|и|а|однако|также|при этом|кроме того|затем)(?!\p{L})/u,
};

const STARTS_WITH_WORD = /^[a-z]/;
const NO_WORD = /^[^\p{L}\p{N}]+/u;

/** A quotation mark that opens the sentence, and its kind of closing mark not in the middle of a word. */
const OPENED = /^(?:(["“„])|([‘‚'])|([«»])|([‹›]))/u;
const CLOSED: readonly RegExp[] = [
  /.["”“]/su,
  /.[’‘'](?!\p{L})/su,
  /.(?:»|«(?!\p{L}))/su,
  /.(?:›|‹(?!\p{L}))/su,
];

/** Whether a sentence is half a quotation: it opens one and does not close it, or closes one at its end that it did not open. */
export function isHalfQuoted(sentence: string): boolean {
  const opened = OPENED.exec(sentence);
  if (opened)
    return !CLOSED[opened.slice(1).findIndex((mark) => mark !== undefined)]!.test(sentence);
  const last = sentence.slice(-2);
  if (last.includes('”')) return !/[“„]/.test(sentence);
  return last.includes('"') && sentence.indexOf('"') >= sentence.length - 2;
}

/** Whether a sentence begins with a word whose sense stands in the sentence before. */
export function isDependentOpening(sentence: string, lang: string): boolean {
  const pattern = Object.hasOwn(OPENINGS, lang) ? OPENINGS[lang] : undefined;
  if (!pattern) return false;
  const opening = sentence.slice(0, 80).toLowerCase();
  return pattern.test(STARTS_WITH_WORD.test(opening) ? opening : opening.replace(NO_WORD, ''));
}
