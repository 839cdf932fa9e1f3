import { directive, Directive, type ElementPart } from 'lit/directive.js';
import { noChange } from 'lit';

/** Sets a custom property by script, because the content security policy forbids style attributes. */
class ColoredDirective extends Directive {
  override render(_property: string, _color: string | undefined): unknown {
    return noChange;
  }

  override update(part: ElementPart, [property, color]: [string, string | undefined]): unknown {
    const { style } = part.element as HTMLElement;
    if (color === undefined) style.removeProperty(property);
    else style.setProperty(property, color);
    return noChange;
  }
}

/** Sets an element's custom property to a colour: `<p ${colored('--bar', '#f00')}>`. */
export const colored = directive(ColoredDirective);
