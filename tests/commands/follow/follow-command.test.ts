import { describe, expect, it } from 'vitest';
import { follow } from '../../../commands/follow/follow-command.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { servicesFor } from '../../../src/command/services-for.ts';
import type { Services } from '../../../src/command/services.ts';
import { pauseSubscription } from '../../../src/digest/change-subscription.ts';
import { subscriptionKey, type Subscription } from '../../../src/digest/subscription.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { buildContext, buildServices, NOW } from '../../support/build-services.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { runCommand, suggest } from '../../support/run-command.ts';
import { readText } from '../../support/shown-text.ts';

const SERVER = '100000000000000001';
const PERSON = '300000000000000001';

const flood = buildCoverage(
  'flood',
  ['Harbour Post', 'Northlight', 'Quillfeather'],
  (hour) => `2024-03-14T0${hour + 1}:00:00.000Z`,
);
/** Reports that only the server may see. */
const strike = buildCoverage('strike', ['Crew Letter'], () => '2024-03-14T05:00:00.000Z').map(
  (article) => ({ ...article, onlyFor: SERVER }),
);

async function open(given: Partial<Services> = {}): Promise<CommandContext> {
  const services = await buildServices([...flood, ...strike], {
    openDirectMessages: async (userId) => `9${userId}`,
    ...given,
  });
  return buildContext(servicesFor(services, SERVER));
}

async function readStored({ services }: CommandContext): Promise<Subscription[]> {
  const stored: Subscription[] = [];
  for await (const [, one] of services.subscriptions.list()) stored.push(one);
  return stored;
}

const add = async (context: CommandContext, raw: Readonly<Record<string, unknown>>) =>
  readText(await runCommand(follow, context, raw, 'add'));
const list = async (context: CommandContext) =>
  readText(await runCommand(follow, context, {}, 'list'));

describe('a follow of a story whose article was removed', () => {
  it('says so, because nothing comes of it any more', async () => {
    const context = await open();
    await add(context, { story: flood[0]!.id });
    expect(await list(context)).toContain('Next <t:');
    const { index } = await buildServices(flood.slice(1));
    const text = await list({ ...context, services: { ...context.services, index } });
    expect(text).toContain('**Nothing comes**: I no longer have this story');
    expect(text).toContain('`/follow remove` takes it away.');
    expect(text).not.toContain('Next <t:');
  });
});

