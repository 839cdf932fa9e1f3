import { describe, expect, it } from 'vitest';
import { schedule } from '../../../commands/schedule/schedule-command.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import type { Services } from '../../../src/command/services.ts';
import { pauseSubscription } from '../../../src/digest/change-subscription.ts';
import { editionKey } from '../../../src/digest/edition.ts';
import { subscriptionKey, type Subscription } from '../../../src/digest/subscription.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';
import { buildReport } from '../../support/build-news.ts';
import { buildFeed } from '../../support/build-source.ts';
import { buildContext, buildServices, NOW } from '../../support/build-services.ts';
import { buildEdition } from '../../support/build-subscription.ts';
import { pressButton, runCommand, suggest } from '../../support/run-command.ts';
import { readText } from '../../support/shown-text.ts';

const here = '200000000000000001';
const daily = { time: '08:00', zone: 'Europe/Paris' };
/** Names that tell digests apart which are otherwise the same. */
const named = (count: number) => ({ ...daily, name: `Digest ${count}` });

const open = async (given: Partial<Services> = {}) =>
  buildContext(await buildServices([buildArticle({ source: 'Harbour Post' })], given));

async function readStored({ services }: CommandContext): Promise<Subscription[]> {
  const stored: Subscription[] = [];
  for await (const [, subscription] of services.subscriptions.list()) stored.push(subscription);
  return stored;
}

/** Plans a digest. Returns what was stored, and the reply. */
async function add(context: CommandContext, raw: Readonly<Record<string, unknown>> = daily) {
  const before = new Set((await readStored(context)).map(({ id }) => id));
  const message = await runCommand(schedule, context, raw, 'add');
  const [stored] = (await readStored(context)).filter(({ id }) => !before.has(id));
  if (!stored) throw new Error('Nothing was stored.');
  return { stored, text: readText(message) };
}

