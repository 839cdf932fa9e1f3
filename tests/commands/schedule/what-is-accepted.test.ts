import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule } from '../../../commands/schedule/schedule-command.ts';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { UserError } from '../../../src/errors.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { buildContext, buildServices } from '../../support/build-services.ts';
import { runCommand, suggest } from '../../support/run-command.ts';
import { readText } from '../../support/shown-text.ts';

const ZONES = 'UTC PST EST BST Asia/Kolkata Kyiv US/Eastern +02:00 GMT+2 CET Japan NST Etc/GMT-14';
const CRONS = [
  '0 8 13 * +FRI',
  '0 8 * * 1#L',
  '0 8 * * SUN#L',
  '0 8 1W,15W * *',
  '*/30 * * * +MON',
  '0 8 L,15 * *',
  '0 8 * * *,1',
  '0 8 ? * *',
  '* * * * *',
  '0 8 29 2 *',
  '0 8 30 2 *',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('climate', '"', '\u202e', '-', 'source:', '<@&1>', '**', '```', 'lang:fr'),
);

const anyOptions = fc
  .record(
    {
      time: fc.constantFrom('8', 'noon', '0800', '8am, 8pm', 'every 6 hours', '25:00'),
      days: fc.constantFrom('weekdays', 'sat-sun', 'mon', 'never'),
      zone: fc.constantFrom(...ZONES.split(' ')),
      cron: fc.constantFrom(...CRONS),
      name: anyText,
      topics: anyText,
      sources: anyText,
      language: fc.constantFrom('fr', 'German, en', 'Klingonese'),
      country: fc.constantFrom('FR', 'uk, Spain', 'Nowhere'),
      stories: fc.integer({ min: 1, max: 10 }),
      thread: fc.boolean(),
      quiet: fc.constantFrom('post nothing', 'say so'),
    },
    { requiredKeys: [] },
  )
  // Both together are always refused.
  .map(({ cron, time, days, ...rest }) =>
    cron === undefined || time === 'noon' ? { time, days, ...rest } : { cron, ...rest },
  );

/** Whether it was done; false if it was refused with advice. Any other error is thrown. */
async function isAccepted(running: Promise<unknown>): Promise<boolean> {
  try {
    await running;
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

describe('every schedule that is accepted', () => {
  it('is listed and suggested, with all others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyOptions, { minLength: 1, maxLength: 4 }), async (given) => {
        const context = buildContext(await buildServices());
        let count = 0;
        for (const raw of given) {
          if (await isAccepted(runCommand(schedule, context, raw, 'add'))) count += 1;
        }
        const text = readText(await runCommand(schedule, context, {}, 'list'));
        expect(text).toContain(count === 1 ? '## 1 schedule\n' : `## ${count} schedules\n`);
        expect(text.match(/^Next <t:/gmu) ?? []).toHaveLength(count);
        const suggested = await suggest(schedule, context, 'schedule', '', 'remove');
        expect(suggested).toHaveLength(count);
        for (const { value } of suggested) {
          await runCommand(schedule, context, { schedule: value, stories: 2 }, 'edit');
          await runCommand(schedule, context, { schedule: value }, 'remove');
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});

describe('a schedule that cannot be read', () => {
  const open = async () => {
    const services = await buildServices();
    const context = buildContext(services);
    await runCommand(schedule, context, { time: '8' }, 'add');
    const { subscriptions } = services;
    const list = async function* (prefix = '', onUnreadable?: (key: string) => void) {
      yield* subscriptions.list(prefix);
      const key = subscriptionKey(buildSubscription({ guildId: context.guildId!, id: 'old1' }));
      if (!removed.has(key)) onUnreadable?.(key);
    };
    const removed = new Set<string>();
    const remove = async (key: string) => {
      removed.add(key);
      return subscriptions.remove(key);
    };
    return buildContext({ ...services, subscriptions: { ...subscriptions, list, remove } });
  };

  it('is named below the others, suggested for removal only, and can be removed', async () => {
    const context = await open();
    const list = async () => readText(await runCommand(schedule, context, {}, 'list'));
    expect(await list()).toContain('## 1 schedule');
    expect(await list()).toContain('I cannot read `old1`. `/schedule remove` takes it away.');
    expect(await suggest(schedule, context, 'schedule', '', 'edit')).toHaveLength(1);
    expect(await suggest(schedule, context, 'schedule', 'old', 'remove')).toEqual([
      { name: 'old1 · unreadable', value: 'old1' },
    ]);
    const removed = await runCommand(schedule, context, { schedule: 'old1' }, 'remove');
    expect(readText(removed)).toContain('I could not read `old1`');
    expect(await list()).not.toContain('I cannot read');
  });
});
