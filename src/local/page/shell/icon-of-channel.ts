import type { TemplateResult } from 'lit';
import type { ViewChannel } from '../../view/view.ts';
import { icon } from './icons.ts';

/** Discord's numbers for kinds of channel that have a drawing of their own. */
const KINDS = { direct: 1, announcement: 5, threads: [10, 11, 12] } as const;

/** The drawing that stands before a channel's name. */
export function iconOf({ type }: ViewChannel, size?: number): TemplateResult {
  if (type === KINDS.direct) return icon('home', size);
  if (type === KINDS.announcement) return icon('announcement', size);
  return icon(KINDS.threads.some((thread) => thread === type) ? 'thread' : 'hash', size);
}
