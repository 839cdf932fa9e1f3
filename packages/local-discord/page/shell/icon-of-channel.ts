import type { TemplateResult } from 'lit';
import type { ViewChannel } from '../../view/view.ts';
import { CHANNEL, isThread } from '../discord-numbers.ts';
import { icon } from './icons.ts';

/** Returns the icon before a channel's name. */
export function iconOf(channel: ViewChannel, size?: number): TemplateResult {
  const { type } = channel;
  if (type === CHANNEL.direct) return icon('home', size);
  if (type === CHANNEL.announcement) return icon('announcement', size);
  return icon(isThread(channel) ? 'thread' : 'hash', size);
}
