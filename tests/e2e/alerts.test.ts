import { ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pauseSubscription } from '../../src/digest/change-subscription.ts';
import { createDigestCache } from '../../src/digest/digest-cache.ts';
import { editionMark, type Edition } from '../../src/digest/edition.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import { buildCoverage, type CoveredEvent } from '../support/build-coverage.ts';
import { buildReport, type NewsEvent } from '../support/build-news.ts';
import { openDeliveryWorld, SLOT, type DeliveryWorld } from '../support/open-delivery-world.ts';

const POST = 'POST /channels/:id/messages';
const SOURCES = ['Harbour Post', 'Northlight', 'Quillfeather', 'Meridian Wire'];
const ALERT = { voices: 2, hours: 6, perDay: 3 };

let world: DeliveryWorld;
beforeEach(async () => {
  world = await openDeliveryWorld([]);
});
afterEach(() => world.close());

/** Reports on an event at these times of the day of the slot, each by a publisher of its own. */
const reports = (event: CoveredEvent, times: readonly string[]) =>
  buildCoverage(event, SOURCES.slice(0, times.length), (position) => at(times[position]!));

const at = (time: string): string => `2024-03-14T${time}:00.000Z`;

/** Stores reports when the last of them was published. */
async function publish(event: CoveredEvent, times: readonly string[]) {
  const articles = reports(event, times);
  await world.news.add(articles, new Date(at(times.at(-1)!)));
  return articles;
}

/** Stores one report on an event that is long enough to be told alone. */
async function publishAlone(event: NewsEvent, time: string) {
  const report = buildReport(event, 'Northlight', at(time));
  await world.news.add([report], new Date(at(time)));
  return report;
}

async function readAlerts(): Promise<Edition[]> {
  return (await world.readEditions()).filter(({ alert }) => alert !== undefined);
}

const subscribe = (given: Partial<Subscription> = {}): Promise<Subscription> =>
  world.subscribe({ alert: ALERT, ...given });

describe('a schedule with an alert', () => {
  it('posts a story at once when enough publishers report it, and only once', async () => {
    await subscribe();
    await publish('flood', ['09:10']);
    await world.tickAt(at('09:20'));
    expect(world.messages()).toEqual([]);
    await world.news.add(reports('flood', ['09:10', '09:40']), new Date(at('09:40')));
    for (const time of ['09:40', '09:41', '09:42', '11:00']) await world.tickAt(at(time));
    const [alert, ...others] = await readAlerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ slot: at('09:41'), state: { kind: 'posted' } });
    expect(alert?.alert).toMatchObject({ voices: 2, hours: 6 });
    const [message, ...more] = world.messages();
    expect(more).toEqual([]);
    const shown = JSON.stringify(message?.components);
    expect(shown).toContain('## Alert · News digest');
    expect(shown).toContain('2 publishers report this independently, within 6 hours');
    expect(shown).toContain(editionMark(alert!.id));
    for (const { text } of alert!.digest.stories[0]!.sentences) expect(shown).toContain(text);
  });

  it('does not tell the story again in its digest, except for what is new', async () => {
    const subscription = await subscribe();
    await publish('flood', ['05:10', '05:40']);
    await world.tickAt(at('06:00'));
    await publishAlone('comet', '07:00');
    await world.tickAt(SLOT);
    const digest = (await world.readEdition(subscription, SLOT))?.digest;
    expect(digest?.stories.map(({ update, headline }) => [update, headline])).toEqual([
      [false, expect.stringContaining('comet')],
    ]);
    expect(digest?.omissions.map(({ reason }) => reason)).toEqual(['already-told']);
    // The alert ended no period: the digest looks back over the whole day.
    expect(digest?.from).toBe('2024-03-13T08:00:00.000Z');
    await world.news.add(
      reports('flood', ['05:10', '05:40', '15:00', '15:30']),
      new Date(at('15:30')),
    );
    await world.tickAt('2024-03-15T08:00:00.000Z');
    const next = await world.readEdition(subscription, '2024-03-15T08:00:00.000Z');
    expect(next?.digest.stories.map(({ update }) => update)).toEqual([true]);
  });

  it('does not raise what its digest has just told', async () => {
    await subscribe();
    await publish('flood', ['06:10', '07:40']);
    await world.tickAt(SLOT);
    await world.tickAt(at('08:01'));
    expect(world.messages()).toHaveLength(1);
    expect(await readAlerts()).toEqual([]);
  });

  it('posts no more than so many a day, and the next on the next day', async () => {
    await subscribe({ alert: { ...ALERT, voices: 1, perDay: 2 } });
    await publishAlone('flood', '20:10');
    await publishAlone('strike', '20:20');
    await publishAlone('comet', '20:30');
    for (const time of ['21:00', '21:01', '23:59']) await world.tickAt(at(time));
    expect(await readAlerts()).toHaveLength(2);
    await world.tickAt('2024-03-15T00:00:00.000Z');
    expect(await readAlerts()).toHaveLength(3);
    expect(world.messages()).toHaveLength(3);
  });

  it('is posted once by two processes on one store', async () => {
    await subscribe();
    await publish('flood', ['09:10', '09:40']);
    const other = world.openScheduler();
    world.setClock(at('09:45'));
    await Promise.all([world.scheduler.tick(), other.tick()]);
    for (const time of ['09:46', '09:47']) {
      world.setClock(at(time));
      await Promise.all([other.tick(), world.scheduler.tick()]);
    }
    await other.stop();
    expect(world.messages()).toHaveLength(1);
    expect(await readAlerts()).toHaveLength(1);
  });

  it.each([
    ['first', 1, 3],
    ['last', 0, 2],
  ])(
    'is posted once by two processes of which one has not read its %s report',
    async (_, from, to) => {
      await subscribe();
      const read = await publish('flood', ['09:10', '09:20', '09:40']);
      const [index, stories] = [new ArticleIndex(), new StoryBook()];
      for (const article of read.slice(from, to)) {
        index.put(article);
        stories.put(article);
      }
      const cache = createDigestCache(index, stories);
      const other = world.openScheduler({ read: { ...world.news, index, stories, cache } });
      world.setClock(at('09:45'));
      await Promise.all([other.tick(), world.scheduler.tick()]);
      for (const time of ['09:46', '09:47']) {
        world.setClock(at(time));
        await Promise.all([world.scheduler.tick(), other.tick()]);
      }
      await other.stop();
      expect(world.messages()).toHaveLength(1);
      expect((await readAlerts()).map(({ state }) => state.kind)).toEqual(['posted']);
    },
  );

  it('is posted once although the clock is a year ahead for a while', async () => {
    await subscribe();
    await publish('flood', ['09:10', '09:40']);
    await world.tickAt(at('09:45'));
    await world.tickAt('2025-03-14T07:00:00.000Z');
    for (const time of ['09:50', '09:51', '11:00']) await world.tickAt(at(time));
    expect(await readAlerts()).toHaveLength(1);
    expect(JSON.stringify(world.messages()).match(/## Alert/gu)).toHaveLength(1);
  });

  it('raises nothing while it is paused, or after its alert was taken away', async () => {
    const subscription = await subscribe();
    const key = subscriptionKey(subscription);
    const { alert: _, ...without } = subscription;
    await publish('flood', ['09:10', '09:40']);
    const now = new Date(at('09:00'));
    for (const changed of [without, pauseSubscription(subscription, 'manager', 'paused', now)]) {
      await world.subscriptions.put(key, changed);
      await world.tickAt(at('10:00'));
    }
    expect(world.messages()).toEqual([]);
  });

  it('mentions its role and opens a thread that is named by the story', async () => {
    const { state, guildId } = world.discord;
    const role = state.addRole(guildId, 'readers', { mentionable: true });
    await subscribe({ alert: { ...ALERT, voices: 1 }, roleId: role.id, thread: 'discussion' });
    const { title } = await publishAlone('comet', '09:10');
    await world.tickAt(at('10:01'));
    expect(world.messages()).toMatchObject([{ mention_roles: [role.id] }]);
    const threads = state.channels(guildId).filter(({ type }) => type === ChannelType.PublicThread);
    expect(threads).toMatchObject([{ name: `${title} 2024-03-14 10:01` }]);
  });
});