describe('/schedule add', () => {
  it('plans a digest with all options, and says when it runs next', async () => {
    const { stored, text } = await add(await open(), {
      time: '8am, 6pm',
      days: 'weekdays',
      zone: 'europe/paris',
      topics: 'climate, "bank, central" -crypto, climate',
      sources: 'Harbour Post',
      stories: 3,
      channel: '200000000000000009',
      role: '400000000000000001',
      thread: 'for discussion',
      quiet: 'say so',
    });
    expect(stored).toEqual({
      id: stored.id,
      guildId: '100000000000000001',
      channelId: '200000000000000009',
      schedule: { cron: '0 8,18 * * 1-5', zone: 'Europe/Paris' },
      topics: ['climate', '"bank, central" -crypto'],
      sources: ['Harbour Post'],
      storyCount: 3,
      roleId: '400000000000000001',
      thread: 'discussion',
      onQuiet: 'say-so',
      state: { kind: 'active' },
      createdBy: '300000000000000001',
      createdAt: NOW.toISOString(),
      changedAt: NOW.toISOString(),
    });
    const next = Date.UTC(2024, 2, 14, 17) / 1000;
    expect(text).toContain(`every weekday at 08:00 and 18:00, Europe/Paris`);
    expect(text).toContain(`Next <t:${next}:R>, <t:${next}:f>`);
    expect(text).toContain('mentions <@&400000000000000001> · opens a thread');
  });

  it('accepts languages by name or code, and suggests the languages of stored articles', async () => {
    const context = await open();
    const { stored, text } = await add(context, { ...daily, language: 'en, French, fr' });
    expect(stored.languages).toEqual(['en', 'fr']);
    expect(text).toContain('in English, French');
    expect(text).toContain('I have no articles in French yet.');
    expect(await suggest(schedule, context, 'language', 'fr, ', 'add')).toEqual([
      { name: 'French, English', value: 'fr, en' },
    ]);
    await expect(add(context, { ...daily, language: 'Klingonese' })).rejects.toThrow(
      'I do not know the language "Klingonese". Write it as French or fr.',
    );
  });

  it('stores the countries of topics by code, whatever language they are named in', async () => {
    const report = buildReport('flood', 'Wire', NOW.toISOString(), { title: 'Flood in Spain' });
    const services = await buildServices([report]);
    const context = buildContext(services, { locale: 'de' });
    const topics = 'flood country:Spanien, -lang:Französisch flood';
    const { stored, text } = await add(context, { ...daily, topics });
    expect(stored.topics).toEqual(['flood country:ES', '-lang:fr flood']);
    expect(text).not.toContain('I have no articles yet on');
    const english = buildContext(services, { locale: 'en-GB', now: new Date(NOW.getTime() + 1) });
    const preview = await runCommand(schedule, english, { schedule: stored.id }, 'preview');
    expect(readText(preview)).toContain('Flood in Spain');
  });

  it('removes its languages again', async () => {
    const context = await open();
    const { stored } = await add(context, { ...daily, language: 'en' });
    const edit = { schedule: stored.id, clear: 'language' };
    const text = readText(await runCommand(schedule, context, edit, 'edit'));
    expect(text).not.toContain('in English');
    expect((await readStored(context))[0]).not.toHaveProperty('languages');
  });

  it('accepts countries by name or code, and removes them again', async () => {
    const context = await open();
    const { stored, text } = await add(context, { ...daily, country: 'France, uk, FR' });
    expect(stored.countries).toEqual(['FR', 'GB']);
    expect(text).toContain('about France, United Kingdom');
    expect(text).toContain('I have no articles about France, United Kingdom yet.');
    await expect(add(context, { ...daily, country: 'Frence' })).rejects.toThrow(
      'I do not know the country "Frence". Did you mean France?',
    );
    const edit = { schedule: stored.id, clear: 'country' };
    expect(readText(await runCommand(schedule, context, edit, 'edit'))).not.toContain(
      'about France',
    );
    expect((await readStored(context))[0]).not.toHaveProperty('countries');
  });

  it('suggests the countries of stored articles, after those already chosen', async () => {
    const services = await buildServices([buildArticle({ title: 'Flood in Spain' })]);
    const context = buildContext(services, { isManager: true });
    expect(await suggest(schedule, context, 'country', 'FR, sp', 'add')).toEqual([
      { name: 'France, Spain · 1', value: 'FR, ES' },
    ]);
  });

  it('needs only a time, with defaults of this channel, UTC, all news and five stories', async () => {
    const { stored } = await add(await open(), { time: '8' });
    expect(stored).toMatchObject({
      channelId: here,
      schedule: { cron: '0 8 * * *', zone: 'UTC' },
      topics: [],
      sources: [],
      storyCount: 5,
      thread: 'none',
      onQuiet: 'post-nothing',
    });
    expect(stored).not.toHaveProperty('roleId');
  });

  it("takes the host's default zone if none is named, and an edit keeps the schedule's zone", async () => {
    const context = await open({ defaultZone: 'Asia/Tokyo' });
    const { stored } = await add(context, { time: '8' });
    expect(stored.schedule.zone).toBe('Asia/Tokyo');
    const moved = buildContext({ ...context.services, defaultZone: 'UTC' });
    await runCommand(schedule, moved, { schedule: stored.id, time: '9' }, 'edit');
    expect((await readStored(moved))[0]?.schedule).toEqual({
      cron: '0 9 * * *',
      zone: 'Asia/Tokyo',
    });
  });

  it('accepts a cron expression instead of a time', async () => {
    const { stored } = await add(await open(), { cron: '30 7 1 * *', zone: 'Asia/Tokyo' });
    expect(stored.schedule).toEqual({ cron: '30 7 1 * *', zone: 'Asia/Tokyo' });
  });

  it('gives different ids to two digests that are planned at the same moment', async () => {
    const context = await open();
    const [one, two] = [await add(context), await add(context, named(2))];
    expect(one.stored.id).not.toBe(two.stored.id);
  });

  it('warns about missing permissions, and about publishers and topics without articles', async () => {
    const context = await open({
      checkChannel: async ({ channelId, thread, roleId }) => ({
        isElsewhere: false,
        toPost: channelId === here ? ['Send Messages'] : [],
        toOpenThreads: thread !== 'none' ? ['Create Public Threads'] : [],
        canMention: roleId === undefined,
      }),
    });
    const { text } = await add(context, {
      ...daily,
      sources: 'harbour post, Nobody *Knows*',
      topics: 'river, vol*cano',
      thread: 'for discussion',
      role: '4',
    });
    expect(text).toContain(`**I cannot post in <#${here}> yet.** I need there: Send Messages.`);
    expect(text).toContain('I need there: Create Public Threads.');
    expect(text).toContain('Nobody in <@&4> will be notified yet');
    expect(text).toContain(String.raw`I have no articles yet on: vol\*cano.`);
    expect(text).toContain('no articles from Nobody \\*Knows\\* yet. `/sources list`');
  });

  it('suggests the publisher that a misspelled name means', async () => {
    const { text } = await add(await open(), { ...daily, sources: 'Harbor Psot' });
    expect(text).toContain('I have no articles from Harbor Psot yet. Did you mean Harbour Post?');
  });

  it('suggests publishers whose feeds have given no article yet', async () => {
    const services = await buildServices([], { feeds: [buildFeed({ name: 'The Guardian' })] });
    const context = buildContext(services);
    const { text } = await add(context, { ...daily, sources: '"The Guardan"' });
    expect(text).toContain('Did you mean The Guardian?');
    expect(await suggest(schedule, context, 'sources', 'guard', 'add')).toEqual([
      { name: 'The Guardian', value: 'The Guardian' },
    ]);
  });

  it('says in which channel it cannot send pictures, and how to fix that', async () => {
    const context = await open({
      checkChannel: async ({ pictures }) => ({
        isElsewhere: false,
        toPost: [],
        toOpenThreads: [],
        toAttach: pictures === false ? [] : ['Attach Files'],
        canMention: true,
      }),
    });
    expect((await add(context)).text).toContain(
      `My digests in <#${here}> have no pictures yet. I need there: Attach Files.`,
    );
    expect((await add(context, { ...named(2), pictures: false })).text).not.toContain(
      'Attach Files',
    );
  });

  it('says if it cannot see a channel', async () => {
    const context = await open({
      checkChannel: async () => ({
        isElsewhere: false,
        toPost: ['View Channel', 'Send Messages'],
        toOpenThreads: [],
        canMention: true,
      }),
    });
    expect((await add(context)).text).toContain(
      `**I cannot see <#${here}>.** I need there: View Channel, Send Messages. Or choose another`,
    );
  });

  it('does not plan digests in a channel of another server, nor move them there', async () => {
    const context = await open({
      checkChannel: async ({ channelId }) => ({
        isElsewhere: channelId === '9',
        toPost: [],
        toOpenThreads: [],
        canMention: true,
      }),
    });
    const foreign = runCommand(schedule, context, { ...daily, channel: '9' }, 'add');
    await expect(foreign).rejects.toThrow('This server has no such channel.');
    const { stored } = await add(context);
    const moved = runCommand(schedule, context, { schedule: stored.id, channel: '9' }, 'edit');
    await expect(moved).rejects.toThrow('This server has no such channel.');
    expect(await readStored(context)).toEqual([stored]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'Say when: `time:08:00`'],
    [{ days: 'weekdays' }, 'Say when: `time:08:00`'],
    [{ time: '08:00', cron: '0 8 * * *' }, 'Give either `cron`, or `time` and `days`, not both.'],
    [{ time: '25:00' }, '"25:00" is not a time of day.'],
    [{ time: '08:00', days: 'someday' }, '"someday" does not name days.'],
    [{ time: '08:00', zone: 'Paris' }, 'Did you mean Europe/Paris?'],
    [{ time: '08:00', zone: 'PST' }, 'Did you mean America/Los_Angeles'],
    [{ time: 'every 6 hours' }, 'give `cron:0 */6 * * *` instead'],
    [{ ...daily, name: ' \u202e ' }, 'A name needs letters.'],
    [{ cron: '* * * * *' }, 'they must be at least 15 min apart'],
    [{ ...daily, topics: 'climate since:7d' }, 'A topic cannot have `since:`'],
    [{ ...daily, topics: 'climate, !!!' }, 'I do not understand the topic "!!!". Write words'],
    [{ ...daily, topics: 'war lang:Frnech' }, 'lang:Frnech". Did you mean lang:"French"?'],
    [
      { ...daily, topics: 'a,b,c,d,e,f,g,h,i,j,k' },
      'You can give at most 10 topics; these are 11.',
    ],
    [
      { ...daily, sources: 'x'.repeat(101) },
      'Each of the sources can have at most 100 characters.',
    ],
    [{ ...daily, role: '100000000000000001' }, 'never mentions @everyone'],
  ])('refuses %j with advice, and stores nothing', async (raw, message) => {
    const context = await open();
    await expect(runCommand(schedule, context, raw, 'add')).rejects.toThrow(message);
    expect(await readStored(context)).toEqual([]);
  });

  it('plans at most 25 digests for a server', async () => {
    const context = await open();
    for (let count = 0; count < 25; count++) await add(context, named(count));
    await expect(add(context)).rejects.toThrow('A server can have 25 schedules.');
    const other = { ...context, guildId: '100000000000000002' };
    expect((await add(other)).stored.guildId).toBe('100000000000000002');
  });

  it('works only in servers', async () => {
    const { guildId: _, ...direct } = await open();
    await expect(add(direct)).rejects.toThrow('Schedules belong to a server.');
  });

  it('suggests zones and publishers', async () => {
    const context = await open();
    expect(await suggest(schedule, context, 'zone', 'new york', 'add')).toEqual([
      { name: 'America/New_York', value: 'America/New_York' },
    ]);
    expect((await suggest(schedule, context, 'zone', '', 'add'))[0]?.value).toBe('UTC');
    const tokyo = await open({ defaultZone: 'Asia/Tokyo' });
    const [first, second] = await suggest(schedule, tokyo, 'zone', '', 'add');
    expect([first?.value, second?.value]).toEqual(['Asia/Tokyo', 'UTC']);
    expect(await suggest(schedule, tokyo, 'zone', 'tokyo', 'add')).toHaveLength(1);
    expect(await suggest(schedule, context, 'sources', 'Other, harb', 'add')).toEqual([
      { name: 'Other, Harbour Post', value: 'Other, Harbour Post' },
    ]);
  });
});

