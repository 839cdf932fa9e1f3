import { css, html, LitElement, nothing } from 'lit';
import type { ViewChannel, ViewGuild } from '../../../view/view.ts';
import { addressOf } from '../../state/address.ts';
import type { Unread } from '../../state/unread.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import '../avatar-circle.ts';
import { icon } from '../icons.ts';

/** The list of servers at the left edge, with the direct conversation above them. */
export class ServerRail extends LitElement {
  static override properties = { guilds: {}, direct: {}, openId: {}, unread: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        height: 100%;
        padding: 12px 0;
        overflow: hidden auto;
        background: var(--bg-rail);
      }
      ul {
        display: grid;
        gap: 8px;
        justify-items: center;
      }
      li {
        position: relative;
      }
      a {
        display: grid;
        place-items: center;
        width: 46px;
        height: 46px;
        border-radius: 14px;
        background: var(--bg-raised);
        color: var(--text);
        text-decoration: none;
        --size: 46px;
        --rounding: 14px;
      }
      a:focus-visible {
        outline-offset: 2px;
        border-radius: 14px;
      }
      a[aria-current] {
        background: var(--accent);
        color: var(--accent-text);
      }
      a[aria-current]::before,
      a.unread::before {
        content: '';
        position: absolute;
        left: -13px;
        top: 3px;
        width: 4px;
        height: 40px;
        border-radius: 0 4px 4px 0;
        background: var(--text);
      }
      a.unread:not([aria-current])::before {
        top: 19px;
        height: 8px;
      }
      @media (forced-colors: active) {
        a::before {
          forced-color-adjust: none;
          background: CanvasText !important;
        }
      }
      li:first-child {
        padding-bottom: 9px;
        border-bottom: 2px solid var(--border);
      }
    `,
  ];

  declare guilds: readonly ViewGuild[];
  declare direct: ViewChannel;
  declare openId: string;
  declare unread: Readonly<Record<string, Unread>>;

  protected override render() {
    const isUnread = ({ id }: ViewChannel) => id in this.unread;
    return html`<ul>
      <li>
        ${this.#link(
          'Direct message with the bot',
          this.direct,
          this.direct.id === this.openId,
          isUnread(this.direct),
          icon('home', 24),
        )}
      </li>
      ${this.guilds.map(({ id, name, channels }) => {
        const [first] = channels;
        if (!first) return nothing;
        const isOpen = channels.some((channel) => channel.id === this.openId);
        const avatar = html`<avatar-circle .of=${id} .name=${name}></avatar-circle>`;
        return html`<li>${this.#link(name, first, isOpen, channels.some(isUnread), avatar)}</li>`;
      })}
    </ul>`;
  }

  #link(name: string, to: ViewChannel, isOpen: boolean, isUnread: boolean, image: unknown) {
    return html`<a
      href=${addressOf(isOpen ? this.openId : to.id)}
      class=${isUnread ? 'unread' : ''}
      title=${name}
      aria-label=${isUnread ? `${name}, new messages` : name}
      aria-current=${isOpen ? 'true' : nothing}
      >${image}</a
    >`;
  }
}

customElements.define('server-rail', ServerRail);
