import { noChange } from 'lit';
import { Directive, directive, type AttributePart } from 'lit/directive.js';

/** Styles by property; without a value they are taken away. */
export type StyleInfo = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Stands in for Lit's directive of this name in Skyra's parts (see `build-page.ts`). Lit's writes a style
 * attribute at first, which the page's policy refuses; the object model is allowed.
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

/** Gives an element styles. */
export const styleMap = directive(StyleMapDirective);