describe('/schedule list', () => {
  it('shows each schedule with its next slot, or why it is paused', async () => {
    const context = await open();
    await add(context);
    const { stored } = await add(context, { cron: '0 12 1 * *' });
    const paused = pauseSubscription(stored, 'delivery', 'the channel is *gone*', NOW);
    await context.services.subscriptions.put(subscriptionKey(paused), paused);
    const text = readText(await runCommand(schedule, context, {}, 'list'));
    expect(text).toContain('## 2 schedules');
    expect(text).toContain(`Next <t:${Date.UTC(2024, 2, 15, 7) / 1000}:R>`);
    expect(text).toContain(String.raw`**Paused** <t:1710417600:R>: the channel is \*gone\*`);
  });

  it('turns pages', async () => {
    const context = await open();
    for (let count = 0; count < 7; count++) await add(context, named(count));
    const first = await runCommand(schedule, context, {}, 'list');
    expect(readText(first).match(/Next </gu)).toHaveLength(5);
    const second = await pressButton(schedule, context, first, 'Next');
    expect(readText(second).match(/Next </gu)).toHaveLength(2);
  });

  it('fits into a message, whatever the topics and publishers are', async () => {
    const context = await open();
    const long = (letter: string) =>
      Array.from({ length: 4 }, (_, index) => `${letter}${index}${'*'.repeat(90)}`).join(',');
    for (let count = 0; count < 6; count++) {
      await add(context, { ...named(count), topics: long('a'), sources: long('b') });
    }
    const text = readText(await runCommand(schedule, context, {}, 'list'));
    expect(text.match(/Next </gu)).toHaveLength(5);
    expect(text).not.toContain('more');
  });

  it('gives advice if there are no schedules', async () => {
    expect(readText(await runCommand(schedule, await open(), {}, 'list'))).toContain(
      '`/schedule add` plans one',
    );
  });
});

