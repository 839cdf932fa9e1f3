import type { Block } from './nodes.ts';

/** The mark around a code block. */
export const FENCE = '```';
const LANGUAGE = /^([\w+\-.#]+)\n/;

/** A code block and the text around it. */
export interface Fenced {
  readonly before: string;
  readonly block: Block;
  readonly after: string;
}

/** Splits a text at its first code block; undefined if there is none. */
export function readFence(text: string): Fenced | undefined {
  const open = findFence(text);
  const close = open === -1 ? -1 : text.indexOf(FENCE, open + FENCE.length);
  if (close === -1) return undefined;
  const inside = text.slice(open + FENCE.length, close);
  if (inside.trim() === '') return undefined;
  const language = LANGUAGE.exec(inside)?.[1] ?? '';
  const code =
    language && inside.slice(language.length).trim() ? inside.slice(language.length) : inside;
  return {
    before: text.slice(0, open).replace(/\n$/, ''),
    block: {
      kind: 'code-block',
      language: code === inside ? '' : language,
      text: code.replace(/^\n+/, '').trimEnd(),
    },
    after: text.slice(close + FENCE.length).replace(/^\n/, ''),
  };
}

function findFence(text: string): number {
  const open = text.indexOf(FENCE);
  return open > 0 && text[open - 1] === '\\' ? -1 : open;
}
