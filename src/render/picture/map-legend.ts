import { CARD, PALETTE } from './palette.ts';
import { cutToWidth, drawableName, widthOf } from './picture-text.ts';
import { element, textElement } from './svg.ts';

/** The fields of a story that a legend shows. */
interface LegendStory {
  readonly number: number;
  readonly places: readonly { readonly name: string }[];
}

const LINE_HEIGHT = 26;
/** Between two stories, and between a number and its names. */
const GAP = { item: 22, names: 7 } as const;

/**
 * Draws which countries each story's number stands for, then the caption. Returns where both end.
 */
export function drawLegend(
  stories: readonly LegendStory[],
  caption: string,
  top: number,
): { drawing: string; bottom: number } {
  const { padding, fontSize, smallSize } = CARD;
  let [x, line] = [padding, 0];
  const parts: string[] = [];
  for (const [all, numbers] of groupByNames(stories)) {
    const number = numbers.join(' ');
    const numberWidth = widthOf(number, fontSize) + GAP.names;
    const names = cutToWidth(all, CARD.width - 2 * padding - numberWidth, fontSize);
    const width = numberWidth + widthOf(names, fontSize);
    if (x > padding && x + width > CARD.width - padding) [x, line] = [padding, line + 1];
    const y = top + 25 + line * LINE_HEIGHT;
    parts.push(
      textElement(number, { x, y, 'font-weight': 600, fill: PALETTE.mark }),
      textElement(names, { x: x + numberWidth, y }),
    );
    x += width + GAP.item;
  }
  const bottom = top + 25 + line * LINE_HEIGHT;
  if (caption === '') return { drawing: element('g', {}, ...parts), bottom: bottom + 14 };
  const y = bottom + LINE_HEIGHT - 2;
  parts.push(textElement(caption, { x: padding, y, 'font-size': smallSize, fill: PALETTE.muted }));
  return { drawing: element('g', {}, ...parts), bottom: y + 14 };
}

/** Stories with the same countries share an item. */
function groupByNames(stories: readonly LegendStory[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { number, places } of stories) {
    const names = [...new Set(places.map(({ name }) => drawableName(name)))].join(', ');
    if (names !== '') groups.set(names, [...(groups.get(names) ?? []), number]);
  }
  return groups;
}