describe('/schedule edit', () => {
  it('switches pictures off and on again', async () => {
    const context = await open();
    const { stored, text } = await add(context, { ...daily, pictures: true });
    expect(stored).not.toHaveProperty('pictures');
    expect(text).not.toContain('pictures');
    const switchTo = async (pictures: boolean) => {
      const edit = { schedule: stored.id, pictures };
      return readText(await runCommand(schedule, context, edit, 'edit'));
    };
    expect(await switchTo(false)).toContain('without pictures');
    expect(await readStored(context)).toMatchObject([{ pictures: false }]);
    const time = { schedule: stored.id, time: '9' };
    expect(readText(await runCommand(schedule, context, time, 'edit'))).toContain(
      'without pictures',
    );
    expect(await switchTo(true)).not.toContain('pictures');
    expect((await readStored(context))[0]).not.toHaveProperty('pictures');
  });

  const later = new Date('2024-03-20T12:00:00.000Z');

  it.each<[string, Record<string, unknown>, Partial<Subscription>]>([
    [
      'the time and keeps the days',
      { time: '18:30' },
      { schedule: { cron: '30 18 * * 1-5', zone: 'Europe/Paris' } },
    ],
    [
      'the days and keeps the time',
      { days: 'sat' },
      { schedule: { cron: '0 8 * * 6', zone: 'Europe/Paris' } },
    ],
    ['the zone alone', { zone: 'UTC' }, { schedule: { cron: '0 8 * * 1-5', zone: 'UTC' } }],
    [
      'to a cron expression',
      { cron: '0 8 1 * *' },
      { schedule: { cron: '0 8 1 * *', zone: 'Europe/Paris' } },
    ],
    ['the channel', { channel: '7' }, { channelId: '7' }],
    ['what happens without news', { quiet: 'say so' }, { onQuiet: 'say-so' }],
    ['the thread off', { thread: 'none' }, { thread: 'none' }],
    [
      'the thread to one with the stories',
      { thread: 'a message for each story' },
      { thread: 'stories' },
    ],
    ['the layout', { layout: 'headlines' }, { layout: 'headlines' }],
    ['the topics', { topics: 'war' }, { topics: ['war'] }],
    ['topics away', { clear: 'topics' }, { topics: [] }],
  ])('changes %s, and nothing else', async (_, raw, changed) => {
    const context = await open();
    const { stored } = await add(context, {
      ...daily,
      days: 'weekdays',
      topics: 'climate',
      thread: 'for discussion',
    });
    await runCommand(schedule, { ...context, now: later }, { schedule: stored.id, ...raw }, 'edit');
    expect(await readStored(context)).toEqual([
      { ...stored, ...changed, changedAt: later.toISOString() },
    ]);
  });

  it('removes the role', async () => {
    const context = await open();
    const { stored } = await add(context, { ...daily, role: '4' });
    expect(stored.roleId).toBe('4');
    await runCommand(schedule, context, { schedule: stored.id, clear: 'role' }, 'edit');
    expect((await readStored(context))[0]).not.toHaveProperty('roleId');
  });

  it('keeps what other managers change at the same time', async () => {
    const context = await open();
    const { stored } = await add(context);
    const change = (name: string, raw: object) =>
      runCommand(schedule, context, { schedule: stored.id, ...raw }, name);
    await Promise.all([
      change('edit', { time: '9' }),
      change('edit', { topics: 'flood' }),
      change('edit', { stories: 3 }),
      change('pause', {}),
    ]);
    expect(await readStored(context)).toMatchObject([
      {
        schedule: { cron: '0 9 * * *' },
        topics: ['flood'],
        storyCount: 3,
        state: { kind: 'paused' },
      },
    ]);
  });

  it('says that a paused schedule stays paused', async () => {
    const context = await open();
    const { stored } = await add(context);
    await runCommand(schedule, context, { schedule: stored.id }, 'pause');
    const edited = await runCommand(schedule, context, { schedule: stored.id, time: '9' }, 'edit');
    expect(readText(edited)).toContain('It is paused. `/schedule resume` starts it again.');
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'Say what to change'],
    [{ time: '9', cron: '0 9 * * *' }, 'not both'],
    [{ zone: 'Nowhere' }, 'is not a time zone'],
    [{ zone: 'PST' }, 'Did you mean America/Los_Angeles'],
    [{ zone: 'BST' }, 'Did you mean Europe/London'],
  ])('refuses %j with advice, and changes nothing', async (raw, message) => {
    const context = await open();
    const { stored } = await add(context);
    const running = runCommand(schedule, context, { schedule: stored.id, ...raw }, 'edit');
    await expect(running).rejects.toThrow(message);
    expect(await readStored(context)).toEqual([stored]);
  });

  it('asks for a time with the days if the schedule is a cron expression', async () => {
    const context = await open();
    const { stored } = await add(context, { cron: '0 8 1 * *' });
    const running = runCommand(schedule, context, { schedule: stored.id, days: 'mon' }, 'edit');
    await expect(running).rejects.toThrow('Give `time` with `days`');
  });
});

