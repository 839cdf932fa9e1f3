import { css } from 'lit';
import { onlyHeard } from '../styles/only-heard.ts';

/** The styles of the composer, with text or a command in it. */
export const composerStyles = css`
  :host {
    display: block;
    position: relative;
    color: var(--text);
    font-size: 15px;
  }
  .popup {
    position: absolute;
    z-index: 10;
    left: 0;
    right: 0;
    bottom: calc(100% + 4px);
    display: flex;
    flex-direction: column;
    max-height: 420px;
    padding: 4px;
    border: 1px solid var(--border);
    border-radius: 8px;
    background: var(--bg-raised);
    box-shadow: 0 8px 24px rgb(0 0 0 / 25%);
  }
  [hidden] {
    display: none !important;
  }
  #list {
    overflow-y: auto;
  }
  #list[aria-busy='true'] {
    opacity: 0.6;
  }
  .title {
    padding: 6px 8px 4px;
    color: var(--text-muted);
    font-size: 12px;
    font-weight: 600;
  }
  .status {
    padding: 0 8px;
    color: var(--text-muted);
    font-size: 13px;
  }
  .status:not(:empty) {
    padding: 8px;
  }
  .hint {
    padding: 0 4px;
    min-height: 0;
    color: var(--text-muted);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .hint:not(:empty) {
    padding: 4px;
  }
  .hint b {
    color: var(--text);
  }
  .hint[data-wrong],
  .count[data-wrong] {
    color: var(--danger);
  }
  .box {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    padding: 6px 6px 6px 14px;
    border: 1px solid var(--border);
    border-radius: 8px;
    background: var(--bg-input);
  }
  .box:focus-within {
    border-color: var(--focus);
    /* Visible in forced colours. */
    outline: 2px solid transparent;
  }
  .box[data-off] {
    opacity: 0.7;
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 22px;
    max-height: 40vh;
    padding: 6px 0;
    border: 0;
    outline: 0;
    resize: none;
    field-sizing: content;
    background: transparent;
    color: var(--text);
    font: inherit;
    line-height: 22px;
  }
  textarea::placeholder,
  input::placeholder {
    color: var(--text-muted);
    opacity: 1;
  }
  .count {
    padding: 8px 0;
    color: var(--text-muted);
    font-size: 12px;
  }
  ${onlyHeard}
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .send {
    flex: none;
    width: 34px;
    height: 34px;
    border: 0;
    border-radius: 6px;
    background: var(--accent);
    color: var(--accent-text);
  }
  .send:disabled {
    background: transparent;
    color: var(--text-muted);
    cursor: default;
  }
`;
