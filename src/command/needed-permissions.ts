import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** What the bot does with its permissions. `write` is the least that a notice needs. */
export type Use =
  | 'write'
  | 'post'
  | 'post-in-thread'
  | 'read'
  | 'attach'
  | 'open-thread'
  | 'fill-thread'
  | 'mention';

/** A permission of the bot. */
export interface Permission {
  /** As in Discord's settings. */
  readonly name: string;
  readonly bit: bigint;
  /** Completes "It is needed …". */
  readonly reason: string;
  readonly uses: readonly Use[];
  /** The invitation asks for it. */
  readonly isInvited: boolean;
}

/** Without it, a channel looks as if it didn't exist. */
export const VIEW_CHANNEL = 'View Channel';

/** Every permission that the bot has a use for. Nothing else in the project names one. */
export const PERMISSIONS: readonly Permission[] = [
  {
    name: VIEW_CHANNEL,
    bit: Bits.ViewChannel,
    reason: 'to see the channels that digests go to',
    uses: ['write', 'post', 'post-in-thread'],
    isInvited: true,
  },
  {
    name: 'Send Messages',
    bit: Bits.SendMessages,
    reason: 'to post digests, alerts and notices',
    uses: ['write', 'post'],
    isInvited: true,
  },
  {
    name: 'Read Message History',
    bit: Bits.ReadMessageHistory,
    reason: 'to find out after a crash whether a digest was posted, so that none is posted twice',
    uses: ['read', 'post', 'post-in-thread'],
    isInvited: true,
  },
  {
    name: 'Attach Files',
    bit: Bits.AttachFiles,
    reason: 'for maps and charts',
    uses: ['attach'],
    isInvited: true,
  },
  {
    name: 'Create Public Threads',
    bit: Bits.CreatePublicThreads,
    reason: 'for digests that open a thread',
    uses: ['open-thread', 'fill-thread'],
    isInvited: true,
  },
  {
    name: 'Send Messages in Threads',
    bit: Bits.SendMessagesInThreads,
    reason: 'for digests in a thread',
    uses: ['post-in-thread', 'fill-thread'],
    isInvited: true,
  },
  {
    name: 'Mention @everyone, @here, and All Roles',
    bit: Bits.MentionEveryone,
    reason: 'to mention a role that not everyone may mention',
    uses: ['mention'],
    isInvited: false,
  },
];

/** The permissions for one use as a bit set. */
export function bitsFor(use: Use): bigint {
  return unite(PERMISSIONS.filter(({ uses }) => uses.includes(use)));
}

/** The permissions for some uses that a bit set lacks; without uses, those that the invitation asks for. An administrator lacks none. */
export function listLacking(permissions: bigint, uses?: readonly Use[]): Permission[] {
  if ((permissions & Bits.Administrator) !== 0n) return [];
  return PERMISSIONS.filter(
    (one) =>
      (permissions & one.bit) === 0n &&
      (uses ? uses.some((use) => one.uses.includes(use)) : one.isInvited),
  );
}

/** The address that invites the bot to a server with all that it needs, and nothing else. */
export function buildInvitation(applicationId: string): string {
  const permissions = unite(PERMISSIONS.filter(({ isInvited }) => isInvited));
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
}

function unite(permissions: readonly Permission[]): bigint {
  return permissions.reduce((bits, { bit }) => bits | bit, 0n);
}
