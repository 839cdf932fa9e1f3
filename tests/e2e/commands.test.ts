import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '@dateline/local-discord';
import { commands } from '../../commands/index.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { editionKey } from '../../src/digest/edition.ts';
import { DIRECT_MENU_ID } from '../../src/render/story/render-direct-menus.ts';
import { STORY_MENU_ID } from '../../src/render/render-story-menu.ts';
import { buildCoverage } from '../support/build-coverage.ts';
import {
  buttonId,
  buttonsOf,
  isEphemeral,
  lastMessageOf,
  messageOf,
  settle,
  textOf,
} from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { readAll, unescapeMarkdown } from '../support/shown-text.ts';

/** Some weeks after the newest sample article. */
const NOW = new Date('2025-02-01T09:00:00.000Z');

/** What each view of a story of the samples on an earthquake says. */
const VIEW_SAYS: Readonly<Record<string, RegExp>> = {
  timeline: /^\*\*<t:\d+:D>\*\*$/mu,
  figures: /^\*\*Killed\*\*: reports differ$|^No figures that differ\.$/mu,
  quotations: /^- “|^No report names the speaker/mu,
  coverage: /^\*\*By first report\*\*$/mu,
  articles: /^-# 1–\d of \d$/mu,
  brief: /^-# \d publishers · \d articles · /mu,
};

let world: RunningBot;
let articles: StoredArticle[];
beforeAll(async () => {
  world = await runBot({ now: () => NOW });
  articles = [];
  for await (const article of world.app.store.articles.iterate()) articles.push(article);
});
afterAll(() => world.close());

const reader = () => world.discord.asUser(world.discord.memberId);
const manager = () => world.discord.asUser(world.discord.managerId);

describe('/latest', () => {
  it('shows the newest articles to the channel and turns pages', async () => {
    const first = messageOf(await reader().runCommand('latest', { count: 3 }));
    expect(isEphemeral(first)).toBe(false);
    const newest = articles.toSorted((a, b) => newestFirst(a, b)).slice(0, 3);
    for (const { title } of newest) expect(unescapeMarkdown(textOf(first))).toContain(title.trim());
    const next = await reader().pressButton(first.id, buttonId(first, 'Next'));
    expect(next).toMatchObject({ kind: 'updated', message: { id: first.id } });
    expect(titlesIn(next)).toHaveLength(3);
    expect(titlesIn(next)).not.toEqual(titlesIn(first));
    const back = await reader().pressButton(first.id, buttonId(messageOf(next), 'Previous'));
    expect(textOf(messageOf(back))).toBe(textOf(first));
  });

  it('narrows to a topic and a source chosen from the suggestions', async () => {
    const source = await choose('latest', 'source', 'merid');
    expect(source).toBe('Meridian Wire');
    const shown = titlesIn(await reader().runCommand('latest', { topic: 'earthquake', source }));
    expect(shown.length).toBeGreaterThan(0);
    for (const title of shown) {
      const article = articles.find((one) => one.title === title);
      expect(article?.source).toBe('Meridian Wire');
      expect(`${title} ${article?.text}`).toMatch(/earthquake/i);
    }
  });

  it.each(['hospital', 'sanctions', '"World Bank"'])(
    'shows what each article says about %s, and where it was written',
    async (topic) => {
      const message = messageOf(await reader().runCommand('latest', { topic, count: 3 }));
      const items = itemsIn(message);
      expect(items.length).toBeGreaterThan(0);
      for (const { title, sentences, byline } of items) {
        const article = articles.find((one) => one.title === title);
        expect(findForeign(sentences, article)).toEqual([]);
        expect(sentences.toLowerCase()).toContain(topic.replaceAll('"', '').toLowerCase());
        expect(sentences).not.toMatch(/^[A-Z ]{4,}: /u);
        expect(byline).toContain(article?.place ?? '');
      }
    },
  );

  it.each([
    [{ source: 'The Daily Nonsense' }, /sources/],
    [{ topic: 'zzzzqqqq' }, /No article/],
  ])('gives advice to the requester alone if nothing matches %o', async (options, advice) => {
    expect(await adviceOf(await reader().runCommand('latest', options))).toMatch(advice);
  });
});

