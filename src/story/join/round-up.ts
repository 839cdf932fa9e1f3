/** Headlines of articles that tell of many events, in the languages of most sources. They begin at the beginning of a word. */
const ROUND_UPS = [
  String.raw`(?:the )?(?:day|week|weekend|month|year|news|world|sport|business|politics) in (?:brief|review|pictures|photos|numbers|quotes|60 seconds)`,
  String.raw`(?:news|weekly|daily|morning|evening|weekend|sports?|market|press) (?:round-?up|briefing|digest|recap|wrap(?:-?up)?)`,
  String.raw`(?:today|this week|yesterday)['’]s (?:top )?(?:headlines|stories|news)|top (?:\p{L}{2,20} )?stories (?:of|this|today)`,
  String.raw`(?:Nachrichten|Themen|News|Meldungen) (?:am (?:Morgen|Mittag|Abend)|des Tages|der Woche|im Überblick)|(?:Tages|Wochen|Jahres)rückblick|kurz (?:und knapp|notiert|gemeldet)`,
  String.raw`les titres (?:du jour|de la semaine)|revue de (?:la )?presse|l['’](?:actu(?:alité)?|essentiel) (?:du jour|de la semaine)|en bref`,
  String.raw`(?:noticias|titulares) (?:del día|de la semana)|resumen de (?:la semana|noticias|prensa)|rassegna stampa|notizie (?:del giorno|della settimana|in breve)|notícias (?:do dia|da semana)`,
];

const ROUND_UP = new RegExp(
  [
    // One condition for all of them: most places in a headline are not the beginning of a word.
    String.raw`\b(?:${ROUND_UPS.join('|')})\b`,
    String.raw`^in other news\b`,
    String.raw`(?<![\p{L}\p{N}])(?:\p{N}{1,2}|\p{L}{2,9}) things (?:to know|you need to know) (?:today|this (?:morning|week|weekend)|for)\b`,
  ].join('|'),
  'iu',
);

/** Whether an article tells of many events, by its headline. It is about none of them. */
export function isRoundUp(title: string): boolean {
  return ROUND_UP.test(title);
}
