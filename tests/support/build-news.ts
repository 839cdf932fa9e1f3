import type { Article } from '../../src/article/article.ts';
import { buildArticle } from './build-article.ts';

/** Invented events. */
const EVENTS = {
  flood: {
    title: 'River Anse floods the old town of Marrow',
    own: [
      'Volunteers told the {} that water had reached the altar of the church before sunrise.',
      'The {} counted eleven streets under water and one bridge that nobody may cross.',
    ],
    facts: [
      'Rescuers carried residents of Marrow from flooded houses along the river Anse in rubber boats.',
      'The river Anse stood four metres above its usual level when the dike at Marrow broke at dawn.',
      'Engineers pumped water out of the hospital of Marrow and laid sandbags along the broken dike.',
      'The mayor of Marrow asked residents near the river to stay with relatives until the flood recedes.',
    ],
  },
  election: {
    title: 'Velland elects a parliament without a majority',
    own: [
      'A pollster explained to the {} why so many ballots went to small lists.',
      'Observers whom the {} asked saw no irregularity at the ballot boxes.',
    ],
    facts: [
      'Voters in Velland gave no party a majority in the parliamentary election, the commission announced.',
      'The Harbour Party won ninety seats in the parliament of Velland and its rival Meadow List eighty.',
      'Coalition talks between the parties of Velland begin on Monday in the parliament building.',
      'Turnout in the Velland election reached seventy percent, the highest of any parliamentary vote.',
    ],
  },
  comet: {
    title: 'Probe Heron returns dust of comet Aldis',
    own: [
      'An astronomer told the {} that the grains are older than the sun.',
      'The {} watched the parachute open from a hill above the dunes.',
    ],
    facts: [
      'The capsule of the probe Heron landed in the desert with dust collected from comet Aldis.',
      'Scientists will open the Heron capsule in a clean laboratory and weigh the comet dust there.',
      'Heron had flown past comet Aldis six years ago and caught its dust in a gel lighter than air.',
      'The space agency called the Heron landing the most precise return of any comet capsule.',
    ],
  },
  strike: {
    title: 'Ferry crews of Port Ossel walk out over pay',
    own: [
      'A stewardess told the {} that her shift had grown to sixteen hours.',
      'Commuters showed the {} tickets for crossings that were never sailed.',
    ],
    facts: [
      'Ferry crews in Port Ossel walked out at midnight and left cars queueing before the locked piers.',
      'The union of the ferry crews demands nine percent more pay and two sailors more on night ferries.',
      'The ferry company in Port Ossel offered four percent and called the strike out of proportion.',
      'Islanders beyond Port Ossel received groceries from the navy while the ferry strike continued.',
    ],
  },
} as const;

export type NewsEvent = keyof typeof EVENTS;

/** A report on an event, which differs a little by publisher. It is the same on every call. */
export function buildReport(
  event: NewsEvent,
  source: string,
  publishedAt: string,
  given: Partial<Article> = {},
): Article {
  const { title, own, facts } = EVENTS[event];
  const turn = source.length % facts.length;
  const turned = [...facts.slice(turn), ...facts.slice(0, turn)];
  const [first, second] = own.map((sentence) => sentence.replace('{}', source));
  return buildArticle({
    title: `${title}, reports the ${source}`,
    text: [turned.slice(0, 2).join(' '), first, turned.slice(2).join(' '), second].join('\n\n'),
    source,
    publishedAt,
    url: `https://${source.toLowerCase().replaceAll(' ', '-')}.example/${event}`,
    ...given,
  });
}
