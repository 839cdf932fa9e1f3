import { expect, it, vi } from 'vitest';
import { buildGuildCreate } from '../gateway/greeting.ts';
import { listThreads } from '../state/threads.ts';
import { createLocalState } from '../state/local-state.ts';
import { seedWorld } from '../state/seed-world.ts';
import { listChannels } from '../view/list-channels.ts';

const CHANNELS = 5;

/** How many channels are looked at while so many servers are added and described. */
function countLooks(servers: number): number {
  const { world, managerId } = seedWorld({ now: () => 0, monotonic: () => 0 }, 'Test Bot');
  const state = createLocalState(world);
  let looks = 0;
  const { channels } = world;
  const [readAll, readOwn] = [channels.values.bind(channels), channels.ofGuild.bind(channels)];
  vi.spyOn(channels, 'values').mockImplementation(() => {
    looks += channels.size;
    return readAll();
  });
  vi.spyOn(channels, 'ofGuild').mockImplementation((guildId) => {
    const own = readOwn(guildId);
    looks += own.length;
    return own;
  });
  for (let at = 0; at < servers; at++) {
    const guild = state.addGuild(`Server ${at}`);
    for (let no = 0; no < CHANNELS; no++) state.addChannel(guild.api.id, `channel-${no}`);
    const described = buildGuildCreate(world, guild);
    expect(described.channels.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    listChannels(world, guild.api.id, managerId);
    const [last] = state.channels(guild.api.id);
    listThreads(world, last!.id, () => true);
    state.deleteChannel(last!.id);
    expect(state.channels(guild.api.id)).toHaveLength(CHANNELS - 1);
  }
  return looks;
}

it('looks at the channels of a server only, however many servers there are', () => {
  const few = countLooks(20);
  expect(few).toBeGreaterThan(0);
  expect(countLooks(80)).toBe(4 * few);
});
