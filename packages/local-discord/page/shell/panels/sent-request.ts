import { css, html, LitElement, nothing } from 'lit';
import type { SentRequest } from '../../../view/view.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';

/** A request that the bot made for a message, unchanged. */
export class SentRequestView extends LitElement {
  static override properties = { request: {}, isOpen: {}, copied: { state: true } };
  static override styles = [
    sharedStyles,
    css`
      details {
        margin: 8px 0;
        border: 1px solid var(--border);
        border-radius: 8px;
        background: var(--code-bg);
      }
      summary {
        padding: 8px 10px;
        font-size: 13px;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      .method {
        font-weight: 700;
      }
      .at {
        display: block;
        color: var(--text-muted);
      }
      pre {
        max-height: 50vh;
        margin: 0;
        padding: 10px;
        overflow: auto;
        font:
          12px/1.5 ui-monospace,
          'SF Mono',
          Consolas,
          'DejaVu Sans Mono',
          monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 10px;
        border-top: 1px solid var(--border);
        font-size: 13px;
      }
    `,
  ];

  declare request: SentRequest;
  /** Whether the body is shown at first. */
  declare isOpen: boolean;
  declare copied: 'not yet' | 'copied' | 'refused';

  constructor() {
    super();
    this.copied = 'not yet';
  }

  protected override render() {
    const { method, path, at, files } = this.request;
    const words = { 'not yet': 'Copy', copied: 'Copied', refused: 'Copying failed' };
    return html`<details ?open=${this.isOpen}>
      <summary><span class="method">${method}</span> ${path}<span class="at">${at}</span></summary>
      <pre tabindex="0" aria-label="JSON body">${this.#json()}</pre>
      <div class="foot">
        <button class="plain-button" @click=${this.#copy}>${words[this.copied]}</button>
        ${
          files.length > 0
            ? html`<span>
                ${files.map(
                  ({ name, contentType, bytes }) => html`${name} (${contentType}, ${bytes} bytes) `,
                )}
              </span>`
            : nothing
        }
      </div>
    </details>`;
  }

  #json(): string {
    return JSON.stringify(this.request.body, undefined, 2) ?? '';
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#json());
      this.copied = 'copied';
    } catch {
      this.copied = 'refused';
    }
  };
}

customElements.define('sent-request', SentRequestView);
