import type { APIButtonComponent } from 'discord-api-types/v10';
import { buildButton } from '../render/components.ts';
import { buildCustomId } from './custom-id.ts';

/** A page of a list, and all that a button has to carry so that it can show another page. */
export interface PagePosition {
  readonly command: string;
  /** The component of the command that shows a page; "page" if absent. */
  readonly action?: string;
  readonly offset: number;
  /** The most entries of a page, and the number of entries of this one. */
  readonly count: number;
  readonly shown: number;
  readonly total: number;
  /** What the list contains; the buttons have it after the offset. */
  readonly state: readonly string[];
  /** What may follow the state: the first of these that fits, or nothing. */
  readonly additions?: readonly (readonly string[])[];
}

/**
 * Buttons "Previous" and "Next", handled by the component `action`, whose state is the
 * offset, then `state` and an addition. None if one page has all entries; undefined if the state is too long
 * for Discord, which the reader has to be told.
 */
export function buildPageButtons(position: PagePosition): APIButtonComponent[] | undefined {
  const { offset, count, shown, total } = position;
  if (shown >= total) return [];
  const previous = buildPageId(position, Math.max(0, offset - count));
  const next = buildPageId(position, offset + Math.max(1, shown));
  if (!previous || !next) return undefined;
  return [
    buildButton('Previous', previous, { disabled: offset === 0 }),
    buildButton('Next', next, { disabled: offset + shown >= total }),
  ];
}

function buildPageId(
  { command, action = 'page', state, additions = [] }: PagePosition,
  offset: number,
): string | undefined {
  for (const addition of [...additions, []]) {
    const id = buildCustomId({ command, action, state: [String(offset), ...state, ...addition] });
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Reads an offset from a button's state; 0 for anything else. */
export function parseOffset(text: string | undefined): number {
  const offset = Number(text);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

/** The offset itself, or the start of the last page if the list has become shorter since the button was made. */
export function clampOffset(offset: number, count: number, total: number): number {
  if (offset < total) return offset;
  return Math.max(0, Math.ceil(total / count) - 1) * count;
}
