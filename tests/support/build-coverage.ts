import type { Article } from '../../src/article/article.ts';
import { buildArticle } from './build-article.ts';

const EVENTS = {
  flood: {
    titles: [
      'River Anse floods the old town of Marrow',
      'Dike at Marrow breaks and the river Anse floods streets',
      'Flood in Marrow: river Anse breaks its dike',
      'Old town of Marrow under water after the Anse flood',
    ],
    texts: [
      'The river Anse flooded the old town of Marrow on Thursday after its dike broke at dawn. Rescuers took residents of the flooded streets to a school in rubber boats.',
      'Marrow woke up under water: the dike that keeps the river Anse from the town broke on Thursday. Engineers pumped out the flooded hospital while residents carried sandbags.',
      'A flood of the river Anse drove residents of Marrow from their houses on Thursday. The mayor said that the broken dike had been inspected in autumn.',
      'Boats replaced cars in the old town of Marrow on Thursday, where the river Anse had torn a hole of ten metres into the dike. The flood reached the altar of the church.',
    ],
  },
  strike: {
    titles: [
      'Ferry crews of Port Ossel walk out over pay',
      'Ferry strike over pay cuts off Port Ossel',
    ],
    texts: [
      'Ferry crews in Port Ossel walked out over pay at midnight and left cars before the locked piers. A stewardess spoke of shifts of sixteen hours on the ferry, and of four percent that the company offered.',
      'A strike of ferry crews over pay stopped every crossing from Port Ossel on Thursday. The ferry company offered four percent and called the strike out of proportion.',
    ],
  },
  comet: {
    titles: ['Probe Heron returns dust of comet Aldis'],
    texts: [
      'The capsule of the probe Heron landed in the desert on Thursday with dust of comet Aldis. Scientists will open the Heron capsule in a clean laboratory.',
    ],
  },
} as const;

/** An event whose publishers wrote texts of their own. */
export type CoveredEvent = keyof typeof EVENTS;

/** The reports on an event, one by each publisher and in hours of its own, in the order of publication. */
export function buildCoverage(
  event: CoveredEvent,
  sources: readonly string[],
  publishedAt: (position: number) => string,
): Article[] {
  const { titles, texts } = EVENTS[event];
  return sources.map((source, position) =>
    buildArticle({
      title: titles[position % titles.length]!,
      text: texts[position % texts.length]!,
      source,
      publishedAt: publishedAt(position),
      url: `https://${source.toLowerCase().replaceAll(' ', '-')}.example/${event}`,
    }),
  );
}
