import { html, nothing, type TemplateResult } from 'lit';
import { guildOf } from '../../state/choose-channel.ts';
import type { PageState } from '../../state/page-state.ts';
import './clock-panel.ts';
import { icon } from '../icons.ts';
import './member-list.ts';
import { PANEL_TITLES } from './panel-titles.ts';
import './sent-panel.ts';
import { ask } from '../shell-ask.ts';

/** Draws the panel to the right of the messages, if one is open. */
export function drawSidePanel(
  state: PageState,
  { language, zone }: { readonly language: string; readonly zone: string },
): TemplateResult | typeof nothing {
  const { panel } = state.looks;
  if (panel === 'none' || !state.view) return nothing;
  return html`<aside
    aria-label=${PANEL_TITLES[panel]}
    class=${panel === 'sent' ? 'wide' : ''}
    data-region
    tabindex="-1"
  >
    <div class="panel-head">
      <h2>${PANEL_TITLES[panel]}</h2>
      <button class="icon-button" aria-label=${`Close ${PANEL_TITLES[panel]}`} @click=${close}>
        ${icon('close', 18)}
      </button>
    </div>
    ${
      panel === 'members'
        ? html`<member-list
            .guild=${guildOf(state.view, state.channelId)}
            .application=${state.view.application}
          ></member-list>`
        : nothing
    }
    ${
      panel === 'sent'
        ? html`<sent-panel .sent=${state.sent} .locale=${language}></sent-panel>`
        : nothing
    }
    ${
      panel === 'clock'
        ? html`<clock-panel
            .clock=${state.clock}
            .move=${state.move}
            .locale=${language}
            .zone=${zone}
          ></clock-panel>`
        : nothing
    }
  </aside>`;
}

function close({ currentTarget }: Event): void {
  if (currentTarget) ask(currentTarget, { to: 'close-panel' });
}
