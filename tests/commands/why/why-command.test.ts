import { beforeEach, describe, expect, it } from 'vitest';
import { why } from '../../../commands/why/why-command.ts';
import type { RaisedAlert } from '../../../src/digest/alerts/alert.ts';
import { prepareAlert } from '../../../src/digest/alerts/prepare-alert.ts';
import type { Article } from '../../../src/article/article.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { servicesFor } from '../../../src/command/services-for.ts';
import { buildEdition } from '../../../src/digest/build-edition.ts';
import { pauseSubscription } from '../../../src/digest/change-subscription.ts';
import { editionKey, type Edition } from '../../../src/digest/edition.ts';
import { followerId } from '../../../src/digest/follow.ts';
import { prepareDigest } from '../../../src/digest/prepare-digest.ts';
import { createDigestCache } from '../../../src/digest/digest-cache.ts';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { StoryBook } from '../../../src/story/book/story-book.ts';
import { subscriptionKey, type Subscription } from '../../../src/digest/subscription.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { buildReport } from '../../support/build-news.ts';
import { buildFeed } from '../../support/build-source.ts';
import { buildContext, buildServices, NOW } from '../../support/build-services.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { runCommand, suggest } from '../../support/run-command.ts';
import { readAll, readText, unescapeMarkdown } from '../../support/shown-text.ts';

const hoursAgo = (hours: number): string =>
  new Date(NOW.getTime() - hours * 3_600_000).toISOString();
const FLOOD = buildCoverage('flood', ['Harbour Post', 'Meridian Wire', 'Northlight'], (at) =>
  hoursAgo(5 - at),
);
const COMET = buildReport('comet', 'Meridian Wire', hoursAgo(2));
const OLD = buildReport('strike', 'Northlight', hoursAgo(100));

let context: CommandContext;

async function open(articles: readonly Article[] = [...FLOOD, COMET, OLD], given = {}) {
  const services = await buildServices(articles, given);
  const built = buildContext(services);
  context = { ...built, services: servicesFor(services, built.guildId) };
}

async function ask(
  name: 'story' | 'article' | 'channel',
  options: Record<string, string> = {},
  by: CommandContext = context,
) {
  return unescapeMarkdown(readText(await runCommand(why, by, options, name)));
}

const planned = (given: Partial<Subscription> = {}): Subscription =>
  buildSubscription({ guildId: context.guildId!, channelId: context.channelId, ...given });

async function plan(given: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription = planned(given);
  await context.services.subscriptions.put(subscriptionKey(subscription), subscription);
  return subscription;
}

/** Posts the edition that a schedule gets for a slot. */
async function post(subscription: Subscription, slot: Date, alert?: RaisedAlert): Promise<Edition> {
  const { articles } = context.services;
  const [index, stories] = [new ArticleIndex(), new StoryBook()];
  for await (const article of articles.iterate()) {
    index.put(article);
    stories.put(article);
  }
  const news = {
    index,
    stories,
    articles,
    readingOf: context.services.readingOf,
    sources: { async *list() {} },
    cache: createDigestCache(index, stories),
    usualLanguages: async () => [],
  };
  const digest = alert
    ? await prepareAlert(subscription, alert, slot, [], news)
    : await prepareDigest(subscription, slot, [], news);
  const state = { kind: 'posted', at: NOW.toISOString(), messageId: '1' } as const;
  const edition = buildEdition({
    subscription,
    slot,
    late: false,
    digest,
    state,
    ...(alert && { alert }),
  });
  await context.services.editions.put(editionKey(edition), edition);
  return edition;
}

beforeEach(() => open());

