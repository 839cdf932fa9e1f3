import { splitTokens, type Token } from '../../../text/tokens.ts';
import { isStopWord } from '../../../text/stop-words.ts';
import { PARTICLES } from '../quotations/name-phrase.ts';
import { speechWordsOf } from '../quotations/speech-words-of.ts';

/** Words with capitals that follow one another: a name. */
export interface CapitalRun {
  readonly words: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** It opens the sentence, so that its first word may be no name. */
  readonly isFirst: boolean;
}

/** Finds the names in a sentence, without days and months. */
export function findCapitalRuns(text: string, lang: string): CapitalRun[] {
  const { calendar } = speechWordsOf(lang);
  const tokens = splitTokens(text);
  const isPart = ({ text: word }: Token): boolean =>
    /^\p{Lu}/u.test(word) && !calendar.has(word.toLowerCase());
  const runs: CapitalRun[] = [];
  for (let first = 0; first < tokens.length; first++) {
    // "The Polar Prince": the run begins after the article.
    if (!isPart(tokens[first]!) || isArticle(tokens[first]!, lang)) continue;
    let last = first;
    for (;;) {
      const next = tokens[last + 1];
      if (!next || !isJoined(text, tokens[last]!, next)) break;
      const afterNext = tokens[last + 2];
      if (isPart(next)) last += 1;
      else if (PARTICLES.has(next.text) && afterNext && isPart(afterNext)) last += 2;
      else break;
    }
    const words = tokens.slice(first, last + 1);
    runs.push({
      words,
      start: words[0]!.start,
      end: words.at(-1)!.end,
      isFirst: first === 0,
    });
    first = last;
  }
  return runs;
}

function isArticle({ text }: Token, lang: string): boolean {
  return !/^\p{Lu}{2,}$/u.test(text) && isStopWord(text.toLowerCase(), lang);
}

/** A space, a hyphen or the point of an initial stands between two words. */
function isJoined(text: string, { end }: Token, { start }: Token): boolean {
  const between = text.slice(end, start);
  return between === ' ' || between === '-' || between === '. ';
}
