import type { Sentence } from '../../text/sentences.ts';

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

/** A longer paragraph is a report whose last stop was forgotten. */
const MAX_HEADING_WORDS = 30;

/** How a sentence ends, in any script. */
const FINAL_STOP = /[.!?…:。！？：｡؟۔।॥։;|]\s?["'“”‘’»«›‹)\]」』]*$/u;

/**
 * By sentence of a text in any language, whether it is a headline or caption between the paragraphs: a paragraph of its own
 * without a stop, in a text whose other sentences have one.
 */
export function findHeadings(source: string, sentences: readonly Sentence[]): boolean[] {
  const isStopped = sentences.map(({ text }) => FINAL_STOP.test(text.slice(-8)));
  const stops = isStopped.filter(Boolean).length;
  if (stops * 2 <= sentences.length) return isStopped.map(() => false);
  return sentences.map(({ text, start, end }, i) => {
    if (isStopped[i]) return false;
    const before = source.slice(sentences[i - 1]?.end ?? 0, start);
    const after = source.slice(end, sentences[i + 1]?.start);
    const isAlone = (i === 0 || before.includes('\n')) && after.includes('\n');
    return isAlone && hasFewWords(text, MAX_HEADING_WORDS);
  });
}

/** In a text that is written so throughout, a space before the stop tells nothing. */
const MAX_SPACED = 0.2;

/** A longer sentence is the report's own, whose space is a slip. */
const MAX_SPACED_WORDS = 15;

/**
 * By sentence of an English text, whether it is a link or caption to which a scraper gave a stop of its own, after a
 * space: "Hundreds found under a market ."
 */
export function findSpacedLines(sentences: readonly Sentence[]): boolean[] {
  const isSpaced = sentences.map(({ text }) => text.endsWith(' .') && text.at(-3) !== '.');
  const spaces = isSpaced.filter(Boolean).length;
  if (spaces > sentences.length * MAX_SPACED) return isSpaced.map(() => false);
  return sentences.map(({ text }, i) => isSpaced[i]! && hasFewWords(text, MAX_SPACED_WORDS));
}

function hasFewWords(text: string, most: number): boolean {
  return text.split(/\s+/u, most + 1).length <= most;
}
