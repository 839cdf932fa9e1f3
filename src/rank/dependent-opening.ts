/** Openings that point back at a sentence before: pronouns, connectives, bare demonstratives. */
const OPENINGS: Readonly<Record<string, RegExp>> = {
  en: /^(?:he|she|they|it|his|her|their|its|this|that|these|those|but|and|or|so|however|also|still|yet|then|instead|meanwhile|moreover|nevertheless|therefore|thus|otherwise|both|another|others|such|here|the (?:former|latter|pair|two|move|decision|incident|announcement))\b/,
  de: /^(?:er|sie|es|ihr|ihre|sein|seine|dies|diese|dieser|dieses|das|aber|und|doch|jedoch|auch|dennoch|dabei|damit|dann|zudem|außerdem|beide)\b/,
  fr: /^(?:il|elle|ils|elles|ce|cet|cette|ces|cela|son|sa|ses|leur|leurs|mais|et|or|donc|cependant|toutefois|ainsi|puis|aussi|en revanche)\b/,
  es: /^(?:él|ella|ellos|ellas|este|esta|estos|estas|esto|eso|su|sus|pero|y|sin embargo|además|también|así|entonces|ambos)\b/,
  it: /^(?:egli|lui|lei|essi|loro|questo|questa|questi|queste|ciò|suo|sua|ma|e|però|tuttavia|inoltre|anche|così|poi)\b/,
  pt: /^(?:ele|ela|eles|elas|este|esta|isto|isso|esse|essa|seu|sua|mas|e|porém|contudo|além disso|também|assim|então)\b/,
  ru: /^(?:он|она|они|оно|это|этот|эта|эти|его|её|их|но|и|а|однако|также|при этом|кроме того|затем)(?!\p{L})/u,
};

/** Whether a sentence begins with a word whose sense stands in the sentence before. */
export function isDependentOpening(sentence: string, lang: string): boolean {
  const pattern = Object.hasOwn(OPENINGS, lang) ? OPENINGS[lang] : undefined;
  const opening = sentence
    .slice(0, 60)
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return pattern?.test(opening) ?? false;
}
