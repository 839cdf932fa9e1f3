/** How a language names days from the day on which it is written, in lower case. */
interface DayNames {
  /** Weekdays, Sunday first. */
  readonly weekdays: readonly string[];
  /** Words for a day, by its distance from the article's. */
  readonly relative: Readonly<Record<string, number>>;
  /** What a sentence has that may speak of the weekday to come. Then it isn't clear which one is meant. */
  readonly future?: RegExp;
}

/** The same with patterns that find them. */
export interface DayWords extends DayNames {
  readonly weekday: RegExp;
  readonly relativeDay: RegExp;
}

const after = (words: string): string => String.raw`(?:^|[^\p{L}])(?:${words})(?!\p{L})`;

/**
 * By primary language subtag. Only words with one meaning: Spanish "mañana" is also the morning. English tells
 * a weekday to come by the words before it (`named-days.ts`).
 */
const NAMES: Readonly<Record<string, DayNames>> = {
  en: {
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    relative: {
      'the day before yesterday': -2,
      yesterday: -1,
      'last night': -1,
      today: 0,
      tonight: 0,
      'this morning': 0,
      'this afternoon': 0,
      'this evening': 0,
      tomorrow: 1,
    },
  },
  de: {
    weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'],
    relative: { vorgestern: -2, gestern: -1, heute: 0, übermorgen: 2 },
    future: new RegExp(
      after('wird|werden|soll|sollen|will|wollen|nächste[rnsm]?|kommende[rnsm]?|geplant|bis'),
      'iu',
    ),
  },
  es: {
    weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    relative: { anteayer: -2, ayer: -1, hoy: 0 },
    future: new RegExp(
      `${after('próximo|próxima|prevé|previsto|prevista|debe|deben|hasta|va a|van a')}|\\p{L}r(?:á|án)(?!\\p{L})`,
      'iu',
    ),
  },
  fr: {
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    relative: { 'avant-hier': -2, hier: -1, "aujourd'hui": 0, 'aujourd’hui': 0, demain: 1 },
    future: new RegExp(
      `${after("prochaine?|prévue?s?|doit|doivent|va|vont|jusqu['’]à|d['’]ici")}|\\p{L}r(?:a|ont)(?!\\p{L})`,
      'iu',
    ),
  },
  it: {
    weekdays: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
    relative: { "l'altro ieri": -2, 'l’altro ieri': -2, ieri: -1, oggi: 0, domani: 1 },
    future: new RegExp(
      `${after('prossim[oa]|previst[oaei]|deve|devono|entro|fino a')}|\\p{L}r(?:à|anno)(?!\\p{L})`,
      'iu',
    ),
  },
  pt: {
    weekdays: [
      'domingo',
      'segunda-feira',
      'terça-feira',
      'quarta-feira',
      'quinta-feira',
      'sexta-feira',
      'sábado',
    ],
    relative: { anteontem: -2, ontem: -1, hoje: 0, amanhã: 1 },
    future: new RegExp(
      `${after('próxim[oa]|previst[oa]s?|deve|devem|vai|vão|até')}|\\p{L}r(?:á|ão)(?!\\p{L})`,
      'iu',
    ),
  },
};

/** The words of a language, given by its primary subtag. Undefined for a language whose words aren't known. */
export function dayWordsOf(lang: string): DayWords | undefined {
  return DAY_WORDS.get(lang);
}

const DAY_WORDS: ReadonlyMap<string, DayWords> = new Map(
  Object.entries(NAMES).map(([lang, names]) => [
    lang,
    {
      ...names,
      weekday: anyOf(names.weekdays),
      relativeDay: anyOf(Object.keys(names.relative)),
    },
  ]),
);

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, 'gu');
}
