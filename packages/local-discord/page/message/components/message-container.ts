import { css, html, LitElement } from 'lit';
import './spoiler-cover.ts';

/** A box around components, with a coloured bar. */
export class MessageContainerElement extends LitElement {
  static override properties = {
    color: {},
    spoiler: { type: Boolean },
  };
  /** `#rrggbb`. */
  declare color: string | undefined;
  declare spoiler: boolean;

  static override styles = css`
    :host {
      display: block;
      box-sizing: border-box;
      width: fit-content;
      min-width: min(100%, 300px);
      max-width: min(100%, 600px);
      margin: 4px 0;
      padding: 12px 14px;
      border: 1px solid var(--border);
      border-radius: 8px;
      border-inline-start: 4px solid var(--container-color, var(--border));
      background: var(--bg-raised);
      overflow: clip;
    }
    .inside {
      display: grid;
      grid-template-columns: minmax(0, auto);
      gap: 8px;
    }
  `;

  constructor() {
    super();
    this.spoiler = false;
  }

  protected override updated(): void {
    this.style.setProperty('--container-color', this.color ?? 'var(--border)');
  }

  protected override render() {
    return html`<spoiler-cover ?covers=${this.spoiler}
      ><div class="inside"><slot></slot></div
    ></spoiler-cover>`;
  }
}

customElements.define('message-container', MessageContainerElement);
