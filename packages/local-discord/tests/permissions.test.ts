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
  if (!guild || !channel) throw new Error('nothing was seeded');
  const inChannel = (userId: string) => channelPermissions(world, channel, userId);
  return { ...seed, state, guild, inChannel };
}

describe('permissions', () => {
  it('are all the owner’s, whatever a channel denies', () => {
    const { guild, guildId, channelId, state, inChannel } = buildWorld();
    state.setOverwrite(channelId, guildId, { deny: Bits.ViewChannel });
    expect(guildPermissions(guild, guild.api.owner_id)).toBe(allPermissions);
    expect(inChannel(guild.api.owner_id)).toBe(allPermissions);
  });

  it('are all an administrator’s', () => {
    const { guild, guildId, memberId, state } = buildWorld();
    const role = state.addRole(guildId, 'Admins', { permissions: Bits.Administrator });
    state.addMember(guildId, memberId, [role.id]);
    expect(guildPermissions(guild, memberId)).toBe(allPermissions);
  });

  it('are none for one who is no member', () => {
    const { state, inChannel } = buildWorld();
    expect(inChannel(state.addUser('stranger').id)).toBe(0n);
  });

  it('let a role’s overwrite win over everyone’s, and a member’s over a role’s', () => {
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

  it('are none without the view of the channel, and no embeds without sending', () => {
    const { guildId, channelId, memberId, state, inChannel } = buildWorld();
    state.setOverwrite(channelId, guildId, { deny: Bits.SendMessages });
    expect(inChannel(memberId) & (Bits.EmbedLinks | Bits.AttachFiles)).toBe(0n);
    state.setOverwrite(channelId, guildId, { deny: Bits.ViewChannel });
    expect(inChannel(memberId)).toBe(0n);
  });
});
