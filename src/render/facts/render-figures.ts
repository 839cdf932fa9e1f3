import type { Figure } from '../../story/facts/figures/read-figures.ts';
import { renderHighlighted, type TextRange } from '../render-highlighted.ts';
import {
  renderMoment,
  renderPublisher,
  type Attribution,
  type StoryMoment,
} from '../render-story-parts.ts';
import { renderLine } from '../render-text.ts';

/** A sentence that counts something. */
interface FigureSentenceItem extends StoryMoment, Attribution {
  readonly text: string;
  /** The number in it. */
  readonly number: TextRange;
}

/** What the publishers of a story count differently. */
export interface FigureItem {
  readonly kind: Figure['kind'];
  /** What is counted, as the first of them prints it; undefined for people at large. */
  readonly who: string | undefined;
  /** A count that went on: a later one is newer. */
  readonly isOverTime: boolean;
  /** By time. */
  readonly given: readonly FigureSentenceItem[];
}

/** What happened to those that are counted, in words that cover all that a report may call it. */
const HEADINGS: Readonly<Record<Figure['kind'], string>> = {
  killed: 'Killed',
  injured: 'Injured',
  missing: 'Missing',
  arrested: 'Arrested or detained',
  charged: 'Charged or indicted',
  homeless: 'Made homeless',
  displaced: 'Displaced or evacuated',
  damaged: 'Damaged or destroyed',
  infected: 'Infected',
  rescued: 'Rescued',
  gathered: 'Marching or protesting',
  recovered: 'Found or recovered',
  critical: 'In critical condition',
  magnitude: 'Magnitude',
};

const SIZES = { sentence: 400, who: 40 } as const;

/** Renders figures that differ: for each thing that is counted, its sentences by time with the number in bold. */
export function renderFigures(items: readonly FigureItem[], now: Date): string[][] {
  return items.map(({ kind, who, isOverTime, given }) => [
    `**${renderCounted(kind, who)}**: ${isOverTime ? 'the count over time' : 'reports differ'}`,
    ...given.map((one) => `- ${renderGiven(one, now)}`),
  ]);
}

function renderCounted(kind: Figure['kind'], who: string | undefined): string {
  const heading = HEADINGS[kind];
  return who === undefined ? heading : `${heading} (${renderLine(who, SIZES.who)})`;
}

function renderGiven(given: FigureSentenceItem, now: Date): string {
  const { text, number } = given;
  // One line, since a line break would end the item of the list.
  const line = text.replaceAll(/\s/gu, ' ');
  const said = renderHighlighted(line, [number], SIZES.sentence);
  return `${renderMoment(given, now)} ${renderPublisher(given)}: ${said}`;
}
