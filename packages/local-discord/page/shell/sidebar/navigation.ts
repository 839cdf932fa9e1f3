import { html, type TemplateResult } from 'lit';
import type { View, ViewChannel } from '../../../view/view.ts';
import { guildOf } from '../../state/choose-channel.ts';
import type { PageState } from '../../state/page-state.ts';
import './channel-list.ts';
import './server-rail.ts';
import { ask } from '../shell-ask.ts';
import './viewer-switch.ts';

/** Draws the left side: servers, channels, and the viewer. */
export function drawNavigation(state: PageState, view: View, open: ViewChannel): TemplateResult {
  const guild = guildOf(view, open.id);
  return html`<div class="nav ${state.looks.navOpen ? 'open' : ''}" @click=${closeAfterLink}>
    <nav aria-label="Servers" data-region tabindex="-1">
      <server-rail
        .guilds=${view.guilds}
        .direct=${view.direct}
        .openId=${open.id}
        .unread=${state.unread}
      ></server-rail>
    </nav>
    <nav aria-label="Channels" data-region tabindex="-1">
      <channel-list
        .heading=${guild?.name ?? 'Direct messages'}
        .channels=${guild?.channels ?? [view.direct]}
        .openId=${open.id}
        .unread=${state.unread}
      ></channel-list>
    </nav>
    <section class="viewer" aria-label="You" data-region tabindex="-1">
      <viewer-switch
        .me=${view.me}
        .people=${view.people}
        .theme=${state.looks.theme}
      ></viewer-switch>
    </section>
  </div>`;
}

/** Shows the messages again after a click on a channel, even if it was already open. */
function closeAfterLink(event: Event): void {
  const isLink = event.composedPath().some((at) => at instanceof HTMLAnchorElement);
  if (isLink && event.currentTarget) ask(event.currentTarget, { to: 'open-nav', open: false });
}