describe('the name of a schedule', () => {
  const nameOf = async (raw: Record<string, unknown>) => {
    const { text } = await add(await open(), { ...daily, ...raw });
    return /\*\*(.*?)\*\* · `/u.exec(text)?.[1];
  };

  it.each([
    [{}, 'News digest'],
    [{ topics: 'climate, "central bank" -crypto' }, 'climate, "central bank" -crypto'],
    [{ sources: 'Harbour Post' }, 'Harbour Post'],
    [{ country: 'uk, France' }, 'United Kingdom, France'],
    [{ language: 'fr' }, 'French'],
    [{ topics: 'climate', name: 'Morning  news' }, 'Morning news'],
    [{ name: '*bold*' }, String.raw`\*bold\*`],
    [{ topics: `${'x'.repeat(50)}, ${'y'.repeat(50)}` }, `${'x'.repeat(50)}, ${'y'.repeat(7)}…`],
  ])('of %j is "%s"', async (raw, name) => {
    expect(await nameOf(raw)).toBe(name);
  });

  it('can be changed and taken away, and heads what it would post', async () => {
    const context = await open({ previewDigest: async () => buildDigest() });
    const { stored } = await add(context, { ...daily, name: 'Morning' });
    const run = async (raw: object, subcommand: string) =>
      readText(await runCommand(schedule, context, { schedule: stored.id, ...raw }, subcommand));
    expect(await run({}, 'preview')).toContain('## Morning · <t:');
    expect(await run({ name: 'Evening' }, 'edit')).toContain('**Evening** · `');
    expect(await run({ clear: 'name' }, 'edit')).toContain('**News digest** · `');
    expect((await readStored(context))[0]).not.toHaveProperty('name');
  });

  it('that another schedule of the channel has is pointed out', async () => {
    const context = await open();
    const first = await add(context);
    expect(first.text).not.toContain('is called');
    const { text } = await add(context, { ...daily, time: '18:00' });
    expect(text).toContain(`\`${first.stored.id}\` in this channel is called **News digest** too.`);
    const elsewhere = await add(context, { ...daily, channel: '200000000000000009' });
    expect(elsewhere.text).not.toContain('is called');
  });
});

