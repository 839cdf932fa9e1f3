/** Who does something in headlines. */
const WHO =
  'commissioner|ministers?|justices|judges?|lawyers?|players?|officials?|courts?|police|teens?|wom[ae]n|m[ae]n|mother|father|parents|suspects?|drivers?|pilots?|senators?|lawmakers?|leaders?|groups?|panel|jury|couple|family|hackers?|rebels?|troops|protesters?|survivors|victims|president|governor|mayor|chief|coach|star|singer|actor|actress|students?|teachers?|doctors|scientists|researchers|companies|company|firm|agency|bank|airline|militants|officers?|soldiers?|residents|voters|fans|critics|U\\.S\\.|China|Russia|Israel|Iran|Obama';

/** What they do there, in the present. Verbs of saying and thinking are in every report. */
const DOES =
  'wants?|dismiss(?:es)?|rejects?|faces?|vows?|seeks?|orders?|arrests?|charges?|finds?|kills?|wins?|loses?|accuses?|calls?|demands?|urges?|push(?:es)?|refuses?|plans?|apologi[sz]es?|admits?|den(?:y|ies)|sues?|bans?|blocks?|backs?|condemns?|reveals?|returns?|leaves?|launch(?:es)?|hits?|slams?|sentences?|blames?|mourns?|probes?|tests?|quits?|dies?|pleads?|opens?|closes?|clash(?:es)?|flees?|rescues?|visits?|meets?|votes?|approves?|passes?|overturns?|upholds?|strikes? down';

const HEADLINE = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}.’'-]* ){0,3}(?:\p{Lu}\p{Ll}+|${WHO}) (?:to \p{Ll}+|${DOES}) \S`,
  'u',
);
const HAS_WHO = new RegExp(String.raw`^(?:\p{Lu}[\p{L}.’'-]* ){0,3}(?:${WHO}) `, 'iu');

/** A report has one of these in nearly every sentence, a headline hardly ever. */
const REPORT_WORD =
  /(?<!\p{L})(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|was|were|had|said|says|he|she|they|it|who|which)(?!\p{L})|["“”:]/iu;

const MAX_WORDS = 14;

/** Whether an English sentence is the headline of another report, as links between paragraphs are: "Justices dismiss state law." */
export function isHeadlineLine(sentence: string, wordCount: number): boolean {
  return (
    wordCount <= MAX_WORDS &&
    HEADLINE.test(sentence) &&
    HAS_WHO.test(sentence) &&
    !REPORT_WORD.test(sentence)
  );
}