describe('/follow add', () => {
  it('follows a topic at the usual time, in direct messages', async () => {
    const context = await open();
    const text = await add(context, { topic: 'dike' });
    expect(text).toContain('**dike**');
    expect(text).toContain('every day at 08:00, UTC');
    expect(text).toContain('Next <t:1710489600:R>');
    expect(await readStored(context)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}$/u),
        guildId: `@${PERSON}`,
        channelId: `9${PERSON}`,
        schedule: { cron: '0 8 * * *', zone: 'UTC' },
        topics: ['dike'],
        sources: [],
        storyCount: 5,
        thread: 'none',
        onQuiet: 'post-nothing',
        state: { kind: 'active' },
        createdBy: PERSON,
        createdAt: NOW.toISOString(),
        changedAt: NOW.toISOString(),
      },
    ]);
  });

  it.each(['???', '((((', 'source:', '\uD83D'])(
    'follows no story that is named by %j',
    async (story) => {
      const context = await open();
      await expect(add(context, { story })).rejects.toThrow(/I see no words|No story has/);
      expect(await readStored(context)).toEqual([]);
    },
  );

  it('follows a story that is chosen from the suggestions, by its headline', async () => {
    const context = await open();
    const [choice] = await suggest(follow, context, 'story', 'anse', 'add');
    const text = await add(context, { story: choice!.value, alert: '3, 1 a day' });
    expect(text).toContain('only what is new of this story');
    expect(text).toContain('at once: 3 publishers in 6 hours, at most 1 a day');
    const [stored] = await readStored(context);
    expect(stored).toMatchObject({ storyId: flood[0]!.id, topics: [] });
    expect(flood.map(({ title }) => title)).toContain(stored!.name);
  });

  it('takes a time and a zone, and keeps the zone for the next one', async () => {
    const context = await open();
    await add(context, { topic: 'dike', time: '7:30 pm', zone: 'Asia/Tokyo' });
    await add(context, { topic: 'river' });
    expect((await readStored(context)).map(({ schedule }) => schedule)).toEqual(
      expect.arrayContaining([
        { cron: '30 19 * * *', zone: 'Asia/Tokyo' },
        { cron: '0 8 * * *', zone: 'Asia/Tokyo' },
      ]),
    );
  });

  it('changes what is followed already, and leaves the rest', async () => {
    const context = await open();
    await add(context, { topic: 'dike, river', time: '07:00', alert: '5' });
    expect(await add(context, { topic: 'river, dike', time: '18:00' })).toContain('## Changed');
    const [changed, ...others] = await readStored(context);
    expect(others).toEqual([]);
    expect(changed).toMatchObject({
      schedule: { cron: '0 18 * * *' },
      alert: { voices: 5, hours: 6, perDay: 3 },
    });
  });

  it.each(['off', ' None '])('takes an alert away again by "%s"', async (off) => {
    const context = await open();
    await add(context, { topic: 'dike', time: '07:00', alert: '5' });
    expect(await add(context, { topic: 'dike', alert: off })).not.toContain('at once');
    const [stored] = await readStored(context);
    expect(stored).toMatchObject({ schedule: { cron: '0 7 * * *' } });
    expect(stored).not.toHaveProperty('alert');
    await add(context, { topic: 'river', alert: off });
    expect((await readStored(context)).some((one) => 'alert' in one)).toBe(false);
  });

  it('knows a story again that has an earlier article since', async () => {
    const context = await open();
    const guildId = `@${PERSON}`;
    const present = buildSubscription({ id: 'aa', guildId, storyId: flood[1]!.id });
    await context.services.subscriptions.put(subscriptionKey(present), present);
    await add(context, { story: flood[2]!.id, time: '18:00' });
    expect(await readStored(context)).toMatchObject([
      { id: 'aa', storyId: flood[0]!.id, schedule: { cron: '0 18 * * *' } },
    ]);
  });

  it('starts again what had stopped', async () => {
    const context = await open();
    await add(context, { topic: 'dike' });
    const [stored] = await readStored(context);
    const stopped = pauseSubscription(stored!, 'delivery', 'No messages.', NOW);
    await context.services.subscriptions.put(subscriptionKey(stopped), stopped);
    expect(await list(context)).toMatch(
      /\*\*Stopped\*\* <t:\d+:R>: No messages\. `\/follow add` starts it again\./u,
    );
    await add(context, { topic: 'dike' });
    expect(await list(context)).not.toContain('Stopped');
  });

  it.each([
    [{}, 'Say what to follow'],
    [{ topic: ' , ' }, 'Say what to follow'],
    [{ topic: 'dike', story: 'anse' }, 'Give either `topic` or `story`'],
    [{ topic: 'since:7d' }, 'A topic cannot have `since:`'],
    [{ topic: 'dike', time: 'soon' }, 'soon'],
    [{ topic: 'dike', zone: 'Mars' }, 'Mars'],
    [{ topic: 'dike', alert: 'soon' }, 'I do not understand the alert "soon"'],
    [{ story: 'volcano' }, 'No story has all these words'],
  ])('refuses %o and stores nothing', async (raw, message) => {
    const context = await open();
    await expect(add(context, raw)).rejects.toThrow(message);
    expect(await readStored(context)).toEqual([]);
  });

  it('fits ten of the longest follows, all of them stopped, into one list', async () => {
    const context = await open();
    for (let count = 0; count < 10; count += 1) {
      const long = buildSubscription({
        id: `aaaaaaa${count}`,
        guildId: `@${PERSON}`,
        topics: Array.from({ length: 10 }, (_, at) => `${'_'.repeat(99)}${at}`),
        schedule: { cron: '0 8 * * *', zone: 'America/Argentina/ComodRivadavia' },
        alert: { voices: 50, hours: 48, perDay: 10 },
        storyId: flood[0]!.id,
        createdAt: `2024-01-01T00:00:0${count}.000Z`,
      });
      const stopped = pauseSubscription(long, 'delivery', '*'.repeat(200), NOW);
      await context.services.subscriptions.put(subscriptionKey(stopped), stopped);
    }
    const text = await list(context);
    expect(text.match(/\*\*Stopped\*\*/gu)).toHaveLength(10);
    expect(text).not.toContain('more');
  });

  it('stores nothing if direct messages cannot be opened', async () => {
    const context = await open({ openDirectMessages: async () => undefined });
    await expect(add(context, { topic: 'dike' })).rejects.toThrow('I cannot open direct messages');
    expect(await readStored(context)).toEqual([]);
  });

  it('refuses the eleventh, but still changes one of the ten', async () => {
    const context = await open();
    for (let count = 1; count <= 10; count += 1) await add(context, { topic: `dike ${count}` });
    await expect(add(context, { topic: 'river' })).rejects.toThrow(
      'You can follow 10 things. Remove one with `/follow remove` first.',
    );
    expect(await add(context, { topic: 'dike 10', time: '18:00' })).toContain('## Changed');
    expect(await list(context)).toContain('You follow 10 of at most 10');
  });

  it('warns of a topic without articles, and of an alert that no story can raise', async () => {
    const text = await add(await open(), { topic: 'volcano', alert: '4' });
    expect(text).toContain('I have no articles yet on: volcano.');
    expect(text).toContain('that takes 4 publishers, and I have articles of 3.');
  });
});

