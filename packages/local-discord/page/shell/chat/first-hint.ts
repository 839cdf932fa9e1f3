import { css, html, LitElement } from 'lit';
import type { Hint } from '../../../view/view.ts';
import { emit } from '../../page-events.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import { icon } from '../icons.ts';
import { ask } from '../shell-ask.ts';

/** Commands to try, shown until the viewer dismisses them. */
export class FirstHint extends LitElement {
  static override properties = { hints: {}, offered: {} };
  static override styles = [
    sharedStyles,
    css`
      section {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 0 16px 8px;
        padding: 4px 4px 4px 12px;
        border: 1px solid var(--border);
        border-radius: 8px;
        background: var(--bg-raised);
        font-size: 14px;
      }
      .things {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 6px;
        min-width: 0;
      }
      .plain-button {
        padding: 3px 8px;
        text-align: left;
      }
      code {
        color: var(--text-muted);
        font-size: 12px;
      }
      @media (max-width: 1000px) {
        strong,
        code {
          display: none;
        }
      }
      @media (max-width: 640px) {
        section {
          margin: 0 8px 8px;
        }
      }
      @media (max-width: 640px), (max-height: 500px) {
        .things {
          flex-wrap: nowrap;
          padding: 4px 2px;
          overflow: auto hidden;
        }
        .plain-button {
          flex: none;
        }
      }
    `,
  ];

  declare hints: readonly Hint[];
  /** Names of the commands that can be run here. */
  declare offered: readonly string[];

  protected override render() {
    const here = this.hints.filter(({ command }) =>
      this.offered.includes(command.split(' ')[0] ?? ''),
    );
    if (here.length === 0) return html``;
    return html`<section aria-label="Things to try">
      <strong>Try it:</strong>
      <div class="things">
        ${here.map(
          ({ command, line, words }) =>
            html`<button
              class="plain-button"
              @click=${() => emit(this, 'page-use-command', { name: line })}
            >
              ${words} <code>/${command}</code>
            </button>`,
        )}
      </div>
      <button
        class="icon-button"
        aria-label="Do not show this again"
        @click=${() => ask(this, { to: 'drop-hint' })}
      >
        ${icon('close', 16)}
      </button>
    </section>`;
  }
}

customElements.define('first-hint', FirstHint);