describe('/why story', () => {
  it('says that a story is shown, its rank, why its sentences, and why it is one story', async () => {
    const text = await ask('story', { story: 'Marrow' });
    expect(text).toContain('-# As `/digest now` would be\n**Shown**, number 1 of 2\n');
    expect(text).toContain('- window: passed, 3 of 3 articles');
    expect(text).toContain('**Rank: 1 of 2**, score');
    expect(text).toContain('3 voices, 3 articles, the last 3 hours old');
    expect(text).toMatch(
      /\*\*Why these sentences\*\*\n- .+it opens its report; it has “.+” \(3 voices\)/,
    );
    expect(text).toMatch(/\*\*Why joined\*\*; two of its texts are \d+ % alike on average/);
    expect(text).toMatch(/\d+ % alike, both have (?:\S+, )+\S+/);
    expect(text).not.toContain('failed');
  });

  it('says what stopped it, and what came before it', async () => {
    const subscription = await plan({ storyCount: 1 });
    const text = await ask('story', { story: COMET.id });
    expect(text).toContain(
      `-# As **News digest** (\`${subscription.id}\`) would be if it were due`,
    );
    expect(text).toContain('**Not shown: stopped at room**');
    expect(text).toContain(
      '- **room: failed**, its story is number 2 of 2; the digest has room for 1',
    );
    expect(text).toContain('- length: skipped, not looked at, because there was no room');
    expect(text).toMatch(/- after \*Flood in Marrow.*\*, score \d\.\d\d: 3 voices/);
    expect(text).not.toContain('Why these sentences');
    expect(text).not.toContain('Why joined');
  });

  it('shows times as the reader’s own', async () => {
    const text = await ask('story', { story: OLD.id });
    expect(text).toContain('**Not shown: stopped at window**');
    expect(text).toMatch(
      /- \*\*window: failed\*\*, counted as published at <t:\d+:f>, before the window began at <t:\d+:f>/,
    );
  });

  it('is about the newest edition of the channel that told the story', async () => {
    const subscription = await plan({ name: 'Mornings' });
    const edition = await post(subscription, NOW);
    const text = await ask('story', { story: 'Marrow' });
    expect(text).toContain(
      `-# In the digest **Mornings** of <t:1710417600:f> (\`${edition.id}\`), posted`,
    );
    expect(text).toContain('**Shown**');
    expect(text).not.toContain('have changed since');
  });

  it('can be asked of another digest, chosen from the suggestions', async () => {
    const edition = await post(await plan(), NOW);
    const choices = await suggest(why, context, 'digest', '', 'story');
    expect(choices.map(({ value }) => value)).toEqual(['sub-1', 'now', edition.id]);
    const later = { ...context, now: new Date(NOW.getTime() + 60_000) };
    const next = await ask('story', { story: 'Marrow', digest: 'sub-1' }, later);
    expect(next).toContain('**Not shown: stopped at ');
    expect(await ask('story', { story: 'Marrow', digest: 'now' }, later)).toContain('**Shown**');
    expect(await ask('story', { story: 'Marrow', digest: edition.id }, later)).toContain(
      '**Shown**',
    );
    await expect(ask('story', { story: 'Marrow', digest: 'no such' })).rejects.toThrow(/no digest/);
  });

  it('says if an edition would be chosen otherwise now, or if its schedule is gone', async () => {
    const subscription = await plan();
    const edition = await post(subscription, NOW);
    await plan({ topics: ['comet'] });
    const text = await ask('story', { story: 'Marrow', digest: edition.id });
    expect(text).toContain('have changed since');
    expect(text).toContain('- **topic: failed**, it does not fit comet');
    await context.services.subscriptions.remove(subscriptionKey(subscription));
    await expect(ask('story', { story: 'Marrow', digest: edition.id })).rejects.toThrow(
      /schedule of that digest was removed/,
    );
    expect(await ask('story', { story: 'Marrow' })).toContain('-# As `/digest now` would be');
  });

  it('says on which topic it is shown', async () => {
    await plan({ topics: ['comet', 'flood'] });
    expect(await ask('story', { story: 'Marrow' })).toContain('**Shown**, number 2 of 2, on flood');
  });

  it('is not about an edition that was not delivered', async () => {
    const edition = await post(await plan(), NOW);
    const outcome = { kind: 'given-up', detail: 'It was too late.' } as const;
    const state = { kind: 'failed', at: NOW.toISOString(), outcome } as const;
    await context.services.editions.put(editionKey(edition), { ...edition, state });
    expect(await ask('story', { story: 'Marrow' })).toContain('would be if it were due now');
  });

  it('names reports that the story is not told by', async () => {
    const copy = { ...FLOOD[0]!, id: 'copy', source: 'Echo *Daily*', publishedAt: hoursAgo(1) };
    await open([...FLOOD, copy]);
    const text = await ask('story', { story: 'Marrow' });
    expect(text).toMatch(
      /\*\*Reports that it is not told by\*\*\n- copy: .*Echo \*Daily\*.* \(it has the text of a report by Harbour Post\)/,
    );
  });

  it('tells no schedules of other channels or servers to anyone', async () => {
    await plan({ id: 'elsewhere', channelId: '999' });
    const choices = await suggest(why, context, 'digest', '', 'story');
    expect(choices.map(({ value }) => value)).toEqual(['now']);
    await expect(ask('story', { story: 'Marrow', digest: 'elsewhere' })).rejects.toThrow(
      /no digest/,
    );
  });

  it('is about the alert that told the story, which has one story only', async () => {
    const subscription = await plan({ storyCount: 5 });
    const alert = { storyId: COMET.id, voices: 1, hours: 6 };
    const edition = await post(subscription, NOW, alert);
    const text = await ask('story', { story: COMET.id });
    expect(text).toContain(`(\`${edition.id}\`), an alert, posted`);
    expect(text).toContain('**Shown**, number 1 of 1');
    expect(text).toContain('- topic: passed, it is in the story');
    expect(text).toContain('**Rank: 1 of 1**');
    expect(text).not.toContain('have changed since');
    expect(await ask('article', { article: FLOOD[0]!.id, digest: edition.id })).toContain(
      '- **topic: failed**, the digest tells one story only, and it is in another one',
    );
  });

  it('is about what the requester follows in their direct messages', async () => {
    const { guildId: _, ...direct } = { ...context, channelId: '900', isManager: false };
    const owner = followerId(direct.userId);
    const followed = await plan({ guildId: owner, channelId: '900', topics: ['comet'] });
    const next = await ask('story', { story: COMET.id }, direct);
    expect(next).toContain(`-# As **comet** (\`${followed.id}\`) would be if it were due now`);
    const edition = await post(followed, NOW);
    const [choice] = await suggest(why, direct, 'digest', '', 'story');
    expect(choice).toEqual({ name: 'As it would be now · comet', value: followed.id });
    const text = await ask('story', { story: 'comet', digest: edition.id }, direct);
    expect(text).toContain(`-# In the digest **comet** of`);
    expect(text).toContain('**Shown**');
    const other = { ...direct, userId: '300000000000000002', channelId: '901' };
    expect((await suggest(why, other, 'digest', '', 'story')).map(({ value }) => value)).toEqual([
      'now',
    ]);
  });

  it('works in direct messages', async () => {
    const { guildId: _, ...direct } = { ...context, isManager: false };
    expect(await ask('story', { story: 'Marrow' }, direct)).toContain('**Shown**');
  });

  it('opens the story from its button', async () => {
    const message = await runCommand(why, context, { story: 'Marrow' }, 'story');
    expect(readAll(message, 'custom_id')).toEqual([`story:show:brief:${FLOOD[0]!.id}`]);
  });
});

