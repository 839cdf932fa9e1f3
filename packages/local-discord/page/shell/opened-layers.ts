import { html, nothing, type TemplateResult } from 'lit';
import '../message/message-menu.ts';
import '../modal/modal-view.ts';
import type { Lookup } from '../lookup.ts';
import type { PageEvents } from '../page-events.ts';
import { listVisible, type PageState } from '../state/page-state.ts';
import { textOfMessage } from '../selectors/text-of-message.ts';

/** The open menu of a message, if there is one, and the function that closes it. */
export interface OpenMenu {
  readonly at: PageEvents['page-message-menu'] | undefined;
  readonly close: () => void;
}

/** Draws the modal and the menu of a message above everything else. */
export function drawOpenedLayers(
  state: PageState,
  lookup: Lookup,
  { at, close }: OpenMenu,
): TemplateResult {
  const { modal } = state;
  const message = listVisible(state).find(({ id }) => id === at?.messageId);
  return html`${
    modal
      ? html`<modal-view
          .modal=${modal.modal}
          .interactionId=${modal.interactionId}
          .lookup=${lookup}
          .failed=${modal.problem}
        ></modal-view>`
      : nothing
  }
  ${
    at && message
      ? html`<message-menu
          .commands=${state.commands[state.channelId ?? ''] ?? []}
          .messageId=${at.messageId}
          .text=${textOfMessage(message)}
          .locale=${lookup.locale}
          .x=${at.x}
          .y=${at.y}
          @close=${close}
        ></message-menu>`
      : nothing
  }`;
}
