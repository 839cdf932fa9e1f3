import { css } from 'lit';

/** The styles of a modal. */
export const modalStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(460px, calc(100vw - 24px));
    max-height: calc(100vh - 32px);
    padding: 0;
    border: 1px solid var(--border);
    border-radius: 10px;
    background: var(--bg-raised);
    color: var(--text);
    font-size: 15px;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 65%);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: calc(100vh - 34px);
  }
  header,
  footer {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 16px;
  }
  header {
    justify-content: space-between;
  }
  h2 {
    margin: 0;
    font-size: 20px;
    overflow-wrap: anywhere;
  }
  .parts {
    display: flex;
    flex-direction: column;
    gap: 18px;
    padding: 2px 16px;
    overflow-y: auto;
  }
  label,
  .label {
    display: block;
    margin-bottom: 6px;
    font-weight: 600;
  }
  .must {
    color: var(--danger);
  }
  .more,
  .note {
    margin: -4px 0 6px;
    color: var(--text-muted);
    font-size: 13px;
  }
  .note {
    margin: 0;
  }
  .choice {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    margin-bottom: 4px;
    padding: 8px 10px;
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--bg-input);
    font-weight: 400;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--focus);
  }
  .choice input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 1px 0 0;
    accent-color: var(--accent);
    outline: none;
  }
  .choice + .more {
    margin: 2px 0 0;
  }
  small {
    display: block;
    color: var(--text-muted);
    font-size: 13px;
  }
  .files {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files li {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    overflow-wrap: anywhere;
  }
  [type='text'],
  [type='file'],
  textarea {
    box-sizing: border-box;
    width: 100%;
    padding: 9px 12px;
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--bg-input);
    color: var(--text);
    font: inherit;
  }
  /* Chosen files are listed below, but the browser's own text would still say "No file chosen". */
  [type='file'] {
    color: transparent;
  }
  ::file-selector-button {
    padding: 4px 10px;
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--bg-raised);
    color: var(--text);
    font: inherit;
  }
  ::placeholder {
    color: var(--text-muted);
    opacity: 1;
  }
  textarea {
    min-height: 96px;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--danger);
  }
  .below {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    font-size: 13px;
    color: var(--text-muted);
  }
  .fault {
    padding-top: 4px;
    color: var(--danger);
    font-size: 13px;
  }
  footer {
    justify-content: flex-end;
    flex-wrap: wrap;
  }
  footer .fault {
    flex: 1 1 100%;
    padding: 0;
  }
  button {
    padding: 9px 18px;
    border: 0;
    border-radius: 6px;
    background: var(--bg-hover);
    color: var(--text);
    font: inherit;
    cursor: pointer;
  }
  .bare {
    padding: 0;
    background: none;
  }
  .submit {
    background: var(--accent);
    color: var(--accent-text);
  }
  .submit:disabled {
    opacity: 0.6;
    cursor: default;
  }
  .close {
    padding: 4px 10px;
    background: none;
    color: var(--text-muted);
    font-size: 18px;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
  }
`;
