import { html, nothing, type TemplateResult } from 'lit';
import '../../composer/composer-view.ts';
import type { ViewChannel } from '../../../view/view.ts';
import type { Lookup } from '../../lookup.ts';
import { listVisible, type PageState } from '../../state/page-state.ts';
import './channel-header.ts';
import './first-hint.ts';
import './message-list.ts';
import './notice-lines.ts';

/** Draws the open channel: its header, messages and composer. */
export function drawChat(
  state: PageState,
  channel: ViewChannel,
  {
    lookup,
    autocomplete,
    isCovered,
  }: { readonly lookup: Lookup; readonly autocomplete: unknown; readonly isCovered: boolean },
): TemplateResult {
  const { panel, navOpen, hintOpen } = state.looks;
  const commands = state.commands[channel.id];
  const isHere = (one: { readonly channelId: string | undefined }) => one.channelId === channel.id;
  return html`<main ?inert=${isCovered}>
    <channel-header .channel=${channel} .panel=${panel} .navOpen=${navOpen}></channel-header>
    <section class="log" aria-label="Messages" data-region tabindex="-1">
      <message-list
        .channel=${channel}
        .messages=${listVisible(state)}
        .loaded=${state.messages[channel.id]?.loaded ?? false}
        .newFrom=${state.newFrom}
        .startFrom=${state.startFrom}
        .pending=${state.pending.filter(isHere)}
        .failures=${state.failures}
        .touches=${state.touches}
        .lookup=${lookup}
      ></message-list>
    </section>
    <section class="foot" aria-label="Write" data-region tabindex="-1">
      ${
        hintOpen
          ? html`<first-hint
              .hints=${state.view?.hints ?? []}
              .offered=${(commands ?? []).map(({ name }) => name)}
            ></first-hint>`
          : nothing
      }
      <div role="status">
        ${
          state.view?.application.isOnline === false
            ? html`<p class="offline">
                ${state.view.application.name} is offline. Commands, buttons and menus aren't
                answered until it is back.
              </p>`
            : nothing
        }
      </div>
      <notice-lines .notices=${state.notices.filter(isHere)}></notice-lines>
      <composer-view
        .channel=${channel}
        .commands=${commands}
        .lookup=${lookup}
        .autocomplete=${autocomplete}
      ></composer-view>
    </section>
  </main>`;
}
