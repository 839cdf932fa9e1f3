import { describe, expect, it } from 'vitest';
import { sources } from '../../../commands/sources/sources-command.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { parseOpml } from '../../../src/ingest/sources/parse-opml.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildFeed } from '../../support/build-source.ts';
import { buildContext, buildServices, NOW } from '../../support/build-services.ts';
import { HARBOUR_FEED, readFrom } from '../../support/feed-readings.ts';
import { pressButton, runCommand, suggest } from '../../support/run-command.ts';
import { readText } from '../../support/shown-text.ts';

const HERE = '100000000000000001';
const ELSEWHERE = '100000000000000002';
const URL = 'https://harbour.example/feed.xml';
const ATTACHED = { name: 'feeds.opml', url: 'https://cdn.example/1', bytes: 100 };
const readSource = readFrom({ [URL]: HARBOUR_FEED });

const open = async (given: Parameters<typeof buildServices>[1] = {}) =>
  buildContext(await buildServices([], { readSource, ...given }));
const run = async (context: CommandContext, name: string, raw: object = {}) =>
  readText(await runCommand(sources, context, { ...raw }, name));
const own = (name = 'Harbour Post', url = URL) => buildFeed({ name, url, owner: HERE });
const opmlOf = (...urls: string[]) =>
  `<opml><body>${urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`;
const namesOf = async ({ services }: CommandContext, guildId = HERE) =>
  (await services.manageSources.list(guildId)).map(({ name }) => name);

describe('/sources list', () => {
  it('lists publishers with the number of their articles, starting with the newest article’s', async () => {
    const context = buildContext(
      await buildServices([
        buildArticle({
          title: 'A',
          source: 'Old *Times*',
          publishedAt: '2024-03-01T00:00:00.000Z',
        }),
        buildArticle({ title: 'B', source: 'Harbour Post' }),
        buildArticle({ title: 'C', source: 'Harbour Post' }),
      ]),
    );
    expect(await run(context, 'list')).toBe(
      [
        '## 2 sources',
        '- **Harbour Post** · 2 articles · newest <t:1710406800:R>',
        String.raw`- **Old \*Times\*** · 1 article · newest <t:1709251200:R>`,
      ].join('\n'),
    );
  });

  it("shows feeds with their state and articles, the server's own first", async () => {
    const state = {
      lastSuccessAt: '2024-03-14T11:00:00.000Z',
      lastNewAt: '2024-03-14T10:00:00.000Z',
      recentCounts: [{ day: '2024-03-14', count: 12 }],
      nextPollAt: '2024-03-14T12:30:00.000Z',
    };
    const failures = {
      count: 2,
      since: '2024-03-14T11:00:00.000Z',
      reason: 'timeout',
      message: 'it *never* answered',
    };
    const feeds = [
      buildFeed({ name: 'the Harbour Post', state }),
      buildFeed({ name: 'Own', url: 'https://own.example/', owner: HERE, state: { failures } }),
      buildFeed({ name: 'Far', url: 'https://far.example/', owner: ELSEWHERE }),
    ];
    const articles = [buildArticle({ source: 'Harbour Post' })];
    const context = buildContext(await buildServices(articles, { feeds }));
    expect(await run(context, 'list')).toBe(
      [
        '## 2 sources',
        String.raw`- **Own** · this server's · next <t:1710417600:R> · **failing**: it \*never\* answered; tried 2 times in 60 minutes`,
        '- **the Harbour Post** · 1 article · newest <t:1710406800:R> · 12 a day · read <t:1710414000:R> · next <t:1710419400:R>',
      ].join('\n'),
    );
  });

  it('turns pages, however long the names and the errors are', async () => {
    const failures = { count: 9, since: NOW.toISOString(), reason: 'x', message: '*'.repeat(500) };
    const feeds = Array.from({ length: 25 }, (_, index) =>
      buildFeed({
        name: `${'*'.repeat(90)}${index}`,
        url: `https://a.example/${index}`,
        state: { failures },
      }),
    );
    const context = await open({ feeds });
    const first = await runCommand(sources, context, {}, 'list');
    expect(readText(first).match(/^- /gmu)).toHaveLength(10);
    const second = await pressButton(sources, context, first, 'Next');
    const third = await pressButton(sources, context, second, 'Next');
    expect(readText(third).match(/^- /gmu)).toHaveLength(5);
  });

  it('gives advice if there are no sources', async () => {
    expect(await run(await open(), 'list')).toContain('`dateline import PATH`');
  });
});

