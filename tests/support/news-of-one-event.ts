import type { Article } from '../../src/article/article.ts';
import { buildArticle } from './build-article.ts';

/** What reports of one invented event have in common in every language. The German and the English ones are one story. */
const names =
  'Vintermark Lahnbrexen Ossel Harald Brandvik Quillfeather Tegelmoor Marrowgate 4711 Kestrelberg Anse Dornhaven'.split(
    ' ',
  );

const REPORTS = {
  de: {
    title: 'Staudamm von Vintermark bricht bei Lahnbrexen',
    sentences: [
      'Der Staudamm von Vintermark ist am Morgen bei Lahnbrexen gebrochen.',
      'Harald Brandvik, der Leiter des Kraftwerks in Ossel, sprach von 4711 Haushalten ohne Strom.',
      'Die Feuerwehr brachte die Bewohner von Tegelmoor und Marrowgate in Sicherheit.',
      'In Kestrelberg am Fluss Anse wurde die Brücke nach Dornhaven gesperrt, sagte Quillfeather.',
      'Das Wasser stand am Mittag noch zwei Meter hoch in den Straßen der alten Stadt.',
      'Die Regierung will den Familien helfen, die ihr Haus verloren haben.',
    ],
  },
  en: {
    title: 'Vintermark dam breaks near Lahnbrexen',
    sentences: [
      'The dam of Vintermark broke in the morning near Lahnbrexen.',
      'Harald Brandvik, head of the power plant in Ossel, spoke of 4711 homes without power.',
      'Firefighters brought residents of Tegelmoor and Marrowgate to safety.',
      'In Kestrelberg on the river Anse the bridge to Dornhaven was closed, Quillfeather said.',
      'At noon the water still stood two metres high in the streets of the old town.',
      'The government wants to help the families who have lost their homes.',
    ],
  },
  cs: {
    title: 'Přehrada Vintermark se protrhla u Lahnbrexen',
    sentences: [
      'Přehrada Vintermark se ráno protrhla u Lahnbrexen.',
      'Šéf elektrárny Ossel Harald Brandvik mluvil o 4711 domácnostech bez proudu, řekl včera.',
      'Hasiči odvezli obyvatele Tegelmoor a Marrowgate do bezpečí.',
      'V Kestrelberg na řece Anse uzavřeli most Dornhaven, řekl Quillfeather.',
      'Voda v ulicích starého města stála v poledne ještě dva metry vysoko.',
      'Vláda chce pomoci rodinám, které přišly o svůj dům, uvedl mluvčí.',
    ],
  },
  el: {
    title: 'Έσπασε το φράγμα Vintermark κοντά στο Lahnbrexen',
    sentences: [
      'Το φράγμα Vintermark έσπασε το πρωί κοντά στο Lahnbrexen.',
      'Ο Harald Brandvik, επικεφαλής του σταθμού Ossel, μίλησε για 4711 σπίτια χωρίς ρεύμα.',
      'Οι πυροσβέστες μετέφεραν τους κατοίκους των Tegelmoor και Marrowgate σε ασφαλές μέρος.',
      'Στο Kestrelberg στον ποταμό Anse έκλεισε η γέφυρα Dornhaven, είπε ο Quillfeather.',
      'Το μεσημέρι το νερό είχε ακόμη ύψος δύο μέτρα στους δρόμους της παλιάς πόλης.',
      'Η κυβέρνηση θέλει να βοηθήσει τις οικογένειες που έχασαν το σπίτι τους.',
    ],
  },
} as const;

/** The publishers of these reports, two in each language. */
export const PUBLISHERS = {
  de: ['Bergwald Bote', 'Nordlicht Zeitung'],
  en: ['Harbour Post', 'Meridian Wire'],
  cs: ['Lesní noviny', 'Ranní pošta'],
  el: ['Πρωινά Νέα', 'Λιμάνι Τύπος'],
} as const;

/** What only Greek or Czech texts have: a Greek letter, or one that German and English lack. */
export const GREEK_OR_CZECH = /\p{sc=Greek}|[ěščřžýůťďňí]/iu;

/** Reports on one event by two publishers in each of four languages; the Greek ones are the newest. */
export function buildNewsOfOneEvent(newest: Date): Article[] {
  return Object.entries(REPORTS).flatMap(([lang, { title, sentences }], position) =>
    PUBLISHERS[lang as keyof typeof REPORTS].map((source, index) =>
      buildArticle({
        title: index === 0 ? title : `${title} (${source})`,
        text: [
          // Two texts that differ, each with the names once more than its sentences.
          sentences.slice(3 * index, 3 * index + 3).join(' '),
          `${names.slice(index * 5).join(' ')} ${names.slice(0, index * 5).join(' ')}.`,
          `${names
            .toReversed()
            .slice(index * 3)
            .join(' ')}.`,
        ].join('\n\n'),
        lang,
        source,
        url: `https://${lang}${index}.example/vintermark`,
        publishedAt: new Date(newest.getTime() - (7 - 2 * position - index) * 60_000).toISOString(),
      }),
    ),
  );
}
