import { css, html, LitElement } from 'lit';
import { fillOf, initialsOf } from '../selectors/initials.ts';

/** The initials of a user or server in a coloured circle. The name must be beside it. */
export class AvatarCircle extends LitElement {
  static override properties = { of: {}, name: {} };
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      width: var(--size, 32px);
      height: var(--size, 32px);
      flex: none;
      border-radius: var(--rounding, 50%);
      color: #fff;
      font-size: calc(var(--size, 32px) * 0.38);
      font-weight: 600;
      user-select: none;
    }
    span::before {
      content: attr(data-initials);
    }
  `;

  /** The id that determines the colour. */
  declare of: string;
  declare name: string;

  protected override render() {
    this.style.backgroundColor = fillOf(this.of);
    // Drawn by CSS, because screen readers would read text as part of the name beside it.
    return html`<span data-initials=${initialsOf(this.name)}></span>`;
  }
}

customElements.define('avatar-circle', AvatarCircle);
