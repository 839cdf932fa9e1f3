import type { AnswerKind } from './question.ts';

/** How a question begins, and what it expects. */
export interface QuestionForm {
  /** Matches from the beginning of a question in small letters. */
  readonly pattern: RegExp;
  readonly kind: AnswerKind;
  /** The words behind it are counted or named: "how many …". */
  readonly isSought?: boolean;
  /** It asks for a measure, and all that follows tells of what: "how deep is …". */
  readonly isMeasure?: boolean;
}

/** "Do you know", "please tell me", and what may stand before a question word: "in which city". */
const OPENING =
  '^(?:(?:so|and|but|please|well|okay),? )?(?:(?:can|could) (?:you|anyone) tell (?:me|us) |do (?:you|we) know |(?:please )?tell me |is it known )?(?:(?:in|on|at|by|to|from|for|since|of|under|with|until) )?';
const BE = '(?:is|are|was|were|will be|has been)';
const THE = '(?:the|a|an|his|her|its|their)';
const WHAT = '(?:what|which)';
/** A word before a noun: "which *Mexican* party". */
const MODIFIER =
  '(?:(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could) )[\\p{L}-]{1,20} )?';
const MEASURED =
  'toll|magnitude|size|population|turnout|rate|margin|score|age|temperature|capacity|length|height|depth|speed|weight';
const PLACES =
  'country|countries|city|cities|towns?|villages?|states?|provinces?|regions?|islands?|places?|ports?|airports?';
const NAMED =
  'person|people|man|woman|presidents?|ministers?|archbishop|bishop|king|queen|general|officers?|officials?|company|companies|firms?|banks?|airlines?|party|parties|groups?|teams?|players?|organi[sz]ations?|agency|agencies|newspapers?|candidates?|ships?';

function english(
  words: string,
  kind: AnswerKind,
  more: Pick<QuestionForm, 'isSought' | 'isMeasure'> = {},
): QuestionForm {
  return { pattern: new RegExp(`${OPENING}(?:${words})(?![\\p{L}\\p{N}'’-])`, 'u'), kind, ...more };
}

/** The first that matches counts. */
const ENGLISH: readonly QuestionForm[] = [
  english('how many(?: more| other| different)?', 'number', { isSought: true }),
  english('how much money', 'money'),
  english('how much(?= (?:do|does|did|will|would|can|could|has|have|had) )', 'number'),
  english(`how much(?= ${BE} )`, 'money', { isMeasure: true }),
  english('how much', 'number', { isSought: true }),
  english('how old', 'age', { isMeasure: true }),
  english('how long', 'length', { isMeasure: true }),
  english('how deep', 'depth', { isMeasure: true }),
  english('how (?:high|tall)', 'height', { isMeasure: true }),
  english('how (?:far|wide)', 'distance', { isMeasure: true }),
  english('how fast', 'speed', { isMeasure: true }),
  english('how heavy', 'weight', { isMeasure: true }),
  english('how (?:strong|powerful)', 'strength', { isMeasure: true }),
  english('how (?:big|large|hot|cold|warm)', 'number'),
  english('how (?:late|early|soon)', 'date'),
  english(`${WHAT} (?:percentage|percent|share|proportion|fraction)`, 'share'),
  english(`${WHAT} (?:number|amount) of`, 'number', { isSought: true }),
  english(`what ${BE} the (?:number|amount) of`, 'number', { isSought: true }),
  english(`what ${BE} ${THE}(?= ${MODIFIER}(?:death toll|${MEASURED})(?!\\p{L}))`, 'number'),
  english(`what(?= (?:${MEASURED})(?!\\p{L}))`, 'number'),
  english(`what ${BE} ${THE}(?= ${MODIFIER}(?:price|cost|budget|damage)(?!\\p{L}))`, 'money'),
  english(`${WHAT} year`, 'year'),
  english('(?:what|which) (?:time|hour)', 'hour'),
  english(`${WHAT} (?:day|date|month|week)`, 'date'),
  english('when', 'date'),
  english('where', 'place'),
  english(`${WHAT}(?= ${MODIFIER}(?:${PLACES})(?!\\p{L}))`, 'place', { isSought: true }),
  english('who|whom|whose', 'person'),
  english(`what ${BE} ${THE} names? of`, 'name'),
  english(`${WHAT}(?= ${MODIFIER}(?:${NAMED})(?!\\p{L}))`, 'name', { isSought: true }),
  english(`what ${BE} ${THE} (?:causes?|reasons?)(?: (?:of|for|behind|why|that))?`, 'reason'),
  english('what (?:has |had )?(?:caused|led to|triggered)', 'reason'),
  english('why|how come|what for', 'reason'),
  english(
    'what (?:did|does|has|have|is|was)(?= .{1,80} (?:say|said|saying|tell|told|announce|announced|promise|promised|warn|warned|claim|claimed)(?!\\p{L}))',
    'speech',
  ),
  english(
    `(?:what|which|how)(?: ${BE}| do| does| did| has| have| had| will| would| can| could)?`,
    'statement',
  ),
];

