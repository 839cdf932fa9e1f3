import type { APIButtonComponent } from 'discord-api-types/v10';
import { buildButton } from '../render/components.ts';
import { buildCustomId } from './custom-id.ts';

/** A page of a list, and all that a button has to carry so that it can show another page. */
export interface PagePosition {
  readonly command: string;
  /** The component of the command that shows a page; "page" if absent. */
  readonly action?: string;
  readonly offset: number;
  /** Entries a page has at most, and entries that this one shows. */
  readonly count: number;
  readonly shown: number;
  readonly total: number;
  /** What the list was asked for; carried by the buttons after the offset. */
  readonly state: readonly string[];
}

/**
 * Buttons "Previous" and "Next", handled by the component `action`, whose state is the
 * offset and then `state`. None where one page holds all; undefined where the state is too long
 * for Discord to carry, so that the reader must be told.
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
  { command, action = 'page', state }: PagePosition,
  offset: number,
): string | undefined {
  return buildCustomId({ command, action, state: [String(offset), ...state] });
}

/** Reads an offset out of a button's state; 0 for anything that is none. */
export function parseOffset(text: string | undefined): number {
  const offset = Number(text);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

/** The start of the last page, for a button that has outlived the list it was made for. */
export function clampOffset(offset: number, count: number, total: number): number {
  if (offset < total) return offset;
  return Math.max(0, Math.ceil(total / count) - 1) * count;
}