describe('the same schedule in the same channel', () => {
  it.each([{}, { days: 'every day' }, { stories: 3, thread: 'for discussion' }])(
    'is asked about, even with %j',
    async (raw) => {
      const context = await open();
      const { stored } = await add(context);
      const again = runCommand(schedule, context, { ...daily, ...raw }, 'add');
      await expect(again).rejects.toThrow(
        `This channel has this digest already: \`${stored.id}\`, every day at 08:00, Europe/Paris.`,
      );
      expect(await readStored(context)).toEqual([stored]);
    },
  );

  it.each([
    { name: 'Another' },
    { topics: 'war' },
    { country: 'FR' },
    { time: '9' },
    { zone: 'UTC' },
    { channel: '200000000000000009' },
  ])('is another one with %j', async (raw) => {
    const context = await open();
    await add(context);
    await add(context, { ...daily, ...raw });
    expect(await readStored(context)).toHaveLength(2);
  });

  it('is asked about if an edit would make it', async () => {
    const context = await open();
    await add(context);
    const { stored } = await add(context, { ...daily, time: '9' });
    const edit = { schedule: stored.id, time: '8' };
    await expect(runCommand(schedule, context, edit, 'edit')).rejects.toThrow('already');
    await runCommand(schedule, context, { schedule: stored.id, stories: 3 }, 'edit');
  });
});