describe('/stories', () => {
  it('shows stories to the channel, turns pages, and opens one from the menu for the requester only', async () => {
    const first = messageOf(await reader().runCommand('stories', { min_publishers: 2 }));
    expect(isEphemeral(first)).toBe(false);
    expect(textOf(first)).toMatch(/-# \d publishers · \d articles · first <t:\d+:D> · last <t:/u);
    const next = messageOf(await reader().pressButton(first.id, buttonId(first, 'Next')));
    expect(next.id).toBe(first.id);
    expect(titlesIn(next)).not.toEqual(titlesIn(first));
    await world.restart();
    const [story] = optionsOf(next);
    expect(titlesIn(next)).toContain(story?.label);
    const opened = await reader().select(next.id, STORY_MENU_ID, [story?.value ?? '']);
    expect(opened).toMatchObject({ kind: 'replied', ephemeral: true });
    const shown = unescapeMarkdown(textOf(messageOf(opened)));
    expect(shown).toMatch(/^## /u);
    expect(shown).toContain(story?.label);
    expect(shown).toMatch(/^-# \d publishers · /mu);
    const [{ components } = {}] = reader()
      .readMessages()
      .filter(({ id }) => id === next.id);
    expect(components).toEqual(next.components);
  });

  it('gives advice if nothing matches', async () => {
    expect(await adviceOf(await reader().runCommand('stories', { min_publishers: 20 }))).toMatch(
      /min_publishers/,
    );
  });
});

describe('/story', () => {
  it('tells a suggested story in sentences of its articles', async () => {
    const id = await choose('story', 'story', 'earthquake');
    const message = messageOf(await reader().runCommand('story', { story: id }));
    expect(isEphemeral(message)).toBe(false);
    const lines = unescapeMarkdown(textOf(message))
      .split('\n')
      .map((line) => line.replace(/ · (?:also|no other) .*$/u, ''));
    const told = lines.map((line) => /^(.+[.”"]) (?:\*(.+)\*|\[(.+)\]\(.+\))$/u.exec(line));
    const sentences = told.filter((match) => match !== null);
    expect(sentences.length).toBeGreaterThan(1);
    for (const [, sentence = '', plain, linked] of sentences) {
      const said = articles.filter(({ text }) => text.replaceAll(/\s+/gu, ' ').includes(sentence));
      expect(said.map(({ source }) => source)).toContain(plain ?? linked);
    }
  });

  it.each([
    [
      'quake victims wait',
      'figures',
      /: reports differ\n(?:- <t:\d+:D> .*\*\*[\d,]+\*\*.*\n?){2,}/u,
    ],
    [
      'titanic',
      'quotations',
      /^\*\*James Cameron\*\*\n- “.+\n\*\*Rear Adm. John Mauger\*\*\n- “/mu,
    ],
    ['derna', 'timeline', /(?:^\*\*<t:\d+:D>\*\*\n.+\n?){4,}/mu],
    ['derna', 'brief', / · found in no other report$/mu],
  ])('of %s shows its %s', async (typed, view, says) => {
    const id = await choose('story', 'story', typed);
    const message = messageOf(await reader().runCommand('story', { story: id, view }));
    expect(unescapeMarkdown(textOf(message))).toMatch(says);
  });

  it('shows another view in the same message, chosen from its menu', async () => {
    const id = await choose('story', 'story', 'earthquake');
    const first = messageOf(await reader().runCommand('story', { story: id, view: 'coverage' }));
    expect(textOf(first)).toContain('**By first report**');
    await world.restart();
    const menu = `story:view:${id}`;
    for (const [view, says] of Object.entries(VIEW_SAYS)) {
      const changed = await reader().select(first.id, menu, [view]);
      expect(changed).toMatchObject({ kind: 'updated', message: { id: first.id } });
      expect(unescapeMarkdown(textOf(messageOf(changed))), view).toMatch(says);
    }
  });

  it('turns the pages of a story with many articles, in a message for the requester only too', async () => {
    const { store, services } = world.app;
    const sources = Array.from({ length: 12 }, (_, n) => `Paper ${String.fromCharCode(65 + n)}`);
    const reports = buildCoverage('flood', sources, (n) => `2025-01-31T${10 + n}:00:00.000Z`);
    await store.articles.putMany(reports, NOW);
    await expect.poll(() => reports.every((one) => services.index.has(one.id))).toBe(true);
    const list = messageOf(await reader().runCommand('stories', { topic: 'Marrow' }));
    const id = optionsOf(list)[0]?.value ?? '';
    const opened = messageOf(await reader().select(list.id, STORY_MENU_ID, [id]));
    for (const first of [
      messageOf(await reader().runCommand('story', { story: id, view: 'articles' })),
      messageOf(
        await reader().select(opened.id, `story:view:${optionsOf(list)[0]?.value}`, ['articles']),
      ),
    ]) {
      expect(textOf(first)).toContain('12 publishers · 12 articles');
      const next = await reader().pressButton(first.id, buttonId(first, 'Next'));
      expect(next).toMatchObject({ kind: 'updated', message: { id: first.id } });
      expect(textOf(messageOf(next))).toMatch(/^-# \d+–12 of 12$/mu);
      const back = await reader().pressButton(first.id, buttonId(messageOf(next), 'Previous'));
      expect(textOf(messageOf(back))).toBe(textOf(first));
    }
    for (const report of reports) await store.articles.remove(report.id);
    await expect.poll(() => reports.some((one) => services.index.has(one.id))).toBe(false);
    const gone = await reader().select(list.id, STORY_MENU_ID, [id]);
    expect(textOf(messageOf(gone))).toContain('I no longer have this story');
    expect(await adviceOf(await reader().runCommand('story', { story: 'zzzzqqqq' }))).toMatch(
      /stories/,
    );
  });
});

describe('/summarize', () => {
  it('names the place that opens a report, and leaves it out of the sentences', async () => {
    const id = await choose('summarize', 'article', 'quake victims wait');
    const shown = textOf(messageOf(await reader().runCommand('summarize', { article: id })));
    expect(shown).toContain('-# Saltpan Observer · IDLIB · <t:');
    expect(unescapeMarkdown(shown)).not.toContain('IDLIB:');
  });

  it('summarizes a suggested article in its own sentences, shorter and longer', async () => {
    const id = await choose('summarize', 'article', 'earthquake');
    const article = await world.app.store.articles.get(id);
    const short = messageOf(
      await reader().runCommand('summarize', { article: id, length: 'short' }),
    );
    expect(isEphemeral(short)).toBe(false);
    expect(textOf(short)).toMatch(/of \d+ sentences/);
    expect(findForeign(textOf(short), article)).toEqual([]);
    const long = await reader().pressButton(short.id, buttonId(short, 'Long'));
    expect(findForeign(textOf(messageOf(long)), article)).toEqual([]);
    expect(textOf(messageOf(long)).length).toBeGreaterThan(textOf(short).length);
    expect(buttonsOf(messageOf(long)).find(({ label }) => label === 'Long')?.disabled).toBe(true);
  });

  it('finds a stored article by its link, and links to it', async () => {
    const linked = articles.find(({ url }) => url);
    const message = messageOf(await reader().runCommand('summarize', { url: linked?.url ?? '' }));
    expect(textOf(message)).toContain(linked?.title.slice(0, 20));
    expect(buttonsOf(message).map(({ url }) => url)).toContain(linked?.url);
  });

  it.each([
    [{ url: 'https://news.example/never-seen' }, /not|import/i],
    [{ url: 'no link at all' }, /link/i],
    [{ article: 'zzzzqqqq' }, /search|latest/i],
    [{}, /article|url/i],
  ])('gives advice for %o', async (options, advice) => {
    expect(await adviceOf(await reader().runCommand('summarize', options))).toMatch(advice);
  });
});

describe('the message command Summarize', () => {
  const summarize = (content: string) =>
    reader().runMessageCommand(manager().sendMessage(content).id, 'Summarize');

  it('summarizes the stored article that a message links to', async () => {
    const linked = articles.find(({ url }) => url);
    const message = messageOf(await summarize(`Have you read ${linked?.url}?`));
    expect(isEphemeral(message)).toBe(true);
    expect(findForeign(textOf(message), linked)).toEqual([]);
  });

  it("summarizes a message's own text", async () => {
    const article = articles[0];
    const text = article?.text.slice(0, 1_900) ?? '';
    expect(findForeign(textOf(messageOf(await summarize(text))), article)).toEqual([]);
  });

  it('says if a message is too short', async () => {
    const outcome = await summarize('Good morning!');
    expect(isEphemeral(lastMessageOf(outcome))).toBe(true);
    expect(textOf(lastMessageOf(outcome))).toMatch(/no whole sentence|too short/i);
  });

  it('works on messages of the bot itself', async () => {
    const id = await choose('summarize', 'article', 'earthquake');
    const posted = messageOf(await reader().runCommand('summarize', { article: id }));
    const outcome = await reader().runMessageCommand(posted.id, 'Summarize');
    expect(outcome.kind).toBe('replied');
    expect(isEphemeral(lastMessageOf(outcome))).toBe(true);
  });
});

describe('/search', () => {
  it('shows matching sentences with the words in bold, and turns pages', async () => {
    const first = messageOf(await reader().runCommand('search', { query: 'government' }));
    expect(textOf(first)).toMatch(/\*\*government\w*\*\*/i);
    const next = await reader().pressButton(first.id, buttonId(first, 'Next'));
    expect(titlesIn(next)).not.toEqual(titlesIn(first));
  });

  it('reads phrases, exclusions, sources and days', async () => {
    const shown = titlesIn(
      await reader().runCommand('search', {
        query: '"death toll" -Syria',
        since: '2023-09-01',
        source: await choose('search', 'source', 'north'),
      }),
    );
    for (const title of shown) {
      const article = articles.find((one) => one.title === title);
      expect(article?.source).toBe('Northlight Daily');
      expect(`${title} ${article?.text}`).not.toMatch(/\bSyria\b/);
      expect(article?.publishedAt && article.publishedAt >= '2023-09-01').toBe(true);
    }
  });

  it.each(['hospital', '"United Nations"', 'who', 'imf "world bank"'])(
    'shows a sentence of the report for %s, with the words in bold',
    async (query) => {
      const items = itemsIn(messageOf(await reader().runCommand('search', { query })));
      expect(items.length).toBeGreaterThan(0);
      for (const { title, sentences } of items) {
        const article = articles.find((one) => one.title === title);
        expect(sentences).toMatch(/\*\*.+\*\*/u);
        expect(findForeign(sentences.replaceAll('**', ''), article)).toEqual([]);
        expect(sentences).not.toMatch(/^(?:He|She|They|His|Her|Their|But|And) /u);
      }
    },
  );

  it.each([
    [{ query: 'zzzzqqqq' }, /No article/],
    [{ query: 'earthquake', since: 'the day before' }, /day/],
  ])('gives advice for %o', async (options, advice) => {
    expect(await adviceOf(await reader().runCommand('search', options))).toMatch(advice);
  });
});

describe('/ask', () => {
  it('answers in a dated sentence of a stored article, to the channel', async () => {
    const question = 'How many people died in the Lahaina fire?';
    const message = messageOf(await reader().runCommand('ask', { question }));
    expect(isEphemeral(message)).toBe(false);
    const lines = unescapeMarkdown(textOf(message)).split('\n');
    const [heading, note, answer = '', dated] = lines;
    expect(heading).toBe(`## ${question}`);
    expect(note).toBe('-# in English · `language:all` shows every language');
    const [, sentence = '', source] = /^(.+) \[([^\]]+)\]\(https[^)]+\)/u.exec(answer) ?? [];
    const article = articles.find((one) => one.text.includes(sentence));
    expect(article?.source).toBe(source);
    expect(dated).toContain(article?.title.trim());
    const [story] = optionsOf(message);
    const opened = await reader().select(message.id, STORY_MENU_ID, [story?.value ?? '']);
    expect(isEphemeral(lastMessageOf(opened))).toBe(true);
  });

  it('tells the requester only that nothing in the store answers', async () => {
    const question = 'How much did the Titan submersible cost to build?';
    expect(await adviceOf(await reader().runCommand('ask', { question }))).toMatch(
      /Nothing in the store answers this/,
    );
  });
});

describe('/digest', () => {
  it('now shows the current stories, each once', async () => {
    const message = messageOf(await reader().runCommand('digest now', { stories: 3 }));
    expect(isEphemeral(message)).toBe(false);
    const headlines = [...textOf(message).matchAll(/^### \d\. (.+)$/gm)].map(([, line]) => line);
    expect(headlines).toHaveLength(3);
    expect(new Set(headlines).size).toBe(3);
  });

  it('leads straight to each view of a story, for the requester only, after a restart too', async () => {
    const digest = messageOf(await reader().runCommand('digest now', { topic: 'earthquake' }));
    await world.restart();
    const choices = optionsOf(digest).filter(({ label }) => label.startsWith('1. '));
    expect(choices).toHaveLength(5);
    for (const { value } of choices) {
      const [view = ''] = value.split(':');
      const opened = await reader().select(digest.id, `${DIRECT_MENU_ID}:1`, [value]);
      expect(opened, value).toMatchObject({ kind: 'replied', ephemeral: true });
      const shown = messageOf(opened);
      expect(unescapeMarkdown(textOf(shown)), value).toMatch(VIEW_SAYS[view]!);
      // Another view follows in the same answer.
      const id = value.slice(view.length + 1);
      const menu = readAll(
        { components: shown.components ?? [], allowed_mentions: {} },
        'custom_id',
      ).find((one) => String(one).startsWith('story:view:'));
      expect(menu).toBeDefined();
      const brief = await reader().select(shown.id, String(menu), ['brief']);
      expect(brief).toMatchObject({ kind: 'updated', message: { id: shown.id } });
      expect(id).toMatch(/^[0-9a-f]+$/u);
    }
    const [{ components } = {}] = reader()
      .readMessages()
      .filter(({ id }) => id === digest.id);
    expect(components).toEqual(digest.components);
  });

  it('now shows the stories of a topic, with sentences about it', async () => {
    const shown = await reader().runCommand('digest now', { topic: 'earthquake', stories: 5 });
    const stories = textOf(messageOf(shown)).split(/^### /m).slice(1);
    expect(stories).toHaveLength(3);
    for (const story of stories) expect(story).toMatch(/earthquake/i);
  });

  it('now takes a language and a country, and leaves out what only mentions a topic', async () => {
    const options = { topic: 'earthquake', language: 'English', country: 'Morocco' };
    const text = textOf(messageOf(await reader().runCommand('digest now', options)));
    expect(text.match(/^### /gmu)).toHaveLength(1);
    expect(text).toContain('Morocco');
    const mentioned = reader().runCommand('digest now', { topic: 'hospital' });
    expect(textOf(messageOf(await mentioned)).match(/^### /gmu)?.length).toBeLessThan(3);
  });

  it('now says if there are no stories', async () => {
    expect(await adviceOf(await reader().runCommand('digest now', { topic: 'zzzzqqqq' }))).toMatch(
      /no story/i,
    );
  });

  it('history and show find an edition of this channel', async () => {
    const { discord } = world;
    const none = await reader().runCommand('digest history');
    expect(textOf(messageOf(none))).toMatch(/none yet/i);
    const plan = { channelId: discord.channelId, topics: [], sources: [], storyCount: 2 };
    const digest = await world.app.services.previewDigest(plan, NOW);
    const edition = {
      id: 'abc123abc123',
      subscriptionId: 'plan',
      guildId: discord.guildId,
      channelId: discord.channelId,
      slot: '2025-02-01T08:00:00.000Z',
      late: false,
      digest,
      state: { kind: 'posted', at: '2025-02-01T08:00:01.000Z', messageId: '1' },
    } as const;
    await world.app.services.editions.put(editionKey(edition), edition);
    const history = messageOf(await reader().runCommand('digest history'));
    expect(isEphemeral(history)).toBe(true);
    expect(textOf(history)).toContain(edition.id);
    const id = await choose('digest show', 'edition', '2025-02-01');
    expect(id).toBe(edition.id);
    for (const value of [id, '2025-02-01']) {
      const shown = textOf(messageOf(await reader().runCommand('digest show', { edition: value })));
      for (const { headline } of digest.stories)
        expect(unescapeMarkdown(shown)).toContain(headline);
    }
  });

  it('show gives advice for an edition that does not exist', async () => {
    expect(
      await adviceOf(await reader().runCommand('digest show', { edition: '2001-01-01' })),
    ).toMatch(/history/);
  });
});

describe('/schedule', () => {
  it('is not offered to users who cannot manage the server, nor in direct messages', async () => {
    expect((await reader().runCommand('schedule list')).kind).toBe('refused');
    const direct = world.discord.openDirectMessage(world.discord.managerId);
    expect((await direct.runCommand('schedule list')).kind).toBe('refused');
  });

  it('adds, lists, previews, edits, pauses, resumes and removes a schedule', async () => {
    const zone = await choose('schedule add', 'zone', 'paris', manager());
    expect(zone).toBe('Europe/Paris');
    const role = world.discord.state.addRole(world.discord.guildId, 'Morning readers', {
      mentionable: true,
    });
    const added = messageOf(
      await manager().runCommand('schedule add', {
        time: '08:00',
        zone,
        topics: 'climate',
        stories: 3,
        role: role.id,
      }),
    );
    expect(isEphemeral(added)).toBe(true);
    expect(textOf(added)).toMatch(/08:00/);
    expect(textOf(added)).toContain('Europe/Paris');
    const id = await choose('schedule edit', 'schedule', '', manager());
    expect(textOf(added)).toContain(id);

    const steps: [string, Record<string, string>, RegExp][] = [
      ['list', {}, /1 schedule/],
      ['edit', { schedule: id, time: '18:30' }, /18:30/],
      ['pause', { schedule: id }, /paused/i],
      ['resume', { schedule: id }, /resumed/i],
      ['preview', { schedule: id }, /preview|nothing/i],
      ['remove', { schedule: id }, /removed/i],
      ['list', {}, /0 schedules/],
    ];
    for (const [name, options, expected] of steps) {
      const outcome = await manager().runCommand(`schedule ${name}`, options);
      expect(textOf(messageOf(outcome)), name).toMatch(expected);
      expect(isEphemeral(messageOf(outcome)), name).toBe(true);
    }
  });

  it('plans for another channel, and turns the pages of a long list', async () => {
    const other = world.discord.state.addChannel(world.discord.guildId, 'digests');
    for (const hour of ['06', '07', '08', '09', '10', '11']) {
      const outcome = await manager().runCommand('schedule add', {
        time: `${hour}:00`,
        channel: other.id,
      });
      expect(textOf(messageOf(outcome))).toContain(`<#${other.id}>`);
    }
    const first = messageOf(await manager().runCommand('schedule list'));
    expect(textOf(first)).toContain('6 schedules');
    const next = await manager().pressButton(first.id, buttonId(first, 'Next'));
    expect(textOf(messageOf(next))).not.toBe(textOf(first));
    for await (const [key] of world.app.services.subscriptions.list())
      await world.app.services.subscriptions.remove(key);
  });

  it.each([
    ['add', { time: '25:00' }, /time/i],
    ['add', { time: '08:00', zone: 'Mars/Base' }, /zone/i],
    ['add', { cron: 'every day' }, /cron/i],
    ['add', { time: '08:00', sources: 'The Daily Nonsense' }, /sources?/i],
    ['edit', { schedule: 'nowhere', time: '08:00' }, /schedule/i],
    ['remove', { schedule: 'nowhere' }, /schedule/i],
  ])('%s says what is wrong with %o', async (name, options, advice) => {
    expect(await adviceOf(await manager().runCommand(`schedule ${name}`, options))).toMatch(advice);
  });
});

describe('/sources, /status and /help', () => {
  it('list the sources', async () => {
    const message = messageOf(await reader().runCommand('sources list'));
    expect(isEphemeral(message)).toBe(true);
    for (const { source } of articles) expect(textOf(message)).toContain(source);
  });

  it('show the state of the bot, and deliveries only to managers', async () => {
    const forReader = textOf(messageOf(await reader().runCommand('status')));
    expect(forReader).toContain(`${articles.length} articles`);
    expect(forReader).not.toContain('Last digests');
    expect(textOf(messageOf(await manager().runCommand('status')))).toContain('Last digests');
  });

  it('show every command with an example, and one command in detail', async () => {
    const all = textOf(messageOf(await reader().runCommand('help')));
    for (const name of ['/latest', '/summarize', '/search', '/digest now', '/schedule add'])
      expect(all).toContain(name);
    const one = textOf(messageOf(await reader().runCommand('help', { command: 'schedule' })));
    expect(one).toContain('Manage Server');
  });
});

describe('the examples in /help', () => {
  const actions = commands.flatMap((command) =>
    command.kind === 'message'
      ? []
      : command.action
        ? [command.action]
        : Object.values(command.subcommands ?? {}),
  );
  // These name things that exist only if somebody has planned digests, follows them, or added sources.
  const named = ['schedule', 'edition', 'follow'];
  const examples = actions.filter(
    ({ options, example }) =>
      !named.some((name) => name in options) && !example.startsWith('/sources '),
  );

  it.each(examples.map(({ example, options }) => [example, options] as const))(
    '%s works as it is written',
    async (example, options) => {
      const [words = '', ...given] = example.split(/ (?=[a-z_]+:)/u);
      const typed = given.map((part) => {
        const [, name = '', value = ''] = /^([a-z_]+):(.+)$/u.exec(part) ?? [];
        return [name, options[name]?.type === 'integer' ? Number(value) : value] as const;
      });
      const outcome = await manager().runCommand(words.slice(1), Object.fromEntries(typed));
      expect(outcome.kind).toBe('replied');
      expect(messageOf(outcome).flags ?? 0).toSatisfy(hasPanel);
    },
  );

  const hasPanel = (flags: number) => (flags & MessageFlags.IsComponentsV2) !== 0;
});

/** The value of the first suggestion, which a user gets by typing and pressing Enter. */
async function choose(
  command: string,
  option: string,
  value: string,
  user = reader(),
): Promise<string> {
  const outcome = await user.autocomplete(command, { option, value });
  const first = outcome.kind === 'choices' ? outcome.choices[0]?.value : undefined;
  if (typeof first === 'string') return first;
  throw new Error(`Nothing suggested: ${JSON.stringify(outcome)}`);
}

/** The options of a message's menu. */
function optionsOf(message: APIMessage): { label: string; value: string }[] {
  const found = readAll({ components: message.components ?? [], allowed_mentions: {} }, 'options');
  return found.flatMap((options) => options as { label: string; value: string }[]);
}

/** The titles of stored articles that are shown in bold, in order. */
function titlesIn(shown: Outcome | APIMessage): string[] {
  const text = unescapeMarkdown(textOf('kind' in shown ? messageOf(shown) : shown));
  const bold = [...text.matchAll(/^\*\*(?:\[(.+?)\]\(|(.+?)\*\*$)/gm)];
  return bold.map(([, linked, plain]) => linked ?? plain ?? '');
}

/** The articles of a shown list: title, sentences with their bold words, and the small line below. */
function itemsIn(message: APIMessage): { title: string; sentences: string; byline: string }[] {
  const text = unescapeMarkdown(textOf(message));
  const items = [...text.matchAll(/^\*\*(?:\[(.+?)\]\(\S+|(.+?))\*\*\n(.+)\n-# (.+)$/gm)];
  return items.map(([, linked, plain, sentences = '', byline = '']) => ({
    title: linked ?? plain ?? '',
    sentences,
    byline,
  }));
}

/** The sentences of a shown summary that are not in the article word for word. */
function findForeign(shown: string, article: StoredArticle | undefined): string[] {
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const body = flat(article?.text ?? '');
  const paragraphs = unescapeMarkdown(shown)
    .split('\n')
    .map(flat)
    .filter((line) => /^[^#>*-].*[.!?”"]$/u.test(line));
  if (paragraphs.length === 0) throw new Error(`No sentence is shown: ${shown}`);
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/ … |(?<=[.!?”"]) (?=[A-Z“"])/u))
    .filter((sentence) => !body.includes(sentence));
}

/** The text of a message that only the requester sees. Throws if others see it too. */
async function adviceOf(outcome: Outcome): Promise<string> {
  const message = lastMessageOf(await settle(reader(), outcome));
  if (!isEphemeral(message)) throw new Error(`For all to see: ${textOf(message)}`);
  return textOf(message);
}

function newestFirst(a: StoredArticle, b: StoredArticle): number {
  return (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '');
}
