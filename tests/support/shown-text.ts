import type { Message } from '../../src/render/message.ts';

/** Removes the backslashes before punctuation, as Discord does when it shows a text. */
export function unescapeMarkdown(text: string): string {
  return text.replaceAll(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/** All text of a message in reading order, markdown included. */
export function readText(message: Message): string {
  const texts: string[] = message.content ? [message.content] : [];
  collect(message.components, texts);
  return texts.join('\n');
}

/** The values of every field `key` in the message's components, in reading order. */
export function readAll(message: Message, key: string): unknown[] {
  const found: unknown[] = [];
  walk(message.components, (node) => {
    if (key in node) found.push(node[key]);
  });
  return found;
}

function collect(value: unknown, texts: string[]): void {
  walk(value, (node) => {
    if (typeof node['content'] === 'string') texts.push(node['content']);
  });
}

function walk(value: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) value.forEach((one) => walk(one, visit));
  else if (typeof value === 'object' && value !== null) {
    visit(value as Readonly<Record<string, unknown>>);
    Object.values(value).forEach((one) => walk(one, visit));
  }
}
