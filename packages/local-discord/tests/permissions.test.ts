import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock.ts';
import { createLocalState } from '../state/local-state.ts';
import { allPermissions, channelPermissions, guildPermissions } from '../state/permissions.ts';
import { seedWorld } from '../state/seed-world.ts';

function buildWorld() {
  const seed = seedWorld(
    createClock(() => Date.UTC(2024, 0, 1)),
    'Bot',
  );
  const { world, guildId, channelId } = seed;
  const state = createLocalState(world);
  const guild = world.guilds.get(guildId);
  const channel = world.channels.get(channelId);
  if (!guild || !channel) throw new Error('The seeded guild or channel is missing.');
  const inChannel = (userId: string) => channelPermissions(world, channel, userId);
  return { ...seed, state, guild, inChannel };
}

describe('permissions', () => {
  it('of the owner are complete, whatever a channel denies', () => {
    const { guild, guildId, channelId, state, inChannel } = buildWorld();
    state.setOverwrite(channelId, guildId, { deny: Bits.ViewChannel });
    expect(guildPermissions(guild, guild.api.owner_id)).toBe(allPermissions);
    expect(inChannel(guild.api.owner_id)).toBe(allPermissions);
  });

  it('of an administrator are complete', () => {
    const { guild, guildId, memberId, state } = buildWorld();
    const role = state.addRole(guildId, 'Admins', { permissions: Bits.Administrator });
    state.addMember(guildId, memberId, [role.id]);
    expect(guildPermissions(guild, memberId)).toBe(allPermissions);
  });

  it('of a user who isn’t a member are empty', () => {
    const { state, inChannel } = buildWorld();
    expect(inChannel(state.addUser('outsider').id)).toBe(0n);
  });

  it('follow a role’s overwrite before everyone’s, and a member’s before a role’s', () => {
    const { guildId, channelId, memberId, state, inChannel } = buildWorld();
    const role = state.addRole(guildId, 'Writers');
    state.addMember(guildId, memberId, [role.id]);
    const canSend = () => (inChannel(memberId) & Bits.SendMessages) !== 0n;
    state.setOverwrite(channelId, guildId, { deny: Bits.SendMessages });
    expect(canSend()).toBe(false);
    state.setOverwrite(channelId, role.id, { allow: Bits.SendMessages });
    expect(canSend()).toBe(true);
    state.setOverwrite(channelId, memberId, { deny: Bits.SendMessages });
    expect(canSend()).toBe(false);
  });

  it('are empty without View Channel, and lack embeds and files without Send Messages', () => {
    const { guildId, channelId, memberId, state, inChannel } = buildWorld();
    state.setOverwrite(channelId, guildId, { deny: Bits.SendMessages });
    expect(inChannel(memberId) & (Bits.EmbedLinks | Bits.AttachFiles)).toBe(0n);
    state.setOverwrite(channelId, guildId, { deny: Bits.ViewChannel });
    expect(inChannel(memberId)).toBe(0n);
  });
});
