import { css, html, LitElement, nothing } from 'lit';
import type { View, ViewGuild, ViewMember } from '../../../view/view.ts';
import { groupMembers } from '../../selectors/group-members.ts';
import { nameOf } from '../../selectors/name-of.ts';
import { colorOf } from '../../selectors/role-color.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import '../avatar-circle.ts';
import { icon } from '../icons.ts';

/** The members of a server, grouped by role. */
export class MemberList extends LitElement {
  static override properties = { guild: {}, application: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        padding: 16px 8px;
      }
      h3 {
        padding: 12px 8px 4px;
        color: var(--text-muted);
        font-size: 13px;
        font-weight: 600;
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 42px;
        padding: 4px 8px;
      }
      .dot {
        flex: none;
        width: 10px;
        height: 10px;
        margin-right: -4px;
        border-radius: 50%;
      }
      .name {
        min-width: 0;
      }
      .offline {
        color: var(--text-muted);
        font-size: 12px;
      }
      .owner {
        position: relative;
        color: light-dark(#8a5a00, #e6b450);
      }
      .app {
        padding: 0 5px;
        border-radius: 4px;
        background: var(--accent);
        color: var(--accent-text);
        font-size: 11px;
        font-weight: 700;
        line-height: 16px;
      }
    `,
  ];

  declare guild: ViewGuild | undefined;
  declare application: View['application'];

  protected override render() {
    if (!this.guild) return html`<p>Only you and the bot are here.</p>`;
    return groupMembers(this.guild).map(
      ({ name, members }) =>
        html`<h3>${name} — ${members.length}</h3>
          <ul aria-label=${name}>
            ${members.map((member) => this.#member(member))}
          </ul>`,
    );
  }

  #member(member: ViewMember) {
    const { user, roles } = member;
    // A role's colour may have too little contrast for text, so it is a dot beside the name.
    const isOffline = user.id === this.application.id && !this.application.isOnline;
    const color = colorOf(roles, this.guild?.roles ?? []);
    return html`<li>
      <avatar-circle .of=${user.id} .name=${nameOf(member)}></avatar-circle>
      <span class="name one-line">${nameOf(member)}</span>
      ${color ? html`<span class="dot" .style=${`background: ${color}`}></span>` : nothing}
      ${user.bot ? html`<span class="app">APP</span>` : nothing}
      ${isOffline ? html`<span class="offline">Offline</span>` : nothing}
      ${
        user.id === this.guild?.ownerId
          ? html`<span class="owner" title="Owns the server"
              >${icon('crown', 16)}<span class="only-heard">Owner</span></span
            >`
          : nothing
      }
    </li>`;
  }
}

customElements.define('member-list', MemberList);
