import { css } from 'lit';

/** The styles of a message, except its text. */
export const messageStyles = css`
  :host {
    display: block;
    position: relative;
    padding: 2px 0;
    color: var(--text);
  }
  :host(:not([grouped])) {
    margin-top: 12px;
  }
  :host(:is(:hover, :focus-within)) {
    background: color-mix(in srgb, var(--bg-hover) 35%, transparent);
  }
  :host([mentioned]) {
    background: color-mix(in srgb, var(--mention-bg) 35%, transparent);
    box-shadow: inset 2px 0 var(--accent);
  }
  /* Inline, so that "(edited)" follows the last words. */
  .content,
  .content > .paragraph:last-child {
    display: inline;
  }
  .components {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .components > .markdown + .markdown {
    margin-top: 4px;
  }
  .row {
    display: flex;
    flex-flow: row wrap;
    gap: 8px;
    padding: 2px 0;
  }
  .attachment {
    width: fit-content;
    max-width: 100%;
    margin-top: 4px;
  }
  .link {
    color: var(--text-link);
  }
  .link:hover {
    text-decoration: underline;
  }
  .thread:hover discord-thread {
    background: var(--bg-hover);
  }
  discord-system-message strong {
    color: var(--text);
  }
  p {
    margin: 4px 0 0;
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .ephemeral {
    color: var(--text-muted);
  }
  .eye {
    width: 1em;
    height: 1em;
    fill: currentcolor;
    vertical-align: -0.15em;
  }
  .failed {
    color: var(--danger);
  }
  .embed-title {
    margin-top: 8px;
    font-weight: 600;
  }
  .embed-thumbnail {
    grid-column: 2 / 2;
    grid-row: 1 / 8;
    min-width: 85px;
    margin: 8px 0 0 16px;
  }
  .embed-image {
    margin-top: 12px;
  }
  discord-embed-footer {
    color: var(--text-muted);
  }
  discord-embed .markdown {
    font-size: 0.875rem;
  }
  .more {
    position: absolute;
    top: -10px;
    right: 16px;
    padding: 0 8px;
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--bg-raised);
    color: var(--text);
    cursor: pointer;
    font-size: 1rem;
    line-height: 1.5;
    opacity: 0;
  }
  :host(:hover) .more,
  .more:focus-visible,
  :host(:focus-within) .more {
    opacity: 1;
  }
  .more:focus-visible {
    outline: 2px solid var(--focus);
  }
  @media (hover: none) {
    .more {
      opacity: 1;
    }
  }
  .thinking {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    color: var(--text-muted);
  }
  .dots {
    display: inline-flex;
    gap: 3px;
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentcolor;
    animation: think 1.2s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes think {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
`;
