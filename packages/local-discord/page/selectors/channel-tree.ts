import type { ViewChannel } from '../../view/view.ts';

/** A channel with its threads. */
export interface ChannelBranch {
  readonly channel: ViewChannel;
  readonly threads: readonly ViewChannel[];
}

/** Groups threads under their channels. Archived threads are left out, except the open one. */
export function growChannelTree(
  channels: readonly ViewChannel[],
  openId: string | undefined,
): ChannelBranch[] {
  const ids = new Set(channels.map(({ id }) => id));
  const isThread = ({ parentId }: ViewChannel) => parentId !== undefined && ids.has(parentId);
  return channels
    .filter((channel) => !isThread(channel))
    .map((channel) => ({
      channel,
      threads: channels.filter(
        (thread) => thread.parentId === channel.id && (!thread.archived || thread.id === openId),
      ),
    }));
}