describe('/why article', () => {
  it('says what stopped it, and what links it with its story', async () => {
    const text = await ask('article', { article: OLD.id });
    expect(text).toContain('**Not shown: stopped at window**');
    expect(text).toContain('- page: passed, its text has been stored since <t:');
    expect(text).toContain('- told: skipped, stopped before, at window');
    expect(text).toContain('No other article is in its story.');
    const linked = await ask('article', { article: FLOOD[1]!.id });
    expect(linked).toContain('It is in a story of 3 articles: [Flood in Marrow');
    expect(linked).toMatch(/- .*Meridian Wire.*: \d+ % alike, both have /);
  });

  it('is asked by link too', async () => {
    expect(await ask('article', { article: COMET.url! })).toContain('**Shown**');
  });

  it('tells managers at which source or page a link stopped', async () => {
    const dropped = [
      {
        title: 'Bridge',
        url: 'https://harbour.example/b',
        reason: 'It *needs* a subscription.',
        at: NOW.toISOString(),
      },
    ];
    await open([COMET], { feeds: [buildFeed({ state: { dropped } })] });
    const text = await ask('article', { article: 'https://harbour.example/b' });
    expect(text).toContain('<https://harbour.example/b>\n**Not shown: stopped at page**');
    expect(text).toContain('- source: passed, Harbour Post');
    expect(text).toContain(
      '- **page: failed**, it gave no article, at <t:1710417600:f>: It *needs* a',
    );
    const unknown = await ask('article', { article: 'https://nowhere.example/x' });
    expect(unknown).toContain(
      '- **source: failed**, no source that is read here has pages at nowhere.example',
    );
  });

  it('tells others only that it is not stored', async () => {
    const reader = { ...context, isManager: false };
    await expect(ask('article', { article: 'https://harbour.example/b' }, reader)).rejects.toThrow(
      /I have not stored this article\. People with Manage Server/,
    );
  });

  it('keeps the sources of other servers to themselves', async () => {
    const dropped = [
      {
        title: 'Bridge',
        url: 'https://harbour.example/b',
        reason: 'Secret.',
        at: NOW.toISOString(),
      },
    ];
    await open([COMET], { feeds: [buildFeed({ owner: '999', state: { dropped } })] });
    expect(await ask('article', { article: 'https://harbour.example/b' })).toContain('no source');
  });
});

