import { describe, expect, it } from 'vitest';
import { digest } from '../../../commands/digest/digest-command.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { editionKey, type Edition } from '../../../src/digest/edition.ts';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';
import { buildReport } from '../../support/build-news.ts';
import { buildContext, buildServices } from '../../support/build-services.ts';
import { buildEdition, buildSubscription } from '../../support/build-subscription.ts';
import { pressButton, runCommand, suggest } from '../../support/run-command.ts';
import { readText, unescapeMarkdown } from '../../support/shown-text.ts';

const guildId = '100000000000000001';
const here = '200000000000000001';
const elsewhere = '200000000000000002';

const morning = '2024-03-14T09:00:00.000Z';
const articles = [
  buildReport('flood', 'Harbour Post', morning),
  buildReport('flood', 'Example Times', morning),
  buildReport('comet', 'Example Times', morning),
];

const buildPastEdition = (given: Partial<Edition> = {}): Edition =>
  buildEdition({
    id: 'aaaaaaaaaaaa',
    guildId,
    channelId: here,
    slot: '2024-03-13T08:00:00.000Z',
    digest: buildDigest({ stories: [buildDigestStory({ headline: 'A past story' })] }),
    ...given,
  });

async function open(...editions: Edition[]) {
  const services = await buildServices(articles);
  for (const edition of editions) await services.editions.put(editionKey(edition), edition);
  return buildContext(services);
}

