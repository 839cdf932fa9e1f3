import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ViewChannel } from '../../../view/view.ts';
import { addressOf } from '../../state/address.ts';
import { growChannelTree } from '../../selectors/channel-tree.ts';
import type { Unread } from '../../state/unread.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import { channelListStyles } from './channel-list-styles.ts';
import { iconOf } from '../icon-of-channel.ts';

/** The channels of a server with their threads, or the direct conversation. */
export class ChannelList extends LitElement {
  static override properties = { heading: {}, channels: {}, openId: {}, unread: {} };
  static override styles = [sharedStyles, channelListStyles];

  declare heading: string;
  declare channels: readonly ViewChannel[];
  declare openId: string;
  declare unread: Readonly<Record<string, Unread>>;

  protected override render() {
    const branches = growChannelTree(this.channels, this.openId);
    return html`<h2 class="one-line">${this.heading}</h2>
      <div class="channels">
        <ul>
          ${branches.map(
            ({ channel, threads }) =>
              html`<li>
                ${this.#link(channel)}
                ${
                  threads.length > 0
                    ? html`<ul class="threads" aria-label=${`Threads in ${channel.name}`}>
                        ${threads.map((thread) => html`<li>${this.#link(thread)}</li>`)}
                      </ul>`
                    : nothing
                }
              </li>`,
          )}
        </ul>
      </div>`;
  }

  #link(channel: ViewChannel): TemplateResult {
    const unread = this.unread[channel.id];
    return html`<a
      href=${addressOf(channel.id)}
      class=${unread ? 'unread' : ''}
      aria-current=${channel.id === this.openId ? 'page' : nothing}
      >${iconOf(channel)}<span class="name one-line">${channel.name}</span>${
        unread
          ? html`<span class="count ${unread.mentions > 0 ? 'mention' : ''}"
              >${unread.count}<span class="only-heard"> new</span></span
            >`
          : nothing
      }</a
    >`;
  }
}

customElements.define('channel-list', ChannelList);
