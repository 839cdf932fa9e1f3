import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { CliIo } from '../../src/io.ts';
import { prepareDiscord } from '../../src/run/prepare-discord.ts';

const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}`;
const now = new Date('2026-03-01T12:00:30Z');
const io = { now: () => now, out: () => {}, err: () => {}, isTerminal: false } as unknown as CliIo;

describe('preparing Discord', () => {
  it('uses the machine’s clock if there is a token, and opens no local Discord', async () => {
    const { clock, open } = await prepareDiscord(parseConfig({ DISCORD_TOKEN: token }), io);
    expect(clock.now()).toBe(now);
    expect(await open()).toMatchObject({ token });
    expect((await open()).local).toBeUndefined();
  });

  it('uses the clock of a local Discord if there is no token, also when that is moved', async () => {
    const { clock, open } = await prepareDiscord(parseConfig({ LOCAL_PORT: '0' }), io);
    expect(clock.now()).toEqual(now);
    const access = await open();
    const stops: string[] = [];
    clock.onStep(async () => stops.push(clock.now().toISOString()));
    await access.local?.clock.advance(60_000);
    expect(stops[0]).toBe('2026-03-01T12:01:00.000Z');
    expect(clock.now()).toEqual(new Date(now.getTime() + 60_000));
    await access.close();
  });
});
