import { css } from 'lit';

/** A message: names, times, content. */
export const messageColors = css`
  :host {
    margin: 0;
    padding-right: 16px;
    color: var(--text);
    font-family: inherit;
    font-size: 1rem;
  }
  :host(:hover),
  :host([highlight]),
  :host([highlight]:hover) {
    background: none;
  }
  .discord-author-avatar img {
    cursor: default;
  }
  .discord-message-timestamp,
  .discord-message-edited {
    color: var(--text-muted) !important;
    font-size: 0.75rem;
  }
  .discord-message-content {
    min-width: 0;
    line-height: 1.375;
  }
  .discord-message-inner-center {
    align-items: flex-start;
  }
  .discord-message-body-only-indent {
    flex: none;
    margin: 0;
    padding-top: 3px;
  }
  @media (width <= 480px) {
    :host {
      padding-inline: 10px;
    }
    .discord-author-avatar {
      min-width: 32px;
      margin-right: 10px;
    }
    .discord-author-avatar img {
      width: 32px;
      height: 32px;
    }
    .discord-message-body-only-indent {
      width: 42px;
    }
  }
`;

/** An author's name. The role's colour is mixed with the text colour for contrast. */
export const authorColors = css`
  :host .discord-author-username {
    color: color-mix(in oklab, var(--author-color, var(--text)) 45%, var(--text)) !important;
  }
  :host .discord-author-username:hover {
    cursor: default;
    text-decoration: none;
  }
`;

/** The tag of an app. */
export const tagColors = css`
  :host {
    background: var(--accent);
    color: var(--accent-text);
  }
`;

/** The line above a command's answer or a reply. */
export const lineAboveColors = css`
  :host {
    color: var(--text-muted);
    font-family: inherit;
  }
  :host:before {
    border-color: var(--border) !important;
  }
  @media (width <= 480px) {
    :host {
      margin-left: 42px;
    }
    :host:before {
      left: -26px;
    }
  }
  .discord-replied-message-username {
    color: var(--text) !important;
    opacity: 1;
  }
  .discord-replied-message-username:hover {
    cursor: default;
    text-decoration: none;
  }
  .discord-replied-message-content,
  .discord-replied-message-content:hover {
    color: var(--text-muted) !important;
    min-width: 0;
    cursor: inherit;
    overflow: hidden;
  }
  :host .discord-slash-command-name,
  :host .discord-slash-command-name:hover {
    background: var(--mention-bg);
    color: var(--text) !important;
    cursor: default;
  }
`;

/** A system message. */
export const systemColors = css`
  :host {
    margin-top: 0;
    padding-right: 16px !important;
    color: var(--text-muted);
    font-family: inherit;
  }
  :host(:hover) {
    background: none;
  }
  :host .discord-message-timestamp {
    color: var(--text-muted);
  }
`;

/** The frame of an embed. */
export const embedColors = css`
  :host {
    color: var(--text);
  }
  :host .discord-left-border {
    background-color: var(--embed-color, var(--border)) !important;
  }
  :host .discord-embed-wrapper {
    border-color: var(--border);
    background: var(--bg-raised);
  }
  :host .discord-embed-author,
  :host .discord-embed-author a {
    color: var(--text);
  }
`;

/** A field of an embed. */
export const embedFieldColors = css`
  :host .discord-field-title {
    color: var(--text);
  }
`;

/** The card of a file. */
export const fileColors = css`
  .discord-file-attachment-mosaic-style {
    border-color: var(--border);
    background: var(--bg-raised);
  }
  .discord-file-attachment-metadata {
    color: var(--text-muted);
  }
  /* The name is already a link, which the keyboard reaches. */
  .discord-button-download-attachment {
    display: none !important;
  }
`;

/** A link in one of Skyra's elements. */
export const linkColors = css`
  :host,
  a {
    color: var(--text-link) !important;
  }
  a:focus-visible {
    outline: 2px solid var(--focus);
  }
`;

/** The bar beside a quote. */
export const quoteColors = css`
  .discord-quote-divider {
    flex: none;
    background: var(--border);
  }
`;

/** The note of a thread below a message. */
export const threadColors = css`
  :host {
    border: 1px solid var(--border);
    background: var(--bg-raised);
  }
  :host .discord-thread-name {
    color: var(--text);
  }
  :host .discord-thread-cta {
    color: var(--text-link);
  }
  :host .discord-thread-bottom {
    color: var(--text-muted);
  }
`;

/** Inline code. */
export const codeColors = css`
  :host {
    border: 1px solid var(--border);
    background: var(--code-bg);
  }
  code {
    padding: 0 0.2em;
    margin: 0;
    background: none !important;
  }
`;
