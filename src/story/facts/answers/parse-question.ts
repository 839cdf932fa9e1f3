import type { Query } from '../../../index/query/query.ts';
import { MONTH_NUMBERS } from '../../../article/calendar-words.ts';
import { primaryLanguage } from '../../../text/language-tags.ts';
import { isStopWord } from '../../../text/stop-words.ts';
import { comparableWord, wordTerm } from '../../../text/terms.ts';
import { splitTokens, type Token } from '../../../text/tokens.ts';
import { wordSet } from '../../../text/word-set.ts';
import { speechWordsOf } from '../quotations/speech-words-of.ts';
import { findCountries } from './asked-countries.ts';
import type { AnswerKind, AskedWord, Question, WordRole } from './question.ts';
import { lightForms } from './same-words.ts';
import { QUESTION_FORMS, type QuestionForm } from './question-forms.ts';

/** Longer ones are no questions. */
const MOST_WORDS = 40;

/** A person has so many names at most if they are typed in small letters. */
const MOST_NAMES = 3;

/** Verbs of a question that say nothing, and words that no article repeats. */
const EMPTY = wordSet(
  'happen happens happened occur occurs occurred place exactly currently total today latest recent recently news name names called known tell person people',
);

/** How a question asks for money if it asks for an amount: "how much did it cost?" */
const MONEY =
  /(?<!\p{L})(?:cost|costs|pay|pays|paid|give|gives|gave|given|donate|donated|pledge|pledged|spend|spends|spent|earn|earned|owe|owes|owed|raise|raised|lose|lost|worth|charge|charges|charged|price|fine|fined|lend|lent|invest|invested|borrow|borrowed|contribute|contributed|receive|received)(?!\p{L})/u;

/**
 * Reads a question: the kind of answer that it expects, and what its words do. A text that is no question, such as
 * two words, expects a statement.
 *
 * @example parseQuestion({ words: ['Who', 'won', 'the', 'election?'], phrases: [] }, 'en')
 */
export function parseQuestion(query: Pick<Query, 'words' | 'phrases'>, locale: string): Question {
  const text = query.words.slice(0, MOST_WORDS).join(' ');
  const lower = text.toLowerCase();
  const { lang, form, length } = findForm(lower, locale);
  const isSafe = text.length === lower.length && !isAllCapitals(query.words, text);
  const whole = isSafe ? text : lower;
  const rest = whole.slice(length).replace(/\bdeath toll\b/iu, 'deaths');
  const read = readWords(rest, lang, form);
  const kind = chooseKind(form, lower, read, lang);
  const words = form?.isMeasure || kind === 'speech' ? read : promote(read);
  return {
    kind,
    lang,
    words,
    countsPeople: form?.isSought === true && COUNTS_PEOPLE.test(rest),
    phrases: query.phrases,
  };
}

/** Then capitals name nothing. Two words may be abbreviations. */
function isAllCapitals({ length }: readonly string[], text: string): boolean {
  return length >= 3 && text === text.toUpperCase();
}

const COUNTS_PEOPLE = /^ ?(?:people|persons|others)(?!\p{L})/iu;

interface FoundForm {
  readonly lang: string;
  readonly form: QuestionForm | undefined;
  /** How much of the text it takes. */
  readonly length: number;
}

/** Of the languages in which it begins a question, that of most stop words; of equals the reader's, then English. */
function findForm(lower: string, locale: string): FoundForm {
  const own = primaryLanguage(locale);
  const tokens = splitTokens(lower);
  const countStops = (lang: string): number =>
    tokens.filter(({ text }) => isStopWord(text, lang)).length;
  const found: FoundForm[] = [];
  for (const [lang, forms] of QUESTION_FORMS) {
    for (const form of forms) {
      const length = form.pattern.exec(lower)?.[0].length;
      if (length === undefined) continue;
      found.push({ lang, form, length });
      break;
    }
  }
  const score = ({ lang }: FoundForm): number =>
    countStops(lang) + (lang === own ? 0.5 : 0) + (lang === 'en' ? 0.25 : 0);
  const [best] = found.toSorted((a, b) => score(b) - score(a));
  if (best) return best;
  const lang = countStops(own) >= countStops('en') ? own : 'en';
  return { lang, form: undefined, length: 0 };
}

function chooseKind(
  form: QuestionForm | undefined,
  lower: string,
  words: readonly AskedWord[],
  lang: string,
): AnswerKind {
  const kind = form?.kind ?? 'statement';
  // "Who is Ann Lee?" asks what is said of her.
  const isWhoIs = words.every(({ role }) => role === 'name') || isNameInSmall(lower, lang);
  if (kind === 'person' && isWhoIs) return 'statement';
  return kind === 'number' && lang === 'en' && !form?.isSought && MONEY.test(lower)
    ? 'money'
    : kind;
}