describe('/sources test', () => {
  it('shows the articles of a feed and what would be left out, and stores nothing', async () => {
    const context = await open();
    expect(await run(context, 'test', { url: URL })).toBe(
      [
        String.raw`## Harbour \*Post\*`,
        `<${URL}>`,
        '3 entries · newest <t:1710403200:R> · language en',
        'For example: **[Bridge opens](https://harbour.example/bridge)**',
        '> The new bridge was opened on Thursday.',
        '- 1 entry would be left out: it has neither a text nor a link to one (such as “Only a headline”)',
        '-# Nothing is stored yet. `/sources add` adds it for this server.',
      ].join('\n'),
    );
    expect(await namesOf(context)).toEqual([]);
  });

  it('says why a feed has no usable article', async () => {
    const context = await open({ readSource: readFrom({ [URL]: { entries: [] } }) });
    const text = await run(context, 'test', { url: URL });
    expect(text).toContain('## A feed without a title');
    expect(text).toContain('0 entries');
    expect(text).toContain('It has no article that I can use.');
  });

  it.each([
    ['news', 'That is not the address of a feed.'],
    ['https://nowhere.example/', 'I cannot read it: there is nothing (404).'],
  ])('refuses %s with advice', async (url, message) => {
    await expect(run(await open(), 'test', { url })).rejects.toThrow(message);
  });
});

describe('/sources add', () => {
  it('adds a feed under its title for this server only, due at once, and shows a sample', async () => {
    const context = await open();
    const text = await run(context, 'add', { url: 'harbour.example/feed.xml' });
    expect(text).toContain(String.raw`## Source added: Harbour \*Post\*`);
    expect(text).toContain('3 entries');
    const [source] = await context.services.manageSources.list(HERE);
    expect(source).toMatchObject({
      name: 'Harbour *Post*',
      url: URL,
      homeUrl: 'https://harbour.example/',
      lang: 'en',
      owner: HERE,
      state: { nextPollAt: NOW.toISOString() },
    });
    expect(await namesOf(context, ELSEWHERE)).toEqual([]);
  });

  it('follows a page to its only feed, and asks if it has several', async () => {
    const page = (...urls: string[]) =>
      ({ kind: 'page', feedUrls: urls.map((url) => ({ url })) }) as const;
    const context = await open({
      readSource: readFrom({
        [URL]: HARBOUR_FEED,
        'https://one.example/': page(URL),
        'https://two.example/': page(URL, 'https://harbour.example/sport.xml'),
        'https://none.example/': page(),
        'https://ring.example/': page('https://ring.example/'),
      }),
    });
    const add = (url: string) => run(context, 'add', { url });
    await expect(add('https://two.example/')).rejects.toThrow(
      'several feeds. Give the address of one: `https://harbour.example/feed.xml`, `https://harbour.example/sport.xml`',
    );
    await expect(add('https://none.example/')).rejects.toThrow('not a feed and links to none');
    await expect(add('https://ring.example/')).rejects.toThrow('links to another page');
    expect(await add('https://one.example/')).toContain('Source added');
  });

  it.each([
    ['its own', HERE, 'This server has that source already: Harbour Post.'],
    ["the host's", 'host', 'Every server has that source already: Harbour Post.'],
  ])('does not add a feed that exists already: %s', async (_, owner, message) => {
    const feeds = [buildFeed({ url: 'http://www.harbour.example/feed.xml/', owner })];
    await expect(run(await open({ feeds }), 'add', { url: URL })).rejects.toThrow(message);
  });

  it('adds a feed once if two managers add it at the same time', async () => {
    const context = await open();
    const adding = [1, 2].map(() => run(context, 'add', { url: URL }));
    const outcomes = await Promise.allSettled(adding);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(String(refused?.reason)).toContain('This server has that source already');
    expect(await namesOf(context)).toEqual(['Harbour *Post*']);
  });

  it('does not add a feed without articles', async () => {
    const context = await open({ readSource: readFrom({ [URL]: { entries: [{ title: '' }] } }) });
    await expect(run(context, 'add', { url: URL })).rejects.toThrow('no article that I could take');
    expect(await namesOf(context)).toEqual([]);
  });

  it('adds no more feeds than the host allows', async () => {
    const feeds = ['a', 'b', 'c'].map((name) => own(name, `https://${name}.example/`));
    await expect(run(await open({ feeds }), 'add', { url: URL })).rejects.toThrow(
      'A server may have 3 sources of its own.',
    );
  });

  it('adds the feeds of an OPML file up to the limit, and says what happened to the others', async () => {
    const opml = opmlOf(
      'https://a.example/',
      'https://b.example/',
      'https://c.example/',
      URL,
      'nonsense',
    );
    const feeds = [own()];
    const context = await open({ feeds, readAttachment: async () => opml });
    const text = await run(context, 'add', { opml: ATTACHED });
    expect(text).toBe(
      [
        '## 2 sources added',
        '- a.example\n- b.example',
        '- 1 is here already',
        '- 1 could not be added: the server has as many sources as it can have',
        '- not the address of a feed: nonsense',
        '-# `/sources list` will soon show which of them can be read.',
      ].join('\n'),
    );
    expect(await namesOf(context)).toEqual(['a.example', 'b.example', 'Harbour Post']);
  });

  it.each<[string, object, string]>([
    ['neither', {}, 'Give either the `url`'],
    ['both', { url: URL, opml: ATTACHED }, 'Give either the `url`'],
    ['a file that is not OPML', { opml: ATTACHED }, 'no OPML file'],
  ])('refuses %s', async (_, raw, message) => {
    const context = await open({ readAttachment: async () => 'nonsense' });
    await expect(run(context, 'add', raw)).rejects.toThrow(message);
  });

  it('works only in servers', async () => {
    const { guildId: _, ...direct } = await open();
    await expect(run(direct, 'add', { url: URL })).rejects.toThrow('Sources belong to a server.');
  });
});