describe('an alert that cannot be posted', () => {
  it('is tried again while Discord cannot be reached, and posted once', async () => {
    await subscribe();
    await publish('flood', ['09:10', '09:40']);
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    await world.tickAt(at('10:00'));
    expect((await readAlerts()).map(({ state }) => state.kind)).toEqual(['pending']);
    for (const time of ['10:01', '10:02', '10:03']) await world.tickAt(at(time));
    expect((await readAlerts()).map(({ state }) => state.kind)).toEqual(['posted']);
    expect(world.messages()).toHaveLength(1);
  });

  it('is given up when it is too late, and its story is left to the digest', async () => {
    const subscription = await subscribe();
    await publish('flood', ['09:10', '09:40']);
    world.discord.faults.next(POST, { kind: 'status', status: 500 }, 4);
    await world.tickAt(at('10:00'));
    await world.tickAt(at('13:00'));
    expect((await readAlerts()).map(({ state }) => state.kind)).toEqual(['failed']);
    await world.tickAt('2024-03-15T08:00:00.000Z');
    const edition = await world.readEdition(subscription, '2024-03-15T08:00:00.000Z');
    expect(edition?.digest.stories).toHaveLength(1);
  });

  it('pauses its schedule if Discord refuses it, and no other story is tried', async () => {
    const subscription = await subscribe({ alert: { ...ALERT, voices: 1 } });
    await publishAlone('flood', '09:10');
    await publishAlone('comet', '09:40');
    world.discord.faults.next(`POST /channels/${subscription.channelId}/messages`, {
      kind: 'status',
      status: 403,
      code: 50_013,
    });
    await world.tickAt(at('10:00'));
    expect(await readAlerts()).toHaveLength(1);
    expect((await world.readSubscription(subscription))?.state).toMatchObject({
      kind: 'paused',
      by: 'delivery',
    });
  });

  it('pauses its schedule if its channel was deleted', async () => {
    const { state, guildId } = world.discord;
    const channel = state.addChannel(guildId, 'short-lived');
    const subscription = await subscribe({ channelId: channel.id });
    await publish('flood', ['09:10', '09:40']);
    state.deleteChannel(channel.id);
    for (const time of ['10:00', '10:01']) await world.tickAt(at(time));
    expect((await world.readSubscription(subscription))?.state).toMatchObject({
      kind: 'paused',
      by: 'delivery',
    });
    expect(await readAlerts()).toHaveLength(1);
  });

  it('is settled if its schedule is removed meanwhile', async () => {
    const subscription = await subscribe();
    await publish('flood', ['09:10', '09:40']);
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    await world.tickAt(at('10:00'));
    await world.subscriptions.remove(subscriptionKey(subscription));
    await world.tickAt(at('10:10'));
    expect((await readAlerts()).map(({ state }) => state.kind)).toEqual(['posted']);
    expect(world.messages()).toHaveLength(1);
  });
});
