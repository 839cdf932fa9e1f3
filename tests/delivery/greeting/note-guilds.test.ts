import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuildNotes } from '../../../src/delivery/greeting/note-guilds.ts';
import type { KnownGuild } from '../../../src/digest/guild/known-guild.ts';
import { UserError } from '../../../src/errors.ts';
import type { RecordStore } from '../../../src/store/record-store.ts';
import { collectLog } from '../../support/collect-log.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';

const NOW = new Date('2024-03-14T08:00:00Z');

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

describe('a server that is seen while the store is away', () => {
  it('is noted when the store is back', async () => {
    const { log, lines } = collectLog();
    const guilds = store.records('guilds');
    let isAway = true;
    const failing: RecordStore<KnownGuild> = {
      ...guilds,
      change: (...given) =>
        isAway
          ? Promise.reject(new UserError('not-available', 'The store cannot be reached.'))
          : guilds.change(...given),
    };
    const notes = createGuildNotes(failing, { now: () => NOW, log });
    const noted = vi.fn<() => void>();
    notes.onNoted(noted);
    const joinedAt = NOW.toISOString();
    for (const id of ['100', '200']) notes.see({ id, joinedAt, locale: 'en-US' });
    // An update doesn't say when the bot joined.
    notes.see({ id: '100', locale: 'fr' });
    await notes.settled();
    expect(noted).not.toHaveBeenCalled();
    expect(lines.map(({ msg }) => msg)).toEqual([
      'servers cannot be noted; trying again until they can',
    ]);

    isAway = false;
    await vi.advanceTimersByTimeAsync(60_000);
    await notes.settled();
    expect(noted).toHaveBeenCalledTimes(3);
    const greeting = { kind: 'due' };
    expect(await guilds.get('100')).toEqual({ locale: 'fr', joinedAt, greeting });
    expect(await guilds.get('200')).toEqual({ locale: 'en-US', joinedAt, greeting });
    expect(vi.getTimerCount()).toBe(0);
  });
});
