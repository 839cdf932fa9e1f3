import { css } from 'lit';

/** The styles of a list to pick from, except its rows. */
export const pickListStyles = css`
  :host {
    display: block;
    color: var(--text);
    font-size: 14px;
  }
  [role='listbox'] {
    max-height: var(--pick-list-height, 280px);
    overflow-y: auto;
    padding: 4px;
    border-radius: 4px;
    outline-offset: -2px;
  }
  [role='listbox']:focus-visible,
  input:focus-visible,
  button:focus-visible {
    outline: 2px solid var(--focus);
  }
  [role='listbox']:not(.searched, :focus) .row[data-active] {
    box-shadow: none;
  }
  input {
    box-sizing: border-box;
    width: calc(100% - 8px);
    margin: 4px;
    padding: 8px;
    border: 1px solid var(--border);
    border-radius: 4px;
    background: var(--bg-input);
    color: var(--text);
    font: inherit;
  }
  .none {
    padding: 8px;
    color: var(--text-muted);
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 6px 8px;
    border-top: 1px solid var(--border);
    color: var(--text-muted);
    font-size: 12px;
  }
  button {
    padding: 6px 14px;
    border: 0;
    border-radius: 4px;
    background: var(--accent);
    color: var(--accent-text);
    font: inherit;
    cursor: pointer;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
`;
