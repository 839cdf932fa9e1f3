import { css, html, LitElement } from 'lit';
import type { Usage } from '../../../view/view.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';

/** How much of each of Discord's limits a message uses. */
export class UsageBars extends LitElement {
  static override properties = { usage: {}, locale: {} };
  static override styles = [
    sharedStyles,
    css`
      li {
        margin: 8px 0;
        font-size: 13px;
      }
      .words {
        display: flex;
        justify-content: space-between;
        gap: 12px;
      }
      .numbers {
        flex: none;
        color: var(--text-muted);
        font-variant-numeric: tabular-nums;
      }
      .bar {
        height: 6px;
        margin-top: 3px;
        border-radius: 3px;
        background: var(--bg-hover);
        overflow: hidden;
      }
      .fill {
        height: 100%;
        background: var(--success);
      }
      .fill.near {
        background: var(--danger);
      }
      @media (forced-colors: active) {
        .bar {
          border: 1px solid;
        }
        .fill {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
    `,
  ];

  declare usage: readonly Usage[];
  declare locale: string;

  protected override render() {
    return html`<ul>
      ${this.usage.map(({ what, used, limit }) => {
        // Set as a property, because the content security policy forbids the attribute.
        const share = limit > 0 ? Math.min(1, used / limit) : 1;
        const format = (count: number) => count.toLocaleString(this.locale);
        return html`<li>
          <div class="words">
            <span>${what}</span><span class="numbers">${format(used)} of ${format(limit)}</span>
          </div>
          <div
            class="bar"
            role="meter"
            aria-label=${what}
            aria-valuemin="0"
            aria-valuemax=${limit}
            aria-valuenow=${used}
          >
            <div class="fill ${share > 0.9 ? 'near' : ''}" .style=${`width: ${share * 100}%`}></div>
          </div>
        </li>`;
      })}
    </ul>`;
  }
}

customElements.define('usage-bars', UsageBars);