describe('/digest now', () => {
  it('shows each story of the last day in sentences of its articles', async () => {
    const text = readText(await runCommand(digest, await open(), {}, 'now'));
    expect(text.match(/^### /gmu)).toHaveLength(2);
    expect(text).toMatch(
      /### \d\. \[River Anse floods .+\n(?:.+\n)+-# .+ · 2 publishers · 2 articles · one text · first/u,
    );
    const shown = unescapeMarkdown(text);
    const quoted = articles.filter((article) =>
      splitSentences(article.text).some((sentence) => shown.includes(sentence.text)),
    );
    expect(quoted.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    [{ topic: 'dike' }, 'River Anse', 'Probe Heron'],
    [{ topic: 'comet', source: 'Example Times' }, 'Probe Heron', 'River Anse'],
  ])('narrows to %j', async (options, told, untold) => {
    const text = readText(await runCommand(digest, await open(), options, 'now'));
    expect(text).toContain(`### [${told}`);
    expect(text).not.toContain(untold);
  });

  it('narrows to a country that is named in the language of the reader', async () => {
    const flood = buildReport('flood', 'Harbour Post', morning, { title: 'Flood in Spain' });
    const services = await buildServices([...articles.slice(2), flood]);
    const context = buildContext(services, { locale: 'de' });
    const text = readText(await runCommand(digest, context, { topic: 'country:Spanien' }, 'now'));
    expect(text).toContain('Flood in Spain');
    expect(text).not.toContain('Probe Heron');
    const missing = runCommand(digest, context, { source: 'Nobody' }, 'now');
    await expect(missing).rejects.toThrow('I have no articles from Nobody.');
    const misspelled = runCommand(digest, context, { source: 'Exmaple Times' }, 'now');
    await expect(misspelled).rejects.toThrow('Did you mean Example Times?');
  });

  it('narrows to a language and a country by options, in the words of the reader', async () => {
    const flood = buildReport('flood', 'Harbour Post', morning, { title: 'Flood in Spain' });
    const other = { ...buildReport('election', 'Meridian Wire', morning), lang: 'fr' };
    const context = buildContext(await buildServices([flood, other]), { locale: 'de' });
    const ask = async (options: Record<string, string>) =>
      readText(await runCommand(digest, context, options, 'now'));
    const spain = await ask({ country: 'Spanien' });
    expect(spain).toContain('Flood in Spain');
    expect(spain).not.toContain('Velland elects');
    const french = await ask({ language: 'Französisch' });
    expect(french).toContain('Velland elects');
    expect(french).not.toContain('Flood in Spain');
    const both = ask({ language: 'Französisch', country: 'Spanien' });
    await expect(both).rejects.toThrow('I found no story.');
    await expect(ask({ language: 'Frensh' })).rejects.toThrow('Did you mean French?');
  });

  it('says what it did not understand of a topic', async () => {
    const topic = 'dike country:Frence';
    const text = unescapeMarkdown(
      readText(await runCommand(digest, await open(), { topic }, 'now')),
    );
    expect(text).toContain('River Anse');
    expect(text).toContain('-# Not understood: country:Frence. Did you mean country:"France"?');
  });

  it('shows no more stories than requested, and says so', async () => {
    const text = readText(await runCommand(digest, await open(), { stories: 1 }, 'now'));
    expect(text.match(/^### /gmu)).toHaveLength(1);
    expect(text).toContain('Not told here: 1 more');
  });

  it('says how many stories are too short to quote if all are', async () => {
    const services = await buildServices([buildArticle({ text: 'Nothing much happened today.' })]);
    const text = readText(await runCommand(digest, buildContext(services), {}, 'now'));
    expect(text).toContain('Nothing new since');
    expect(text).toContain('Not told here: 1 too short to quote');
  });

  it.each(['-', '""', '!!!'])('refuses the topic %s, which has no words', async (topic) => {
    const running = runCommand(digest, await open(), { topic }, 'now');
    await expect(running).rejects.toThrow('I see no words in that.');
  });

  it('leaves out what only mentions the topic', async () => {
    const running = runCommand(digest, await open(), { topic: 'parachute' }, 'now');
    await expect(running).rejects.toThrow(
      'I found no story. This topic is only mentioned, in 1 article; `/search` shows where.',
    );
  });

  it('gives advice if it has no story', async () => {
    const running = runCommand(digest, await open(), { topic: 'volcano' }, 'now');
    await expect(running).rejects.toThrow('I found no story.');
  });
});

describe('/digest show', () => {
  it.each(['aaaaaaaaaaaa', 'AAAAAAAAAAAA', 'Edition aaaaaaaaaaaa', '2024-03-13', 'yesterday'])(
    'finds an edition by %j',
    async (edition) => {
      const text = readText(
        await runCommand(digest, await open(buildPastEdition()), { edition }, 'show'),
      );
      expect(text).toContain('A past story');
      expect(text).toContain('-# Shown again · posted');
      expect(text).toContain('Edition aaaaaaaaaaaa');
    },
  );

  it('counts days in the zone of the schedule', async () => {
    const late = buildPastEdition({ slot: '2024-03-13T22:00:00.000Z' });
    const context = await open(late);
    const ask = (edition: string) => runCommand(digest, context, { edition }, 'show');
    const schedule = { cron: '0 7 * * *', zone: 'Asia/Tokyo' };
    const subscription = buildSubscription({ guildId, channelId: here, schedule });
    await context.services.subscriptions.put(subscriptionKey(subscription), subscription);
    expect(readText(await ask('2024-03-14'))).toContain('A past story');
    await expect(ask('2024-03-13')).rejects.toThrow('no digest with that id or on that date');
  });

  it.each([
    ['2024-03-14T12:00:00.000Z', 'today'],
    ['2024-03-14T20:00:00.000Z', 'yesterday'],
    ['2024-03-15T11:00:00.000Z', 'yesterday'],
    ['2024-03-16T11:00:00.000Z', 'thursday'],
  ])('at %s reads "%s" in the zone of the schedule', async (now, edition) => {
    const opened = await open(buildPastEdition({ slot: '2024-03-13T22:00:00.000Z' }));
    const context = { ...opened, now: new Date(now) };
    const schedule = { cron: '0 7 * * *', zone: 'Asia/Tokyo' };
    const subscription = buildSubscription({ guildId, channelId: here, schedule });
    await context.services.subscriptions.put(subscriptionKey(subscription), subscription);
    const shown = await runCommand(digest, context, { edition }, 'show');
    expect(readText(shown)).toContain('A past story');
  });

  it('has the name that it was posted with', async () => {
    const context = await open(buildPastEdition({ name: 'Morning *news*' }));
    const text = readText(await runCommand(digest, context, { edition: 'yesterday' }, 'show'));
    expect(text).toContain(String.raw`## Morning \*news\* · <t:`);
  });

  it.each([
    ['its schedule has pictures', {}, 1],
    ['its schedule has none', { pictures: false } as const, 0],
    ['its schedule was removed', undefined, 1],
  ])('draws the map again if %s', async (_how, given, count) => {
    const { digest: told } = buildPastEdition();
    const stories = told.stories.map((story) => ({ ...story, places: [{ country: 'JP' }] }));
    const context = await open(buildPastEdition({ digest: { ...told, stories } }));
    const subscription = buildSubscription({ guildId, channelId: here, ...given });
    if (given)
      await context.services.subscriptions.put(subscriptionKey(subscription), subscription);
    const message = await runCommand(digest, context, { edition: 'aaaaaaaaaaaa' }, 'show');
    expect(message.pictures ?? []).toHaveLength(count);
  });

  it('shows the latest edition of a day with several', async () => {
    const evening = buildPastEdition({ id: 'bbbbbbbbbbbb', slot: '2024-03-13T18:00:00.000Z' });
    const context = await open(buildPastEdition(), evening);
    const text = readText(await runCommand(digest, context, { edition: '2024-03-13' }, 'show'));
    expect(text).toContain('Edition bbbbbbbbbbbb');
  });

  it('does not show editions of another channel', async () => {
    const context = await open(buildPastEdition({ channelId: elsewhere }));
    const running = runCommand(digest, context, { edition: 'aaaaaaaaaaaa' }, 'show');
    await expect(running).rejects.toThrow('`/digest history` lists those it has');
    expect(await suggest(digest, context, 'edition', '', 'show')).toEqual([]);
  });

  it('suggests editions by date, headline or id', async () => {
    const quiet = buildPastEdition({
      slot: '2024-03-12T08:00:00.000Z',
      digest: buildDigest({ stories: [] }),
      state: { kind: 'quiet', at: '2024-03-12T08:00:01.000Z' },
    });
    const context = await open(buildPastEdition(), quiet);
    const choice = { name: '2024-03-13 · 1 story · A past story', value: 'aaaaaaaaaaaa' };
    for (const typed of ['', '2024-03', 'PAST', 'aaaa']) {
      expect(await suggest(digest, context, 'edition', typed, 'show')).toEqual([choice]);
    }
    expect(await suggest(digest, context, 'edition', 'nothing', 'show')).toEqual([]);
  });

  it('suggests editions by name, and the last ones by "today" and "yesterday"', async () => {
    const context = await open(buildPastEdition({ name: 'Climate' }));
    const [choice] = await suggest(digest, context, 'edition', 'clim', 'show');
    expect(choice?.name).toBe('2024-03-13 · Climate · 1 story · A past story');
    expect(await suggest(digest, context, 'edition', 'yester', 'show')).toEqual([choice]);
    expect(await suggest(digest, context, 'edition', 'today', 'show')).toEqual([]);
  });
});

describe('/digest history', () => {
  it('lists the channel’s editions with their outcome, the newest first', async () => {
    const at = '2024-03-13T08:00:01.000Z';
    const on = (day: number, state: Edition['state'], late = false) =>
      buildPastEdition({ slot: `2024-03-0${day}T08:00:00.000Z`, state, late });
    const context = await open(
      on(1, { kind: 'posted', at, messageId: '9' }),
      on(2, { kind: 'posted', at, messageId: '9' }, true),
      on(3, { kind: 'quiet', at }),
      on(4, { kind: 'missed', at }),
      on(5, { kind: 'pending', since: at, attempts: 1, retryAt: at }),
      on(6, {
        kind: 'failed',
        at,
        outcome: { kind: 'refused', reason: 'missing-permission', detail: '50013' },
      }),
    );
    const text = readText(await runCommand(digest, context, {}, 'history'));
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    expect(lines.map((line) => line.split(' · ')[2])).toEqual([
      'not posted: I cannot post there; give me View Channel and Send Messages',
      'not posted yet',
      'missed: I was not running then',
      'nothing new, so nothing posted',
      'posted late',
      'posted',
    ]);
    expect(lines[5]).toBe('- <t:1709280000:f> · 1 story · posted · `aaaaaaaaaaaa`');
  });

  it('turns pages', async () => {
    const days = Array.from({ length: 20 }, (_, index) =>
      buildPastEdition({ slot: new Date(Date.UTC(2024, 1, index + 1, 8)).toISOString() }),
    );
    const context = await open(...days);
    const first = await runCommand(digest, context, {}, 'history');
    expect(readText(first).match(/^- /gmu)).toHaveLength(15);
    expect(
      readText(await pressButton(digest, context, first, 'Next')).match(/^- /gmu),
    ).toHaveLength(5);
  });

  it('shows the names of editions, by which schedules are told apart', async () => {
    const context = await open(
      buildPastEdition({ name: 'Climate' }),
      buildPastEdition({ name: 'Two *words*', slot: '2024-03-12T08:00:00.000Z' }),
    );
    const text = readText(await runCommand(digest, context, {}, 'history'));
    expect(text).toContain('<t:1710316800:f> · **Climate** · 1 story · posted');
    expect(text).toContain(String.raw`:f> · **Two \*words\*** · 1 story`);
  });

  it('shows no id for an edition without stories', async () => {
    const said = buildPastEdition({ digest: buildDigest({ stories: [] }) });
    const text = readText(await runCommand(digest, await open(said), {}, 'history'));
    expect(text).toContain('- <t:1710316800:f> · posted that nothing was new');
    expect(text).not.toContain('aaaaaaaaaaaa');
  });

  it.each([
    ['a manager', {}, '`/schedule add` plans one;'],
    ['a member', { isManager: false }, 'People with Manage Server plan them with `/schedule add`;'],
    [
      'someone in a direct message',
      { guildId: undefined, isManager: false },
      '`/follow add` has them sent to you; ',
    ],
  ] as const)('gives %s advice if the channel has no editions', async (_, who, advice) => {
    const { guildId: _guild, ...context } = await open();
    const requester = { ...context, guildId, ...who } as CommandContext;
    const text = readText(await runCommand(digest, requester, {}, 'history'));
    expect(text).toContain(`There are none yet. ${advice}`);
    expect(text).toContain('`/digest now` makes one at once.');
  });
});

describe('a past alert', () => {
  const alert = { storyId: 'story', voices: 4, hours: 6 };

  it('is named as one in the list', async () => {
    const context = await open(buildPastEdition({ alert }));
    const text = readText(await runCommand(digest, context, {}, 'history'));
    expect(text).toContain('1 story · an alert, posted');
  });

  it('says again why it came at once', async () => {
    const context = await open(buildPastEdition({ alert, name: 'News digest' }));
    const text = readText(await runCommand(digest, context, { edition: 'aaaaaaaaaaaa' }, 'show'));
    expect(text).toContain('## Alert · News digest');
    expect(text).toContain('4 publishers report this independently, within 6 hours');
  });

  it('does not stand for its day if that has a digest', async () => {
    const evening = { id: 'bbbbbbbbbbbb', alert, slot: '2024-03-13T20:00:00.000Z' };
    const digests = [buildPastEdition(evening), buildPastEdition()];
    for (const [editions, mark] of [
      [digests, 'Edition aaaaaaaaaaaa'],
      [digests.slice(0, 1), 'Edition bbbbbbbbbbbb'],
    ] as const) {
      const raw = { edition: '2024-03-13' };
      const text = readText(await runCommand(digest, await open(...editions), raw, 'show'));
      expect(text).toContain(mark);
    }
  });
});
