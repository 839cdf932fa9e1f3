import { css } from 'lit';

/** The styles of markdown, for elements that draw it. */
export const markdownStyles = css`
  .markdown {
    font-size: 1rem;
    line-height: 1.375;
    overflow-wrap: anywhere;
  }
  /* Keeps spaces and line breaks of the text itself, but not those of the templates around it. */
  .text {
    white-space: pre-wrap;
  }
  .heading {
    margin: 8px 0 2px;
    color: var(--text);
    font-weight: 700;
    line-height: 1.3;
  }
  .level-1 {
    font-size: 1.5rem;
  }
  .level-2 {
    font-size: 1.25rem;
  }
  .markdown > :first-child {
    margin-top: 0;
  }
  .subtext {
    color: var(--text-muted);
    font-size: 0.8125rem;
  }
  ul,
  ol {
    margin: 4px 0 0;
    padding-inline-start: 1.4em;
  }
  ol {
    padding-inline-start: 2em;
  }
  li {
    margin-bottom: 2px;
  }
  pre {
    margin: 4px 0;
    padding: 8px;
    border: 1px solid var(--border);
    border-radius: 4px;
    background: var(--code-bg);
    font:
      0.875rem/1.3 ui-monospace,
      'Cascadia Mono',
      Consolas,
      'Liberation Mono',
      monospace;
    overflow-x: auto;
    white-space: pre-wrap;
  }
  /* Faintly underlined: in the light theme the colour alone differs too little from the text. */
  a {
    color: var(--text-link);
    text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent);
    text-underline-offset: 2px;
  }
  a:hover,
  a:focus-visible {
    text-decoration-color: currentcolor;
  }
  .bare {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
    font: inherit;
    text-align: start;
  }
  :is(a, .bare, pre):focus-visible {
    border-radius: 3px;
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  discord-mention {
    background: var(--mention-bg);
    color: var(--text);
    cursor: inherit;
  }
  :is(.bare:hover, .bare:focus-visible) discord-mention {
    background: var(--accent);
    color: var(--accent-text);
  }
  .emoji {
    color: var(--text-muted);
  }
`;
