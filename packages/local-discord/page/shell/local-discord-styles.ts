import { css } from 'lit';

/**
 * The layout of the page: servers, channels, messages, panel. On a phone all but the messages are
 * overlays.
 */
export const localDiscordStyles = css`
  :host {
    display: grid;
    grid-template-columns: 72px 236px minmax(0, 1fr) auto;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
    background: var(--bg-chat);
    color: var(--text);
  }
  .skip {
    position: absolute;
    left: 8px;
    top: -60px;
    z-index: 9;
  }
  .skip:focus {
    top: 8px;
  }
  .banner {
    grid-column: 1 / -1;
    padding: 8px 16px;
    background: #b3261e;
    color: #fff;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .nav {
    grid-row: 2;
    grid-column: 1 / 3;
    display: grid;
    grid-template: minmax(0, 1fr) auto / 72px minmax(0, 1fr);
    min-height: 0;
    border-right: 1px solid var(--border);
    background: var(--bg-side);
  }
  .viewer {
    grid-column: 1 / -1;
  }
  nav {
    min-height: 0;
  }
  main {
    grid-row: 2;
    grid-column: 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
  }
  .log {
    min-height: 0;
  }
  message-list {
    height: 100%;
  }
  .offline {
    margin: 0 16px 6px;
    padding: 4px 12px;
    border-left: 3px solid var(--text-muted);
    border-radius: 4px;
    background: var(--bg-input);
    color: var(--text);
    font-size: 14px;
  }
  .foot {
    min-width: 0;
  }
  composer-view {
    display: block;
    margin: 0 16px 16px;
  }
  aside {
    grid-row: 2;
    grid-column: 4;
    width: 250px;
    min-height: 0;
    border-left: 1px solid var(--border);
    background: var(--bg-side);
    overflow: hidden auto;
  }
  aside.wide {
    width: min(420px, 36vw);
  }
  .panel-head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    height: 48px;
    padding: 0 8px 0 16px;
    border-bottom: 1px solid var(--border);
    background: var(--bg-side);
  }
  .panel-head h2 {
    flex: 1;
    font-size: 15px;
  }
  .shade {
    display: none;
  }
  .starting {
    grid-row: 2;
    grid-column: 1 / -1;
    align-self: center;
    padding: 16px;
    color: var(--text-muted);
    text-align: center;
  }
  [data-region]:focus {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  @media (max-width: 1000px) and (min-width: 641px) {
    :host {
      grid-template-columns: 72px 180px minmax(0, 1fr) auto;
    }
    aside {
      width: 200px;
    }
  }
  @media (max-width: 640px) {
    composer-view {
      margin: 0 8px 8px;
    }
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    main {
      grid-column: 1;
    }
    .nav,
    aside,
    aside.wide {
      position: fixed;
      inset: 0 auto 0 0;
      z-index: 3;
      width: min(320px, 88vw);
      box-shadow: 0 0 24px rgb(0 0 0 / 50%);
    }
    aside,
    aside.wide {
      inset: 0 0 0 auto;
      width: min(420px, 92vw);
    }
    .nav:not(.open) {
      display: none;
    }
    .shade {
      display: block;
      position: fixed;
      inset: 0;
      z-index: 2;
      width: 100%;
      border-radius: 0;
      background: rgb(0 0 0 / 55%);
    }
  }
`;
