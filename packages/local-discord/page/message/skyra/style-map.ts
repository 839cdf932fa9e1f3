import { noChange } from 'lit';
import { Directive, directive, type AttributePart } from 'lit/directive.js';

/** Styles by property. A property without a value is removed. */
export type StyleInfo = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Replaces Lit's directive of this name in Skyra's elements (see `build-page.ts`). Lit's writes a `style`
 * attribute at first, which the content security policy blocks. Setting styles by script is allowed.
 */
class StyleMapDirective extends Directive {
  override render(_styles: StyleInfo): unknown {
    return noChange;
  }

  override update(part: AttributePart, [styles]: [StyleInfo]): unknown {
    const { style } = part.element;
    for (const [name, value] of Object.entries(styles)) {
      style.setProperty(name, value === null || value === undefined ? '' : String(value));
    }
    return noChange;
  }
}

/** Sets an element's styles. */
export const styleMap = directive(StyleMapDirective);
