import { css } from 'lit';

/** The styles of a message's buttons. White text has a contrast of at least 4.5:1 on each colour. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    justify-content: center;
    box-sizing: border-box;
    min-width: 60px;
    max-width: 100%;
    min-height: 32px;
    padding: 4px 14px;
    border: 1px solid transparent;
    border-radius: 8px;
    color: #fff;
    cursor: pointer;
    font-family: inherit;
    font-size: 0.875rem;
    font-weight: 500;
    line-height: 1.2;
    text-decoration: none;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .primary {
    background: var(--accent);
    color: var(--accent-text);
  }
  .secondary {
    border-color: var(--border);
    background: var(--bg-hover);
    color: var(--text);
  }
  .success {
    background: #1f7a45;
  }
  .danger {
    background: #c62836;
  }
  .button:hover:not(:disabled) {
    filter: brightness(0.9);
    text-decoration: none;
  }
  .button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .button:disabled {
    cursor: not-allowed;
    opacity: 0.5;
  }
  [aria-busy='true'] {
    cursor: progress;
  }
  [aria-busy='true'] .label {
    opacity: 0.45;
  }
  [aria-busy='true']::after {
    width: 0.8em;
    height: 0.8em;
    border: 2px solid currentcolor;
    border-radius: 50%;
    border-top-color: transparent;
    animation: turn 0.8s linear infinite;
    content: '';
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true']::after {
      animation: none;
    }
  }
`;
