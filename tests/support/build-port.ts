import type { GuildKnowledge } from '../../src/delivery/guild-knowledge.ts';
import type { MessagePort } from '../../src/delivery/message-port.ts';

/** A port on which every request succeeds. Messages are numbered from 1. */
export function buildPort(given: Partial<MessagePort> = {}): MessagePort {
  let posted = 0;
  return {
    post: async () => ({ kind: 'posted', messageId: String((posted += 1)) }),
    find: async () => ({ kind: 'absent' }),
    openDirect: async (userId) => ({ kind: 'opened', channelId: `9${userId}` }),
    startThread: async (_channel, messageId) => ({ kind: 'started', threadId: messageId }),
    ...given,
  };
}

/** The knowledge of a bot that is in every server and may do everything. */
export function buildGuilds(given: Partial<GuildKnowledge> = {}): GuildKnowledge {
  return {
    isInGuild: async () => true,
    mayAttachFiles: async () => true,
    systemChannel: async () => ({ kind: 'writable', channelId: '201' }),
    greetingChannel: async () => ({ kind: 'writable', channelId: '201', lacking: [] }),
    checkChannel: async () => undefined,
    ...given,
  };
}