describe('/schedule pause, resume and remove', () => {
  it('stops a schedule and starts it again', async () => {
    const context = await open();
    const { stored } = await add(context);
    const pause = await runCommand(schedule, context, { schedule: stored.id }, 'pause');
    expect(readText(pause)).toContain('## Schedule paused');
    expect((await readStored(context))[0]?.state).toMatchObject({ kind: 'paused', by: 'manager' });
    const again = await runCommand(schedule, context, { schedule: stored.id }, 'pause');
    expect(readText(again)).toContain('## Already paused');
    const later = new Date(NOW.getTime() + 3_600_000);
    const resume = { ...context, now: later };
    expect(
      readText(await runCommand(schedule, resume, { schedule: stored.id }, 'resume')),
    ).toContain('Next <t:');
    expect(await readStored(context)).toEqual([{ ...stored, changedAt: later.toISOString() }]);
    const running = await runCommand(schedule, context, { schedule: stored.id }, 'resume');
    expect(readText(running)).toContain('## Already running');
  });

  it('removes a schedule', async () => {
    const context = await open();
    const { stored } = await add(context);
    const text = readText(await runCommand(schedule, context, { schedule: stored.id }, 'remove'));
    expect(text).toContain('## Schedule removed');
    expect(text).not.toContain('Next');
    expect(await readStored(context)).toEqual([]);
  });
});

describe('/schedule preview', () => {
  it('shows what would be posted, mentions nobody and stores nothing', async () => {
    const sentences = Array.from(
      { length: 8 },
      (_, index) =>
        `On day ${index} the river in the valley grew by ${index + 3} metres, officials said.`,
    );
    const river = buildArticle({ title: 'River grows', text: sentences.join(' ') });
    const services = await buildServices([river]);
    const context = buildContext(services);
    const { stored } = await add(context, { ...daily, role: '4' });
    const message = await runCommand(schedule, context, { schedule: stored.id }, 'preview');
    expect(readText(message)).toContain('-# A preview: this would be posted now.');
    expect(readText(message)).toContain('### River grows');
    expect(message.allowed_mentions).toEqual({ parse: [] });
    for await (const edition of services.editions.list()) expect(edition).toBeUndefined();
  });
});

describe('/schedule preview with a map', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('if pictures are %s', async (pictures, count) => {
    const made = buildDigest({ stories: [buildDigestStory({ places: [{ country: 'JP' }] })] });
    const context = await open({ previewDigest: async () => made });
    const { stored } = await add(context, { ...daily, pictures });
    const message = await runCommand(schedule, context, { schedule: stored.id }, 'preview');
    expect(message.pictures ?? []).toHaveLength(count);
  });
});

describe('/schedule preview without news', () => {
  const now = new Date('2024-03-20T12:00:00.000Z');
  const openLater = async () => {
    const told = buildReport('comet', 'Harbour Post', '2024-03-14T06:00:00.000Z');
    return buildContext(await buildServices([told]), { now });
  };

  it('shows the stories of the first edition if the schedule has posted nothing yet', async () => {
    const context = await openLater();
    const { stored } = await add(context);
    const message = await runCommand(schedule, context, { schedule: stored.id }, 'preview');
    expect(readText(message)).toContain('-# A preview: this would be posted now.');
    expect(readText(message)).toContain('These are the latest stories before that.');
  });

  it.each([
    [{}, 'so nothing would be posted now.'],
    [{ quiet: 'say so' }, 'and only that would be posted now.'],
  ])(
    'does not claim, for a schedule with %j, that older stories would be posted',
    async (raw, note) => {
      const context = await openLater();
      const { stored } = await add(context, { ...daily, ...raw });
      const past = buildEdition({
        subscriptionId: stored.id,
        channelId: stored.channelId,
        slot: '2024-03-19T07:00:00.000Z',
        digest: buildDigest({ until: '2024-03-19T07:00:00.000Z' }),
      });
      await context.services.editions.put(editionKey(past), past);
      const message = await runCommand(schedule, context, { schedule: stored.id }, 'preview');
      expect(readText(message)).toContain(`-# A preview: nothing is new, ${note}`);
      expect(readText(message)).toContain('These are the latest stories before that.');
    },
  );
});