/** In other languages, by primary subtag: the word that opens the question. */
const FOREIGN: Readonly<Record<string, Partial<Record<AnswerKind | 'count', string>>>> = {
  de: {
    count: 'wie ?viele?',
    age: 'wie alt',
    length: 'wie lange?',
    depth: 'wie tief',
    height: 'wie hoch|wie groß',
    distance: 'wie weit',
    speed: 'wie schnell',
    person: 'wer|wen|wem|wessen',
    place: 'wo|wohin|woher|in welche[mnrs]? (?:land|stadt|ort)',
    date: 'wann|seit wann|an welchem tag',
    year: 'in welchem jahr',
    reason: 'warum|weshalb|wieso|aus welchem grund',
    statement: 'was|welche[mnrs]?|wie',
  },
  es: {
    count: 'cuánt[oa]s?|cuant[oa]s?',
    person: 'quién(?:es)?|quien(?:es)?|a quién',
    place: 'd[óo]nde|ad[óo]nde|en qu[ée] (?:pa[íi]s|ciudad|lugar)',
    year: 'en qu[ée] año',
    date: 'cu[áa]ndo|desde cu[áa]ndo|qu[ée] día',
    reason: 'por qu[ée]',
    statement: 'qu[ée]|cu[áa]l(?:es)?|c[óo]mo',
  },
  fr: {
    count: "combien de|combien d[’']|combien",
    person: 'qui(?: est-ce qui| est-ce que)?|à qui',
    place: "où|d[’']où|dans quel(?:le)? (?:pays|ville|lieu)",
    year: 'en quelle année',
    date: 'quand|depuis quand|quel jour',
    reason: 'pourquoi',
    statement: "qu[’']est-ce (?:que|qui)|que|quoi|quel(?:le)?s?|comment",
  },
  it: {
    count: 'quant[oaie]',
    person: 'chi|a chi',
    place: 'dove|in quale (?:paese|città|luogo)',
    year: 'in (?:quale|che) anno',
    date: 'quando|da quando|in (?:quale|che) giorno',
    reason: 'perché|perche',
    statement: 'che cosa|cosa|che|quale|quali|come',
  },
  nl: {
    count: 'hoeveel',
    age: 'hoe oud',
    length: 'hoe lang',
    person: 'wie',
    place: 'waar|waarheen|in welk (?:land|stad)',
    date: 'wanneer|sinds wanneer',
    reason: 'waarom',
    statement: 'wat|welke?|hoe',
  },
  pt: {
    count: 'quant[oa]s?',
    person: 'quem',
    place: 'onde|aonde|em que (?:país|cidade|lugar)',
    year: 'em que ano',
    date: 'quando|desde quando|em que dia',
    reason: 'por ?qu[eê]',
    statement: 'o que|que|qual|quais|como',
  },
  ru: {
    count: 'сколько',
    person: 'кто|кого|кому|кем',
    place: 'где|куда|откуда|в како[йм] (?:стране|городе)',
    year: 'в каком году',
    date: 'когда',
    reason: 'почему|зачем',
    statement: 'что|какой|какая|какие|как',
  },
  ar: {
    count: 'كم',
    person: 'من',
    place: 'أين|اين',
    date: 'متى',
    reason: 'لماذا',
    statement: 'ماذا|ما|كيف|هل',
  },
};

function foreign(words: Partial<Record<AnswerKind | 'count', string>>): QuestionForm[] {
  return Object.entries(words).map(([kind, pattern]) => ({
    pattern: new RegExp(`^[¿¡]? ?(?:${pattern})(?![\\p{L}\\p{N}])`, 'u'),
    kind: kind === 'count' ? 'number' : (kind as AnswerKind),
    isSought: kind === 'count',
  }));
}

/** By primary language subtag. */
export const QUESTION_FORMS: ReadonlyMap<string, readonly QuestionForm[]> = new Map([
  ['en', ENGLISH] as const,
  ...Object.entries(FOREIGN).map(([lang, words]) => [lang, foreign(words)] as const),
]);