describe('/why channel', () => {
  it('says that no digest is planned', async () => {
    const text = await ask('channel');
    expect(text).toContain(`## Why: digests in <#${context.channelId}>`);
    expect(text).toContain('- **schedule: failed**, no digest is planned for this channel');
  });

  it('reports every stage of each schedule of the channel', async () => {
    await plan({ topics: ['flood'] });
    const paused = pauseSubscription(
      planned({ id: 'sub-2' }),
      'manager',
      'a manager paused it',
      NOW,
    );
    await plan(paused);
    await plan({ id: 'sub3', channelId: '999' });
    const text = await ask('channel');
    expect(text).toContain('**flood** · `sub-1`');
    expect(text).toContain('- news: passed, 1 story could be told now, since <t:');
    expect(text).toContain('- permission: skipped, Discord cannot be asked now');
    expect(text).toContain(
      '- **running: failed**, paused since <t:1710417600:f>: a manager paused it',
    );
    expect(text).not.toContain('sub3');
    expect(await ask('channel', { schedule: 'sub3' })).toContain('digests in <#999>');
    expect(await ask('channel', { channel: '999' })).toContain('`sub3`');
  });

  it('lists what became of the last slots, the newest first', async () => {
    const subscription = await plan();
    const edition = await post(subscription, NOW);
    const day = 24 * 3_600_000;
    const before = new Date(NOW.getTime() - day).toISOString();
    const missed = { ...edition, slot: before, state: { kind: 'missed', at: before } } as const;
    await context.services.editions.put(editionKey(missed), missed);
    expect(await ask('channel')).toContain(
      '-# Last slots: <t:1710417600:f> posted; <t:1710331200:f> missed: I was not running then',
    );
  });

  it('is about digests, whatever became of the alerts since', async () => {
    const subscription = await plan();
    const edition = await post(subscription, new Date(hoursAgo(3)));
    const outcome = { kind: 'given-up', detail: 'It was too late.' } as const;
    const state = { kind: 'failed', at: hoursAgo(2), outcome } as const;
    await context.services.editions.put(editionKey(edition), { ...edition, state });
    for (const { id } of FLOOD) await post(subscription, NOW, { storyId: id, voices: 3, hours: 6 });
    const text = await ask('channel');
    expect(text).toContain('- **delivery: failed**');
    expect(text).toMatch(/-# Last slots: <t:\d+:f> [^;]*$/mu);
    expect(text).not.toContain('an alert');
  });

  it('asks Discord what the bot may do there', async () => {
    const lacks = {
      isElsewhere: false,
      toPost: ['Send Messages'],
      toOpenThreads: [],
      canMention: true,
    };
    await open([COMET], { checkChannel: async () => lacks });
    await plan();
    expect(await ask('channel')).toContain(
      '- **permission: failed**, the bot lacks in the channel: Send Messages',
    );
  });

  it('is for managers', () => {
    expect(why.subcommands?.['channel']?.access).toBe('managers');
    expect(
      Object.values(why.subcommands ?? {}).every(({ audience }) => audience === 'requester'),
    ).toBe(true);
  });
});
