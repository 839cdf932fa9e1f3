/** Headlines of articles that tell of many events, in the languages of most sources. */
const ROUND_UP = new RegExp(
  [
    String.raw`\b(?:the )?(?:day|week|weekend|month|year|news|world|sport|business|politics) in (?:brief|review|pictures|photos|numbers|quotes|60 seconds)\b`,
    String.raw`\b(?:news|weekly|daily|morning|evening|weekend|sports?|market|press) (?:round-?up|briefing|digest|recap|wrap(?:-?up)?)\b`,
    String.raw`\b(?:today|this week|yesterday)['’]s (?:top )?(?:headlines|stories|news)\b|\btop (?:\p{L}{2,20} )?stories (?:of|this|today)\b|^in other news\b`,
    String.raw`(?<![\p{L}\p{N}])(?:\p{N}{1,2}|\p{L}{2,9}) things (?:to know|you need to know) (?:today|this (?:morning|week|weekend)|for)\b`,
    String.raw`\b(?:Nachrichten|Themen|News|Meldungen) (?:am (?:Morgen|Mittag|Abend)|des Tages|der Woche|im Überblick)\b|\b(?:Tages|Wochen|Jahres)rückblick\b|\bkurz (?:und knapp|notiert|gemeldet)\b`,
    String.raw`\bles titres (?:du jour|de la semaine)\b|\brevue de (?:la )?presse\b|\bl['’](?:actu(?:alité)?|essentiel) (?:du jour|de la semaine)\b|\ben bref\b`,
    String.raw`\b(?:noticias|titulares) (?:del día|de la semana)\b|\bresumen de (?:la semana|noticias|prensa)\b|\brassegna stampa\b|\bnotizie (?:del giorno|della settimana|in breve)\b|\bnotícias (?:do dia|da semana)\b`,
  ].join('|'),
  'iu',
);

/** Whether an article tells of many events, by its headline. It is about none of them. */
export function isRoundUp(title: string): boolean {
  return ROUND_UP.test(title);
}
