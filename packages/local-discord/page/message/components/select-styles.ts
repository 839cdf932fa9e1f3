import { css } from 'lit';
import { menuButton } from '../../styles/menu-button.ts';

/** The styles of a select menu, closed and open. */
export const selectStyles = css`
  :host {
    display: block;
    position: relative;
    width: 100%;
    max-width: 400px;
  }
  ${menuButton}
  button {
    display: flex;
    gap: 8px;
    align-items: center;
    border-radius: 8px;
  }
  .placeholder,
  .chosen {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .placeholder {
    color: var(--text-muted);
  }
  .arrow {
    width: 8px;
    height: 8px;
    margin-top: -4px;
    border-right: 2px solid;
    border-bottom: 2px solid;
    rotate: 45deg;
  }
  button:focus-visible {
    outline-offset: 1px;
  }
  button:disabled {
    cursor: not-allowed;
    opacity: 0.5;
  }
  [aria-busy='true'] {
    cursor: progress;
    opacity: 0.6;
  }
  .list {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    margin-top: 4px;
    border: 1px solid var(--border);
    border-radius: 8px;
    background: var(--bg-raised);
    box-shadow: 0 8px 24px #0006;
  }
`;
