import type { ViewChannel } from '../../view/view.ts';

/** A channel with the threads beneath it. */
export interface ChannelBranch {
  readonly channel: ViewChannel;
  readonly threads: readonly ViewChannel[];
}

/** Puts threads beneath their channel; archived ones are left out but for the one that is open. */
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
