import type { Inline, StampStyle } from './nodes.ts';
import { readAddress } from './read-address.ts';

/** A node and the index at which its source text ends. */
export interface Read {
  readonly node: Inline;
  readonly end: number;
}

/** The last instant that a date can hold, in ms. */
const LAST_MS = 8.64e15;

const MENTION = /<(@!?|@&|#)(\d{15,21})>/y;
const COMMAND = /<\/([^\s:<>][^:<>\n]{0,100}):\d{1,21}>/y;
const TIME = /<t:(-?\d{1,14})(?::([tTdDfFsSR]))?>/y;
const EMOJI = /<a?:(\w{2,32}):\d{15,21}>/y;
const LINK = /<((?:https?|discord):\/\/[^\s<>]+)>/y;

/** Reads what is in angle brackets: mentions, commands, timestamps, emoji, bare links. */
export function readAngle(text: string, at: number): Read | undefined {
  const mention = matchAt(MENTION, text, at);
  if (mention) {
    const [raw, sign, id = ''] = mention;
    const kind = sign === '#' ? 'channel' : sign === '@&' ? 'role' : 'user';
    return { node: { kind, id, raw }, end: at + raw.length };
  }
  const command = matchAt(COMMAND, text, at);
  if (command) {
    const [raw, name = ''] = command;
    return { node: { kind: 'command', name, raw }, end: at + raw.length };
  }
  const emoji = matchAt(EMOJI, text, at);
  if (emoji) {
    const [raw, name = ''] = emoji;
    return { node: { kind: 'emoji', name, raw }, end: at + raw.length };
  }
  return readTime(text, at) ?? readLink(text, at);
}

function readTime(text: string, at: number): Read | undefined {
  const time = matchAt(TIME, text, at);
  if (!time) return undefined;
  const [raw, seconds, style = 'f'] = time;
  const ms = Number(seconds) * 1000;
  if (Math.abs(ms) > LAST_MS) return undefined;
  return { node: { kind: 'time', ms, style: style as StampStyle, raw }, end: at + raw.length };
}

function readLink(text: string, at: number): Read | undefined {
  const [raw = '', written = ''] = matchAt(LINK, text, at) ?? [];
  const href = readAddress(written);
  if (href === undefined) return undefined;
  return {
    node: { kind: 'link', href, children: [{ kind: 'text', text: written }] },
    end: at + raw.length,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
