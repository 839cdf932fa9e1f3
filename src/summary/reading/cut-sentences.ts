import type { Sentence } from '../../text/sentences.ts';
import { wordSet } from '../../text/word-set.ts';
import { isBoilerplate } from './boilerplate-sentence.ts';
import { isFragment } from './finite-verb.ts';

/** Words after which a sentence goes on: "Apple has made the launch date of.", "starring My Week With." */
const OPEN_END =
  /(?:^|\s)(?:[Tt]he|With|And|Of|For|From|an?|towards?|including|such as|called on|and|or|than|its|their|our|my|your|whose|because|per|(?:the|an?|two|three|\d+) (?:[\p{L}’'-]+ )?[\p{L}’'-]+ of|(?:of|for|with|in|per) (?:new|other|many|several|own|late))\.$/u;

/** The last words of these. To look for them first takes a tenth of the time. */
const OPEN_LAST =
  wordSet(`the The With And Of For From a an toward towards including as on and or than its their our my
  your whose because per of for with in new other many several own late`);

/** A line that ends in the middle of a sentence, with a stop that its publisher did not write. */
const BROKEN_LINE = /\. (?=\p{Ll}{2})(?<=\s\p{Ll}{3,15},?\. )(?<!\s(?:etc|approx)\. )/u;

/** A line of so many words that has no verb is a part of its neighbours. */
const PART_WORDS = { min: 4, max: 8 } as const;

/** "Richard Lee of the Marine." goes on. */
const IS_HEAD = / (?:of|for|in|at) the \p{Lu}[\p{L}’'-]*\.$/u;

/** "HIV infections each year." ends a sentence. "The Lees at home.", "In happier days." are captions. */
const IS_TAIL =
  /^(?!(?:I|We|You|He|She|It|They|This|That|These|Those|There|The|An?|His|Her|Their|Its|My|Our|In|On|At|From|With|For|By|No|Not)\s|\p{Lu}\S*\s\p{Lu})[^:]{1,80}\.$/u;

/**
 * Finds the sentences of an English text that were cut at the end of a line, and what is left of them. Some
 * scraped texts have a stop after each line; where the next begins with a capital, nothing else tells.
 */
export function findCutSentences(source: string, sentences: readonly Sentence[]): Set<number> {
  const cut = new Set<number>();
  const isBroken = BROKEN_LINE.test(source);
  const isNext = (i: number): boolean =>
    i + 1 < sentences.length &&
    !source.slice(sentences[i]!.end, sentences[i + 1]!.start).includes('\n');
  for (const [i, { text }] of sentences.entries()) {
    const isOpen = OPEN_LAST.has(lastLetters(text)) && OPEN_END.test(text.slice(-60));
    const isPart = isBroken && isPartOfLine(text);
    if (!isOpen && !isPart) continue;
    cut.add(i);
    if (isNext(i) && (isOpen || IS_HEAD.test(text))) cut.add(i + 1);
    else if (i > 0 && isNext(i - 1) && IS_TAIL.test(text)) cut.add(i - 1);
  }
  return cut;
}

/** The letters before the last stop, as far as they are plain ones: "of" of "the launch date of." */
function lastLetters(text: string): string {
  let start = text.length - 1;
  while (start > 0 && ((text.charCodeAt(start - 1) | 32) - 97) >>> 0 < 26) start -= 1;
  return text.slice(start, -1);
}

/** Whether a sentence is a part of another one rather than a heading or a caption. */
function isPartOfLine(text: string): boolean {
  const words = countWords(text, PART_WORDS.max + 1);
  return (
    words >= PART_WORDS.min &&
    words <= PART_WORDS.max &&
    (IS_HEAD.test(text) || (IS_TAIL.test(text) && !isBoilerplate(text, words))) &&
    isFragment(text, words)
  );
}

/** How many words a text has between spaces, counted up to a number. */
function countWords(text: string, most: number): number {
  let words = 1;
  for (let at = text.indexOf(' '); at !== -1 && words < most; at = text.indexOf(' ', at + 1)) {
    words += 1;
  }
  return words;
}
