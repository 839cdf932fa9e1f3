import { MONTH_NUMBERS } from '../../../article/calendar-words.ts';
import type { Corpus } from '../../../index/corpus/corpus.ts';
import { createMatcher, type MatchSpan } from '../../../summary/match-sentence.ts';
import type { QueryWords } from '../../../summary/query-words.ts';
import { plainWord } from '../../../summary/query-words.ts';
import { NO_TERM } from '../../../summary/reading/number-words.ts';
import type { Line, Reading } from '../../../summary/reading/reading.ts';
import { comparableWord, wordTerm } from '../../../text/terms.ts';
import { splitTokens } from '../../../text/tokens.ts';
import { wordsOfCountry } from './asked-countries.ts';
import { ANSWER_TUNING, type AskedWord, type Question } from './question.ts';
import { lightForms, sameWords } from './same-words.ts';

/** The words and phrases of a question, numbered: the words first. */
export interface QuestionMatcher {
  /** By number of a word, what it weighs by its rarity. */
  readonly weights: readonly number[];
  /** The numbers that a line has. */
  match(line: Line): ReadonlySet<number>;
  /** The numbers that the title has. */
  readonly inTitle: ReadonlySet<number>;
  /** Where a line has certain words. */
  spansOf(line: Line, numbers: readonly number[]): MatchSpan[];
}

/**
 * Prepares to find a question's words in an article: in any inflection, in other words for the same, and a country
 * by any of its names.
 */
export function createQuestionMatcher(
  question: Question,
  reading: Reading,
  corpus: Corpus,
): QuestionMatcher {
  const { words, phrases } = question;
  const terms = new Map<string, number>();
  const light = new Map<string, number>();
  const weights = words.map((word, number) => {
    const forms = question.lang === 'en' ? lightForms(word.text.toLowerCase()) : undefined;
    if (forms) {
      for (const form of forms) if (reading.lang === 'en') light.set(form, number);
      return ANSWER_TUNING.lightRarity;
    }
    const own = termOf(word.text, reading.lang);
    for (const term of [own, ...otherTerms(word, question.lang, reading.lang)]) {
      if (!terms.has(term)) terms.set(term, number);
    }
    return Math.min(corpus.idf(own), ANSWER_TUNING.mostRarity);
  });
  const query: QueryWords = {
    lang: reading.lang,
    terms,
    phrases: phrases.map((phrase, i) => ({
      number: words.length + i,
      words: splitTokens(phrase).map(({ text }) => plainWord(text, reading.lang)),
    })),
    shares: [],
  };
  const matchLine = createMatcher(reading, query);
  const wanted = reading.vocabulary.map(({ text }) => terms.get(text));
  const { printed } = reading;
  const printedAt = (at: number): string => printed.text.print(at, at).toLowerCase();
  const numberAt = (at: number): number | undefined => {
    const term = printed.text.terms[at]!;
    if (term !== NO_TERM) {
      const number = wanted[term];
      const word = number === undefined ? undefined : words[number]!;
      return word?.isKey && !isSameVerb(word.text.toLowerCase(), printedAt(at))
        ? undefined
        : number;
    }
    return light.size > 0 ? light.get(printedAt(at)) : undefined;
  };
  return {
    weights,
    match: (line) => {
      const found = new Set(phrases.length > 0 ? matchLine(line).found : []);
      for (let at = line.firstWord; at < line.endWord; at++) {
        const number = numberAt(at);
        if (number !== undefined) found.add(number);
      }
      return found;
    },
    inTitle: new Set(
      printed.title.terms.flatMap((term) => (term === NO_TERM ? [] : (wanted[term] ?? []))),
    ),
    spansOf: (line, numbers) => {
      const spans: MatchSpan[] = [];
      for (let at = line.firstWord; at < line.endWord; at++) {
        const number = numberAt(at);
        if (number === undefined || !numbers.includes(number)) continue;
        const { starts, ends } = printed.text;
        spans.push({ start: starts[at]! - line.start, end: ends[at]! - line.start });
      }
      return spans;
    },
  };
}

/** "Who piloted it" isn't answered by pilots: the verb stays a verb. */
function isSameVerb(asked: string, printed: string): boolean {
  if (!asked.endsWith('ed') || /(?:ed|ing)$/.test(printed)) return true;
  return sameWords(asked).includes(printed);
}

function termOf(word: string, lang: string): string {
  const comparable = comparableWord(word, lang);
  return wordTerm(comparable, lang) ?? comparable.toUpperCase();
}

/** Terms that say the same as a word: other English words, the names of the same country or month. */
function otherTerms({ text, country, role }: AskedWord, from: string, to: string): string[] {
  const others =
    from === 'en' && to === 'en' && role !== 'name' ? sameWords(text.toLowerCase()) : [];
  const names = country === undefined ? [] : wordsOfCountry(country, to);
  const month = MONTH_NUMBERS.get(text.toLowerCase());
  const months = [...MONTH_NUMBERS].flatMap(([name, number]) => (number === month ? [name] : []));
  return [
    ...months.map((name) => termOf(name, to)),
    ...others.map((word) => termOf(word, to)),
    // A short name is an abbreviation in capitals, which no stop word is: "US".
    ...names.map((name) => termOf(name.length <= 3 ? name.toUpperCase() : name, to)),
  ];
}