describe('schedules of another server', () => {
  it.each(['edit', 'pause', 'resume', 'remove', 'preview'])(
    'cannot be changed or shown by %s',
    async (subcommand) => {
      const context = await open();
      const { stored } = await add(context);
      const other = { ...context, guildId: '100000000000000002' };
      for (const id of [stored.id, subscriptionKey(stored), `../${subscriptionKey(stored)}`]) {
        const running = runCommand(schedule, other, { schedule: id, time: '9' }, subcommand);
        await expect(running).rejects.toThrow('This server has no such schedule.');
      }
      expect(await readStored(context)).toEqual([stored]);
    },
  );

  it('are neither listed nor suggested, even if one server’s id is a prefix of another’s', async () => {
    const context = await open();
    const { stored } = await add(context);
    const other = { ...context, guildId: '10000000000000000' };
    expect(readText(await runCommand(schedule, other, {}, 'list'))).toContain('## 0 schedules');
    expect(await suggest(schedule, other, 'schedule', '', 'pause')).toEqual([]);
    const [choice] = await suggest(schedule, context, 'schedule', 'PARIS', 'pause');
    expect(choice).toEqual({
      name: `${stored.id} · News digest · every day at 08:00, Europe/Paris · here`,
      value: stored.id,
    });
  });
});

describe('the alert of a schedule', () => {
  it('is read, shown in the list and taken away', async () => {
    const context = await open();
    const { stored, text } = await add(context, { ...daily, alert: '2 in 12 hours' });
    expect(stored.alert).toEqual({ voices: 2, hours: 12, perDay: 3 });
    const words = 'at once: stories of 2 publishers in 12 hours, at most 3 a day';
    expect(text).toContain(words);
    expect(readText(await runCommand(schedule, context, {}, 'list'))).toContain(words);
    const edit = { schedule: stored.id, clear: 'alert' };
    expect(readText(await runCommand(schedule, context, edit, 'edit'))).not.toContain('at once');
    expect((await readStored(context))[0]).not.toHaveProperty('alert');
  });

  it('is changed by an edit, and everything else stays', async () => {
    const context = await open();
    const { stored } = await add(context, { ...daily, alert: '2' });
    await runCommand(schedule, context, { schedule: stored.id, alert: '4, 1 a day' }, 'edit');
    const alert = { voices: 4, hours: 6, perDay: 1 };
    const changedAt = expect.any(String);
    expect(await readStored(context)).toEqual([{ ...stored, alert, changedAt }]);
  });

  it('is none if it is "off", and taken away by it', async () => {
    const context = await open();
    const { stored } = await add(context, { ...daily, alert: 'off' });
    expect(stored).not.toHaveProperty('alert');
    await runCommand(schedule, context, { schedule: stored.id, alert: '4' }, 'edit');
    expect((await readStored(context))[0]).toHaveProperty('alert');
    await runCommand(schedule, context, { schedule: stored.id, alert: 'off' }, 'edit');
    expect((await readStored(context))[0]).not.toHaveProperty('alert');
  });

  it('is warned of if there are fewer publishers', async () => {
    const { text } = await add(await open(), { ...daily, alert: '2' });
    expect(text).toContain('that takes 2 publishers, and I have articles of 1.');
    const { text: other } = await add(await open(), { ...daily, alert: '1' });
    expect(other).not.toContain('No story can come at once');
  });

  it('is refused with an example if it cannot be read', async () => {
    const context = await open();
    const typed = { ...daily, alert: 'when it matters' };
    await expect(runCommand(schedule, context, typed, 'add')).rejects.toThrow(
      'Write it as `5`, or as `5 publishers in 6 hours, 3 a day`; `off` means none.',
    );
    expect(await readStored(context)).toEqual([]);
  });
});
