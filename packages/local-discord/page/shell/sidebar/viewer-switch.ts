import type { APIUser } from 'discord-api-types/v10';
import { css, html, LitElement } from 'lit';
import { nameOf } from '../../selectors/name-of.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import '../avatar-circle.ts';
import { icon } from '../icons.ts';
import { ask } from '../shell-ask.ts';

/** Shows whose view the page has, with a menu to change it and a button to change the theme. */
export class ViewerSwitch extends LitElement {
  static override properties = { me: {}, people: {}, theme: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
        border-top: 1px solid var(--border);
        background: var(--bg-raised);
      }
      label {
        flex: 1;
        min-width: 0;
        font-size: 12px;
        color: var(--text-muted);
      }
      select {
        display: block;
        width: 100%;
        padding: 1px 0;
        border: 0;
        background: var(--bg-raised);
        color: var(--text);
        font: inherit;
        font-size: 14px;
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];

  declare me: APIUser;
  declare people: readonly APIUser[];
  declare theme: 'dark' | 'light';

  protected override render() {
    const other = this.theme === 'dark' ? 'light' : 'dark';
    return html`<avatar-circle .of=${this.me.id} .name=${nameOf({ user: this.me })}></avatar-circle>
      <label
        >You are
        <select @change=${this.#look}>
          ${this.people.map(
            (one) =>
              html`<option value=${one.id} .selected=${one.id === this.me.id}>
                ${nameOf({ user: one })}
              </option>`,
          )}
        </select>
      </label>
      <button
        class="icon-button"
        title=${`Use the ${other} theme`}
        aria-label=${`Use the ${other} theme`}
        @click=${() => ask(this, { to: 'set-theme', theme: other })}
      >
        ${icon(other === 'light' ? 'sun' : 'moon')}
      </button>`;
  }

  readonly #look = (event: Event): void => {
    ask(this, { to: 'look-as', userId: (event.target as HTMLSelectElement).value });
  };
}

customElements.define('viewer-switch', ViewerSwitch);
