import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { ownMediaPath } from '../own-media.ts';
import { readAddress } from '../markdown/read-address.ts';
import { fitPicture } from './fit-picture.ts';
import './spoiler-cover.ts';

/**
 * A picture that opens in full size with its description. A picture from another server isn't loaded: its
 * description and a link are shown instead.
 */
export class MessagePictureElement extends LitElement {
  static override properties = {
    url: {},
    alt: {},
    size: { attribute: false },
    spoiler: { type: Boolean },
    small: { type: Boolean, reflect: true },
    cropped: { type: Boolean, reflect: true },
  };
  declare url: string;
  declare alt: string | undefined;
  /** The picture's own size, in pixels. */
  declare size: Parameters<typeof fitPicture>[0] | undefined;
  declare spoiler: boolean;
  /** Whether it is a thumbnail. */
  declare small: boolean;
  /** Whether it is cropped to fill its cell in a gallery. */
  declare cropped: boolean;

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    .open,
    .elsewhere {
      display: block;
      box-sizing: border-box;
      max-width: 100%;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: var(--code-bg);
      color: var(--text-muted);
      font: inherit;
      overflow: hidden;
    }
    .open {
      cursor: zoom-in;
    }
    .elsewhere {
      padding: 8px 10px;
      border: 1px dashed var(--border);
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
    }
    .open img {
      display: block;
      max-width: 100%;
      max-height: 350px;
      height: auto;
    }
    :host([cropped]) :is(spoiler-cover, .elsewhere),
    :host([cropped]) .open,
    :host([cropped]) .open img {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    :host([small]) .open img {
      width: 85px;
      height: 85px;
      object-fit: cover;
    }
    dialog {
      max-width: 95vw;
      max-height: 95vh;
      padding: 12px;
      border: 1px solid var(--border);
      border-radius: 8px;
      background: var(--bg-raised);
      color: var(--text);
    }
    dialog::backdrop {
      background: #000b;
    }
    dialog img {
      display: block;
      max-width: 100%;
      max-height: 75vh;
      margin: 0 auto;
    }
    p {
      max-width: 70ch;
      margin: 8px 0;
    }
    .close {
      padding: 6px 14px;
      border: 1px solid var(--border);
      border-radius: 6px;
      background: var(--bg-hover);
      color: var(--text);
      cursor: pointer;
      font: inherit;
    }
    a {
      color: var(--text-link);
    }
    :is(button, a):focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `;

  constructor() {
    super();
    this.url = '';
    this.spoiler = false;
    this.small = false;
    this.cropped = false;
  }

  protected override render() {
    const path = ownMediaPath(this.url, location.href);
    return html`<spoiler-cover ?covers=${this.spoiler}
      >${path === undefined ? this.#elsewhere() : this.#picture(path)}</spoiler-cover
    >`;
  }

  #elsewhere(): TemplateResult {
    const href = readAddress(this.url);
    return html`<div class="elsewhere">
      ${this.alt || 'A picture from another server'}
      ${
        href === undefined
          ? nothing
          : html`<a href=${href} target="_blank" rel="noopener noreferrer"
              >${new URL(href).host}</a
            >`
      }
    </div>`;
  }

  #picture(path: string): TemplateResult {
    const size = fitPicture(this.size ?? {});
    const alt = this.alt || 'Picture without a description';
    return html`<button
        type="button"
        class="open"
        aria-haspopup="dialog"
        title=${this.alt ?? nothing}
        @click=${() => this.renderRoot.querySelector('dialog')?.showModal()}
      >
        <img
          src=${path}
          alt=${alt}
          width=${size?.width ?? nothing}
          height=${size?.height ?? nothing}
        />
      </button>
      <dialog aria-label="Picture" @click=${this.#closeOutside}>
        <img src=${path} alt="" loading="lazy" />
        <p>${alt}</p>
        <form method="dialog"><button class="close" autofocus>Close</button></form>
      </dialog>`;
  }

  readonly #closeOutside = (event: MouseEvent): void => {
    if (event.target instanceof HTMLDialogElement) event.target.close();
  };
}

customElements.define('message-picture', MessagePictureElement);