/** "who is ann lee", without a capital; but "who is the mayor", "who was on board". */
function isNameInSmall(lower: string, lang: string): boolean {
  if (lang !== 'en') return false;
  const { roles, prepositions, determiners } = speechWordsOf(lang);
  const opening = /^who(?: is|['’]s| was) /u.exec(lower)?.[0];
  if (opening === undefined) return false;
  const words = splitTokens(lower.slice(opening.length)).map(({ text }) => text);
  const isNone = (word: string): boolean =>
    roles.has(word) || prepositions.has(word) || determiners.has(word);
  return words.length > 0 && words.length <= MOST_NAMES && !words.some(isNone);
}

/** Reads what the words after the opening of a question do. */
function readWords(rest: string, lang: string, form: QuestionForm | undefined): AskedWord[] {
  const { auxiliaries } = speechWordsOf(lang);
  const tokens = splitTokens(rest);
  const countries = findCountries(tokens, lang);
  const words: AskedWord[] = [];
  const seen = new Set<string>();
  const sought = form?.kind === 'number' ? 'sought' : 'sort';
  // "How long did it last": what it did is said.
  const isMeasure = form?.isMeasure === true && !DOES.test(rest);
  let role: WordRole = form?.isSought ? sought : isMeasure ? 'around' : 'said';
  let isSoughtRead = false;
  const has = (wanted: WordRole): boolean => words.some((word) => word.role === wanted);
  for (const [at, token] of tokens.entries()) {
    const lower = token.text.toLowerCase();
    const isSmall = lower === token.text;
    if (isSmall && opensCircumstances(lower, lang)) {
      if (role !== sought || isSoughtRead) role = 'around';
    } else if (auxiliaries.has(lower)) {
      // "How many people in Haiti were killed": the verb still comes.
      if (role === sought || (form?.isSought && !has('said'))) role = 'said';
    } else if (role === sought && isSoughtRead && !hasAuxiliary(tokens, at, lang)) role = 'said';
    if (role === sought) isSoughtRead = true;
    const isLast = lower === 'last' && form?.kind === 'length';
    const isLight = lang === 'en' && lightForms(lower) !== undefined;
    const date = readDate(token.text, lang);
    const isTerm =
      isLast ||
      isLight ||
      date.date !== undefined ||
      wordTerm(comparableWord(token.text, lang), lang) !== undefined;
    if (!isTerm || EMPTY.has(lower) || seen.has(lower)) continue;
    seen.add(lower);
    const country = countries.get(at);
    // German writes every noun with a capital.
    const isName =
      country !== undefined || /^\p{N}/u.test(token.text) || (!isSmall && lang !== 'de');
    words.push({
      // "Last" is no term, because it mostly is no verb.
      text: lower === 'last' ? 'lasted' : token.text,
      // "How many Romanians": they are counted.
      role: isName && role !== sought ? 'name' : role,
      ...(country !== undefined && { country }),
      ...date,
      ...(form?.kind === 'person' && at === 0 && !isName && { isKey: true as const }),
    });
  }
  return words;
}

/** A year, or a month; "may" and "march" are none in small letters. */
function readDate(word: string, lang: string): Pick<AskedWord, 'date'> {
  if (/^(?:1[0-9]|20)\d\d$/.test(word)) return { date: `${word}-` };
  const month = MONTH_NUMBERS.get(word.toLowerCase());
  const isClear = lang !== 'en' || /^\p{Lu}/u.test(word) || !/^(?:may|mar|march)$/.test(word);
  if (month === undefined || !isClear) return {};
  return { date: `-${String(month).padStart(2, '0')}-` };
}

const DOES = /^ (?:do|does|did|will|would|can|could|may|might|must|should|has|have|had) /iu;

/** "In", "during", "when": what follows tells of the circumstances. */
function opensCircumstances(lower: string, lang: string): boolean {
  const { prepositions, cuts, joints } = speechWordsOf(lang);
  return prepositions.has(lower) || (cuts.has(lower) && !joints.has(lower));
}

/** Whether an auxiliary follows before any preposition: all words before it are sought. */
function hasAuxiliary(tokens: readonly Token[], from: number, lang: string): boolean {
  const { auxiliaries } = speechWordsOf(lang);
  const next = tokens
    .slice(from, from + 5)
    .map(({ text }) => text.toLowerCase())
    .find((lower) => auxiliaries.has(lower) || opensCircumstances(lower, lang));
  return next !== undefined && auxiliaries.has(next);
}

/** If nothing is to be said, the circumstances are what is asked: "What did Lee say about prices?" */
function promote(words: readonly AskedWord[]): readonly AskedWord[] {
  const isAsked = words.some(({ role }) => role === 'sought' || role === 'said');
  if (isAsked) return words;
  return words.map((word) => (word.role === 'around' ? { ...word, role: 'said' as const } : word));
}
