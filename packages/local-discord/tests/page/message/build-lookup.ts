import type { APIRole, APIUser } from 'discord-api-types/v10';
import type { Lookup } from '../../../page/lookup.ts';

export const BOT = { id: '661720242585600004', username: 'Test Bot', bot: true } as APIUser;
export const MANAGER = {
  id: '661720242585600001',
  username: 'manager',
  global_name: 'Manager',
} as APIUser;

const ROLES = [
  { id: '7', name: '@everyone', color: 0, position: 0 },
  { id: '8', name: 'Readers', color: 0x2ecc71, position: 1 },
  { id: '9', name: 'Bots', color: 0xe67e22, position: 2 },
] as APIRole[];

/** Builds the lookup of a small server, on 24 November 2026 at 17:03 in Berlin. */
export function buildLookup(overrides: Partial<Lookup> = {}): Lookup {
  const members = [
    { user: BOT, nick: null, roles: ['8', '9'] },
    { user: MANAGER, nick: 'The Boss', roles: [] },
  ] as unknown as Lookup['members'];
  const channels = [
    { id: '661720242585600009', type: 0, name: 'general', canSend: true },
    { id: '661720242585600010', type: 2, name: 'talk', canSend: false },
  ];
  return {
    meId: MANAGER.id,
    locale: 'en-GB',
    zone: 'Europe/Berlin',
    now: () => Date.UTC(2026, 10, 24, 16, 3),
    member: (id) => members.find(({ user }) => user.id === id),
    role: (id) => ROLES.find((role) => role.id === id),
    channel: (id) => channels.find((channel) => channel.id === id),
    commandId: () => undefined,
    members,
    roles: ROLES,
    channels,
    ...overrides,
  };
}
