import { css, html, LitElement, nothing } from 'lit';

/** Covers its content until the viewer uncovers it. */
export class SpoilerCoverElement extends LitElement {
  static override properties = {
    covers: { type: Boolean, reflect: true },
    lifted: { state: true },
  };
  /** Whether the content is a spoiler. */
  declare covers: boolean;
  declare protected lifted: boolean;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      min-width: 0;
    }
    div {
      height: 100%;
    }
    :host([covers]) {
      border-radius: 8px;
      overflow: clip;
    }
    [inert] {
      filter: blur(24px);
    }
    button {
      position: absolute;
      inset: 0;
      z-index: 1;
      width: 100%;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      cursor: pointer;
    }
    span {
      padding: 6px 8px;
      border-radius: 16px;
      background: #000c;
      color: #fff;
      font: 700 0.75rem/1 sans-serif;
      letter-spacing: 0.04em;
      white-space: nowrap;
    }
    button:focus-visible {
      outline: 2px solid var(--focus);
    }
  `;

  constructor() {
    super();
    this.covers = false;
    this.lifted = false;
  }

  protected override render() {
    const covered = this.covers && !this.lifted;
    return html`<div ?inert=${covered} aria-hidden=${covered ? 'true' : nothing}><slot></slot></div>
      ${
        covered
          ? html`<button type="button" @click=${() => (this.lifted = true)}>
              <span>SPOILER</span>
            </button>`
          : nothing
      }`;
  }
}

customElements.define('spoiler-cover', SpoilerCoverElement);
