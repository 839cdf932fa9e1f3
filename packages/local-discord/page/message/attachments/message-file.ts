import { html, LitElement } from 'lit';
import '@skyra/discord-components-core/discord-file-attachment.js';
import '../components/spoiler-cover.ts';
import { ownMediaPath } from '../own-media.ts';

/** The card of a file. */
export class MessageFileElement extends LitElement {
  static override properties = {
    name: {},
    size: {},
    url: {},
    spoiler: { type: Boolean },
  };
  declare name: string;
  /** With its unit: "11.5 KB". */
  declare size: string;
  declare url: string;
  declare spoiler: boolean;

  constructor() {
    super();
    this.name = '';
    this.size = '';
    this.url = '';
    this.spoiler = false;
  }

  protected override render() {
    return html`<spoiler-cover ?covers=${this.spoiler}
      ><discord-file-attachment
        name=${this.name}
        .bytes=${this.size}
        href=${ownMediaPath(this.url, location.href) ?? ''}
        target="_blank"
        rel="noopener noreferrer"
      ></discord-file-attachment
    ></spoiler-cover>`;
  }
}

customElements.define('message-file', MessageFileElement);
