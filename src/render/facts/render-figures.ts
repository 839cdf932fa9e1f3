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
  readonly kind: string;
  readonly who: string | undefined;
  /** A count that went on: a later one is newer. */
  readonly isOverTime: boolean;
  /** By time. */
  readonly given: readonly FigureSentenceItem[];
}

const SIZES = { sentence: 400, who: 40 } as const;

/** Renders figures that differ: for each thing that is counted, its sentences by time with the number in bold. */
export function renderFigures(items: readonly FigureItem[], now: Date): string[][] {
  return items.map(({ kind, who, isOverTime, given }) => [
    `**${renderCounted(kind, who)}**: ${isOverTime ? 'the count over time' : 'reports differ'}`,
    ...given.map((one) => `- ${renderGiven(one, now)}`),
  ]);
}

function renderCounted(kind: string, who: string | undefined): string {
  const counted = kind[0]!.toUpperCase() + kind.slice(1);
  return who === undefined ? counted : `${counted} (${renderLine(who, SIZES.who)})`;
}

function renderGiven(given: FigureSentenceItem, now: Date): string {
  const { text, number } = given;
  // One line, since a line break would end the item of the list.
  const line = text.replaceAll(/\s/gu, ' ');
  const said = renderHighlighted(line, [number], SIZES.sentence);
  return `${renderMoment(given, now)} ${renderPublisher(given)}: ${said}`;
}
