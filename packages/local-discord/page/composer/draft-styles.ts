import { css } from 'lit';

/** The styles of a command's options in the composer. */
export const draftStyles = css`
  .draft {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 6px;
    max-height: 40vh;
    overflow-y: auto;
  }
  .command {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    max-width: 100%;
    font-weight: 600;
    color: var(--text-link);
  }
  .field {
    display: inline-grid;
    grid-template-columns: auto minmax(0, auto);
    align-items: center;
    box-sizing: border-box;
    max-width: 100%;
    min-height: 32px;
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--bg-side);
  }
  .cancel {
    width: 24px;
    height: 24px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--text-muted);
  }
  .cancel:hover {
    background: var(--bg-hover);
    color: var(--text);
  }
  .field:focus-within {
    border-color: var(--focus);
  }
  .field[data-wrong] {
    border-color: var(--danger);
  }
  .name {
    padding: 0 8px;
    color: var(--text-muted);
    font-size: 14px;
  }
  .fault {
    grid-column: 1 / -1;
    width: 0;
    min-width: 100%;
    box-sizing: border-box;
    padding: 2px 8px 4px;
    color: var(--danger);
    font-size: 12px;
  }
  input {
    min-width: 0;
    max-width: 100%;
    height: 28px;
    border: 0;
    outline: 0;
    background: transparent;
    color: var(--text);
    font: inherit;
  }
  .value,
  .choose {
    max-width: min(420px, 60vw);
    padding: 0 8px;
    border: 0;
    border-radius: 0;
    background: var(--bg-chat);
    min-height: 30px;
    text-overflow: ellipsis;
    overflow: hidden;
    white-space: nowrap;
  }
  .draft > .fault {
    flex-basis: 100%;
    width: auto;
    min-width: 0;
    padding: 0;
  }
  .tail {
    flex: 1;
    min-width: 72px;
    height: 32px;
    padding: 0 6px;
  }
`;