describe('a server’s own articles', () => {
  it('are neither suggested, nor followed, nor counted', async () => {
    const context = await open();
    expect(context.services.index.has(strike[0]!.id)).toBe(true);
    expect(await suggest(follow, context, 'story', 'ferry', 'add')).toEqual([]);
    await expect(add(context, { story: strike[0]!.id })).rejects.toThrow('No story has all these');
    expect(await add(context, { topic: 'ferry' })).toContain('I have no articles yet on: ferry.');
  });
});

describe('/follow list and remove', () => {
  it('show and take away only what the requester follows', async () => {
    const context = await open();
    await add(context, { topic: 'dike' });
    const other = { ...context, userId: '300000000000000002' };
    await add(other, { topic: 'river' });
    expect(await list(context)).toContain('You follow 1 of at most 10');
    expect(await list(context)).not.toContain('river');
    const [choice, ...more] = await suggest(follow, other, 'follow', 'RIV', 'remove');
    expect(more).toEqual([]);
    const raw = { follow: choice!.value };
    await expect(runCommand(follow, context, raw, 'remove')).rejects.toThrow(
      'You follow no such thing.',
    );
    const text = readText(await runCommand(follow, other, raw, 'remove'));
    expect(text).toContain('No longer followed');
    expect(text).toContain('river');
    expect(await list(other)).toContain('You follow nothing yet');
    expect(await readStored(context)).toHaveLength(1);
  });

  it('name what this version cannot read, and take it away', async () => {
    const context = await open({});
    const { subscriptions } = context.services;
    const services = {
      ...context.services,
      subscriptions: {
        ...subscriptions,
        list: (prefix?: string, onUnreadable?: (key: string) => void) => {
          onUnreadable?.(`@${PERSON}:bb`);
          return subscriptions.list(prefix, onUnreadable);
        },
      },
    };
    const own = { ...context, services };
    expect(await list(own)).toContain('I cannot read `bb`. `/follow remove` takes it away.');
    expect(await suggest(follow, own, 'follow', '', 'remove')).toEqual([
      { name: 'bb · unreadable', value: 'bb' },
    ]);
    const text = readText(await runCommand(follow, own, { follow: 'bb' }, 'remove'));
    expect(text).toContain('I could not read `bb`, and sent nothing for it.');
  });

  it('refuse anything that is no id', async () => {
    const raw = { follow: '@300:x' };
    await expect(runCommand(follow, await open(), raw, 'remove')).rejects.toThrow(
      'You follow no such thing.',
    );
  });

  it('show names of publishers as text, whatever marks they have', async () => {
    const context = await open();
    const name = '**[x](https://evil.example)** @everyone';
    const hostile = buildSubscription({ id: 'aa', guildId: `@${PERSON}`, name });
    await context.services.subscriptions.put(subscriptionKey(hostile), hostile);
    const text = await list(context);
    expect(text).not.toContain('[x](https');
    expect(text).toContain('\\*\\*');
  });
});
