type Attribute = string | number | undefined;

/** An element of SVG; attributes are escaped, children are markup already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escape(write(value))}"`],
  );
  return `<${name}${written.join('')}${children.length === 0 ? '/>' : `>${children.join('')}</${name}>`}`;
}

/** A line of text, escaped; `x` and `y` are where its base line begins, or ends with `anchor: 'end'`. */
export function textElement(
  text: string,
  attributes: Readonly<Record<string, Attribute>> & { readonly x: number; readonly y: number },
): string {
  return element('text', attributes, escape(text));
}

/** Tenths of a unit are a fifth of a pixel: finer would only be longer. */
function write(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 10) / 10);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
