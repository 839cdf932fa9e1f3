type Attribute = string | number | undefined;

/** Writes an SVG element. Attributes are escaped; children are markup. */
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

/**
 * Writes a line of text, escaped. `x` and `y` are the start of its baseline, or its end with
 * `anchor: 'end'`.
 */
export function textElement(
  text: string,
  attributes: Readonly<Record<string, Attribute>> & { readonly x: number; readonly y: number },
): string {
  return element('text', attributes, escape(text));
}

/** A tenth of a unit is a fifth of a pixel. More digits would only make the file longer. */
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
