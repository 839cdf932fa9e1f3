import { css } from 'lit';
import { hiddenFromView } from '../../styles/only-heard.ts';

/** The styles of the list of messages. */
export const messageListStyles = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }
  .scroller {
    position: relative;
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    scrollbar-color: var(--border) transparent;
  }
  .rows {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-height: 100%;
    padding: 16px 0 20px;
  }
  .beginning {
    padding: 0 16px 12px;
    color: var(--text-muted);
  }
  .beginning strong {
    display: block;
    color: var(--text);
    font-size: 22px;
    overflow-wrap: anywhere;
  }
  .day,
  .new {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 12px 16px 4px;
    color: var(--text-muted);
    font-size: 12px;
    font-weight: 600;
  }
  .day::before,
  .day::after,
  .new::before {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--border);
  }
  .new {
    color: var(--danger);
  }
  .new::before {
    background: var(--danger);
  }
  message-view {
    display: block;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .pending {
    padding: 8px 16px;
    color: var(--text-muted);
    font-size: 14px;
    /* Appears late, so that it doesn't flash before a fast answer. */
    animation: appear 0s 0.4s both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .jump {
    position: absolute;
    right: 16px;
    bottom: 10px;
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 6px 12px;
    border-radius: 18px;
    background: var(--accent);
    color: var(--accent-text);
    font-size: 13px;
    font-weight: 600;
    box-shadow: 0 2px 8px rgb(0 0 0 / 35%);
  }
  @media (max-width: 640px) {
    /* Narrow screens have space only for the arrow; screen readers still read the text. */
    .jump {
      padding: 8px;
    }
    .jump span {
      ${hiddenFromView}
    }
  }
`;
