import { renderHighlighted, type TextRange } from '../render-highlighted.ts';
import { renderMaskedLink } from '../masked-link.ts';
import { nameSource, renderMoment, type StoryMoment } from '../render-story-parts.ts';
import { renderLine } from '../render-text.ts';
import { parseLink } from '../parse-link.ts';

/** A sentence that counts something. */
interface FigureSentenceItem extends StoryMoment {
  readonly text: string;
  /** The number in it. */
  readonly number: TextRange;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
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

const SIZES = { sentence: 400, source: 60, who: 40 } as const;

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

function renderGiven({ text, number, source, url, ...moment }: FigureSentenceItem, now: Date) {
  const name = renderMaskedLink(nameSource(source), url, SIZES.source);
  const publisher = parseLink(url) ? name : `*${name}*`;
  // One line, since a line break would end the item of the list.
  const line = text.replaceAll(/\s/gu, ' ');
  return `${renderMoment(moment, now)} ${publisher}: ${renderHighlighted(line, [number], SIZES.sentence)}`;
}
