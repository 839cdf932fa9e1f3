import { css } from 'lit';

/** The styles of the list of channels. */
export const channelListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--bg-side);
  }
  h2 {
    flex: none;
    height: 48px;
    padding: 0 16px;
    border-bottom: 1px solid var(--border);
    font-size: 15px;
    line-height: 48px;
  }
  .channels {
    flex: 1;
    min-height: 0;
    padding: 12px 8px;
    overflow: hidden auto;
  }
  a {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 34px;
    padding: 4px 8px;
    border-radius: 6px;
    color: var(--text-muted);
    text-decoration: none;
  }
  a:hover,
  a[aria-current] {
    background: var(--bg-hover);
    color: var(--text);
  }
  a.unread {
    color: var(--text);
    font-weight: 600;
  }
  a > svg {
    flex: none;
  }
  .name {
    flex: 1;
  }
  .count {
    flex: none;
    min-width: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--text-muted);
    color: var(--bg-side);
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }
  .count.mention {
    background: #c4283a;
    color: #fff;
  }
  .threads {
    margin-left: 16px;
    padding-left: 6px;
    border-left: 2px solid var(--border);
  }
`;