describe('/sources pause, resume and remove', () => {
  it('change a source, given by its id or name', async () => {
    const context = await open({ feeds: [own()] });
    expect(await run(context, 'pause', { source: own().id })).toContain('paused by a manager');
    expect((await context.services.manageSources.list(HERE))[0]?.paused?.reason).toBe('by-manager');
    expect(await run(context, 'resume', { source: 'harbour post' })).toContain('Source resumed');
    expect((await context.services.manageSources.list(HERE))[0]).not.toHaveProperty('paused');
    expect(await run(context, 'remove', { source: own().id })).toContain(`<${URL}>`);
    expect(await namesOf(context)).toEqual([]);
  });

  it('remove takes the stored articles along if asked to, and no others', async () => {
    const mine = { source: 'Harbour Post', onlyFor: HERE } as const;
    const articles = [
      buildArticle({ id: 'a', title: 'Ferry', ...mine }),
      buildArticle({ id: 'b', title: 'Storm', ...mine }),
      buildArticle({ id: 'c', title: 'Budget', source: 'Harbour Post' }),
      buildArticle({ id: 'd', title: 'Dam', source: 'Harbour Post', onlyFor: ELSEWHERE }),
    ];
    const context = buildContext(await buildServices(articles, { feeds: [own()] }));
    const shown = await run(context, 'remove', { source: own().id, with_articles: true });
    expect(shown).toContain('2 stored articles went with it');
    expect(await namesOf(context)).toEqual([]);
    const left = await context.services.articles.getMany(['a', 'b', 'c', 'd']);
    expect(left.map((article) => article?.id)).toEqual([undefined, undefined, 'c', 'd']);
  });

  it('remove keeps a source whose articles cannot be told from those of another', async () => {
    const feeds = [own(), { ...own('Harbour Post', 'https://o.example/'), id: 'other' }];
    const context = await open({ feeds });
    await expect(run(context, 'remove', { source: own().id, with_articles: true })).rejects.toThrow(
      'cannot be told apart',
    );
    expect(await namesOf(context)).toHaveLength(2);
  });

  it.each(['pause', 'resume', 'remove'])(
    '%s refuses sources of the host and of other servers',
    async (name) => {
      const feeds = [buildFeed(), buildFeed({ name: 'Far', url: URL, owner: ELSEWHERE })];
      const context = await open({ feeds });
      await expect(run(context, name, { source: 'Harbour Post' })).rejects.toThrow(
        'Harbour Post is read for every server.',
      );
      for (const source of ['Far', feeds[1]?.id, 'nothing']) {
        await expect(run(context, name, { source })).rejects.toThrow('no such source');
      }
    },
  );

  it("suggest the server's own sources", async () => {
    const paused = { at: NOW.toISOString(), reason: 'by-manager' } as const;
    const feeds = [
      buildFeed(),
      { ...own('Own Voice'), paused },
      own('Other', 'https://o.example/'),
    ];
    const context = await open({ feeds });
    expect(await suggest(sources, context, 'source', 'voice', 'resume')).toEqual([
      { name: 'Own Voice · paused', value: own().id },
    ]);
    expect(await suggest(sources, context, 'source', '', 'remove')).toHaveLength(2);
  });
});

describe('/sources export', () => {
  it("gives the host's and the server's sources as OPML", async () => {
    const feeds = [
      buildFeed({ name: 'Host & Co', url: 'https://host.example/rss' }),
      own(),
      buildFeed({ name: 'Far', url: 'https://far.example/', owner: ELSEWHERE }),
    ];
    const message = await runCommand(sources, await open({ feeds }), {}, 'export');
    expect(message.content).toBe('2 sources');
    const [file] = message.files ?? [];
    expect(file?.name).toBe('dateline-sources.opml');
    expect(parseOpml(new TextDecoder().decode(file?.data))?.sources).toEqual([
      { name: 'Harbour Post', url: URL },
      { name: 'Host & Co', url: 'https://host.example/rss' },
    ]);
  });
});

describe('what only managers may do', () => {
  it('is every subcommand except the list', () => {
    const forAll = Object.entries(sources.subcommands ?? {}).flatMap(([name, { access }]) =>
      access === 'managers' ? [] : [name],
    );
    expect(sources.access).toBe('everyone');
    expect(forAll).toEqual(['list']);
  });
});
