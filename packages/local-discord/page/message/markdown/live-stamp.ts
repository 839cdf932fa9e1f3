import { css, html, LitElement } from 'lit';
import '@skyra/discord-components-core/discord-time.js';
import type { Lookup } from '../../lookup.ts';
import { viewerOf } from '../viewer-of.ts';
import { formatStamp, relativeChangesInMs } from './format-stamp.ts';
import type { StampStyle } from './nodes.ts';

/** A timestamp in the viewer's time zone and language. A relative one follows the clock. */
export class LiveStampElement extends LitElement {
  static override properties = {
    ms: { type: Number },
    variant: {},
    lookup: { attribute: false },
  };
  declare ms: number;
  declare variant: StampStyle;
  declare lookup: Lookup;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = css`
    discord-time {
      background: var(--code-bg);
      white-space: normal;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const viewer = viewerOf(this.lookup);
    return html`<discord-time
      ><time datetime=${new Date(this.ms).toISOString()} title=${formatStamp(this.ms, 'F', viewer)}
        >${formatStamp(this.ms, this.variant, viewer)}</time
      ></discord-time
    >`;
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    if (this.variant !== 'R' || !this.isConnected) return;
    const waitMs = relativeChangesInMs(this.ms, this.lookup.now());
    this.#timer = setTimeout(() => this.requestUpdate(), waitMs);
  }
}

customElements.define('live-stamp', LiveStampElement);
