import { describe, expect, it } from 'vitest';
import type { ThreadOutcome } from '../../src/delivery/message-port.ts';
import { openThread } from '../../src/delivery/open-thread.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { buildEdition } from '../support/build-subscription.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';

const UNREACHABLE = { kind: 'unreachable', detail: 'Discord did not answer at all.' } as const;
const STARTED = { kind: 'started', threadId: '5' } as const;

async function open(outcomes: readonly ThreadOutcome[], given: Partial<Edition> = {}) {
  const names: string[] = [];
  const { log, lines } = collectLog();
  const port = {
    async startThread(_channel: string, _message: string, name: string): Promise<ThreadOutcome> {
      names.push(name);
      return outcomes[names.length - 1] ?? STARTED;
    },
  };
  const parts = { port, log, retryAfterMs: 1 };
  const threadId = await openThread(buildEdition(given), '400', 'Asia/Tokyo', parts);
  const warnings = lines.filter(({ level }) => level === LEVELS.warn).length;
  return { threadId, names, warnings };
}

describe('the thread of an edition', () => {
  it('is named for the slot in the zone of its schedule', async () => {
    expect(await open([])).toEqual({
      threadId: '5',
      names: ['News digest 2024-03-14 17:00'],
      warnings: 0,
    });
  });

  it.each([
    ['Climate', 'Climate 2024-03-14 17:00'],
    ['x'.repeat(200), `${'x'.repeat(82)}… 2024-03-14 17:00`],
    ['two\nlines\u202e', 'two lines 2024-03-14 17:00'],
  ])('has the name of its schedule: %j', async (name, wanted) => {
    expect((await open([], { name })).names).toEqual([wanted]);
  });

  it('is tried three times more if Discord cannot be reached', async () => {
    const failures = (count: number) => Array.from({ length: count }, () => UNREACHABLE);
    expect(await open(failures(3))).toMatchObject({ threadId: '5', warnings: 0 });
    const { threadId, names, warnings } = await open(failures(4));
    expect({ threadId, tries: names.length, warnings }).toEqual({
      threadId: undefined,
      tries: 4,
      warnings: 1,
    });
  });

  it.each<ThreadOutcome>([
    { kind: 'refused', reason: 'missing-permission' },
    { ...UNREACHABLE, afterMs: 60_000 },
  ])('is given up at once after $kind, and the log says so', async (failure) => {
    const { threadId, names, warnings } = await open([failure]);
    expect({ threadId, tries: names.length, warnings }).toEqual({
      threadId: undefined,
      tries: 1,
      warnings: 1,
    });
  });
});
