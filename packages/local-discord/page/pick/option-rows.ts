import { css, html, nothing, type TemplateResult } from 'lit';
import type { PickItem } from './pick-items.ts';

/** The items and the state of a list of options. */
export interface OptionRows {
  readonly items: readonly PickItem[];
  /** The index of the active item; -1 for none. */
  readonly active: number;
  readonly selected: readonly string[];
  /** Whether several may be picked, which rows show by a checkbox. */
  readonly multiple: boolean;
  /** Makes the rows' ids unique if one root has several lists. */
  readonly idPrefix: string;
  onPick(item: PickItem): void;
}

/** Returns the id of a row, for `aria-activedescendant`. */
export function rowId(idPrefix: string, index: number): string {
  return `${idPrefix}-${index}`;
}

/**
 * Draws the rows of a listbox. It is a function and not an element, because `aria-activedescendant`
 * doesn't reach into another shadow root: the field and the rows must be in the same one.
 */
export function optionRows(rows: OptionRows): TemplateResult[] {
  return rows.items.map((item, index) => {
    const isHead = item.group !== undefined && item.group !== rows.items[index - 1]?.group;
    return html`${isHead ? html`<div class="group" role="presentation">${item.group}</div>` : nothing}
      <div
        class="row"
        role="option"
        id=${rowId(rows.idPrefix, index)}
        aria-selected=${rows.selected.includes(item.value) ? 'true' : 'false'}
        ?data-active=${index === rows.active}
        @mousedown=${keepFocus}
        @click=${() => rows.onPick(item)}
      >
        ${item.icon ? html`<span class="icon" aria-hidden="true">${item.icon}</span>` : nothing}
        <span class="words">
          <span class="label">${item.label}</span>
          ${item.description ? html`<span class="description">${item.description}</span>` : nothing}
        </span>
        ${rows.multiple ? html`<span class="mark" aria-hidden="true"></span>` : nothing}
      </div>`;
  });
}

/** A press on a row must not take the focus from the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** The styles of rows. */
export const optionRowStyles = css`
  .group {
    padding: 8px 8px 4px;
    color: var(--text-muted);
    font-size: 12px;
    font-weight: 600;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 6px 8px;
    border-radius: 4px;
    cursor: pointer;
    scroll-margin: 8px;
  }
  .row:hover {
    background: var(--bg-hover);
  }
  .row[data-active] {
    background: var(--bg-hover);
    box-shadow: inset 0 0 0 2px var(--focus);
  }
  @media (forced-colors: active) {
    .row[data-active] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  .icon {
    flex: none;
    width: 28px;
    height: 28px;
    line-height: 28px;
    border-radius: 50%;
    text-align: center;
    font-weight: 600;
    font-size: 13px;
    color: var(--text-muted);
    background: var(--bg-rail);
  }
  .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .label {
    display: block;
    color: var(--text);
  }
  .description {
    display: block;
    color: var(--text-muted);
    font-size: 12px;
  }
  .mark {
    flex: none;
    width: 18px;
    height: 18px;
    border: 2px solid var(--text-muted);
    border-radius: 4px;
    box-sizing: border-box;
  }
  [aria-selected='true'] .mark {
    border-color: var(--accent);
    background: var(--accent);
    box-shadow: inset 0 0 0 2px var(--bg-raised);
  }
  [aria-selected='true']:not(:has(.mark)) .label::after {
    content: ' ✓';
    color: var(--text-muted);
  }
`;
