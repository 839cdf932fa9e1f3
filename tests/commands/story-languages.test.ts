import { describe, expect, it } from 'vitest';
import { latest } from '../../commands/latest.ts';
import { search } from '../../commands/search/search-command.ts';
import { stories } from '../../commands/stories/stories-command.ts';
import { decodeLanguages, encodeLanguages } from '../../commands/story/story-languages.ts';
import { story } from '../../commands/story/story-command.ts';
import { summarize } from '../../commands/summarize/summarize-command.ts';
import { buildReport } from '../support/build-news.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { pressButton, runCommand, suggest } from '../support/run-command.ts';
import { readAll, readText, unescapeMarkdown } from '../support/shown-text.ts';

/** Reports on one event; the one in German is neither the first nor the last. */
const REPORTS = [
  buildReport('flood', 'Northlight', '2024-03-14T08:00:00.000Z', { lang: 'en' }),
  buildReport('flood', 'Harbour Post', '2024-03-14T09:00:00.000Z', { lang: 'de' }),
  buildReport('flood', 'Meridian Wire', '2024-03-14T10:00:00.000Z', { lang: 'fr' }),
  buildReport('comet', 'Quillfeather', '2023-03-14T11:00:00.000Z', { lang: 'fr' }),
];

async function open(languages: readonly string[] = ['de']) {
  const services = await buildServices(REPORTS);
  return buildContext(services, {
    usual: { languages, basis: 'server', zone: 'UTC' },
    guildLocale: languages[0] ?? 'de',
  });
}

describe('a story in a server of one language', () => {
  it('has that language’s articles only, and says which others there are', async () => {
    const context = await open();
    const text = readText(await runCommand(story, context, { story: 'flood' }));
    expect(text).toContain('Harbour Post');
    expect(text).not.toMatch(/Northlight|Meridian Wire/u);
    expect(text).toContain('2 more articles in English, French: `/story language:all`');
    // Reports that are not shown may have it too.
    expect(text).not.toContain('no other report has this');
  });

  it('is all of it with `language:all`, also in the views that its menu opens', async () => {
    const context = await open();
    const options = { story: 'flood', language: 'all', view: 'articles' };
    const message = await runCommand(story, context, options);
    expect(readText(message)).toMatch(/Northlight[^]*Harbour Post[^]*Meridian Wire/u);
    const [id = ''] = readAll(message, 'custom_id').map(String);
    const [, , articleId = '', ...state] = id.split(':');
    const coverage = await story.components?.['view']?.([articleId, ...state], context, [
      'coverage',
    ]);
    expect(coverage && readText(coverage)).toContain('**3 articles of 3 publishers**');
  });

  it('claims no first report, and no silence, against a report that is not shown', async () => {
    const context = await open();
    const shown = { story: 'flood', view: 'coverage' };
    const text = readText(await runCommand(story, context, shown));
    expect(text).toContain('Harbour Post');
    expect(text).not.toContain('**first**');
    expect(text).not.toMatch(/Nothing from|Northlight|Meridian Wire/u);
    const list = readText(await runCommand(story, context, { story: 'flood', view: 'articles' }));
    expect(list).not.toContain('**first**');
  });

  it('is in the language of the article that was opened if it has none in the server’s', async () => {
    const context = await open(['es']);
    const french = REPORTS[2]!;
    const opened = await story.replies?.['open']?.([], context, [french.id]);
    const text = opened ? readText(opened) : '';
    expect(text).toContain('Meridian Wire');
    expect(text).not.toMatch(/Northlight|Harbour Post/u);
  });

  it('is counted and listed by its articles in that language', async () => {
    const text = readText(await runCommand(stories, await open()));
    expect(text).toContain('Harbour Post');
    expect(text).not.toMatch(/comet|3 publishers/iu);
    const every = readText(await runCommand(stories, await open(), { language: 'any' }));
    expect(every).toContain('3 publishers');
  });
});

describe('a list in a server of one language', () => {
  it('keeps what was asked for when its pages are turned', async () => {
    const context = await open();
    const all = await runCommand(latest, context, { language: 'all', count: 3 });
    expect(readText(all)).not.toContain('language:all');
    expect(readText(await pressButton(latest, context, all, 'Next'))).toContain('Quillfeather');
    const own = readText(await runCommand(latest, context));
    expect(own).toContain('-# in German · `language:all` shows every language');
    expect(own).toContain('-# 1 of 1');
  });

  it.each(['lang:all Marrow', 'Marrow lang:en', '-lang:de Marrow'])(
    'is not limited if the query names a language: %s',
    async (query) => {
      const text = unescapeMarkdown(readText(await runCommand(search, await open(), { query })));
      expect(text).toContain('Northlight');
      expect(text).not.toContain('in German ·');
    },
  );

  it('says what would fit in other languages, and which languages there are', async () => {
    await expect(runCommand(search, await open(), { query: 'Heron' })).rejects.toThrow(
      '1 article fits in other languages: `language:all` shows it.',
    );
    const estonian = await open(['et']);
    await expect(runCommand(latest, estonian)).rejects.toThrow(
      'I have no articles in Estonian. Try French or German or English: `language:all` shows every language; `/settings set` chooses the languages of this server.',
    );
    await expect(runCommand(latest, { ...estonian, isManager: false })).rejects.toThrow(
      /shows every language\.$/u,
    );
  });

  it('and its suggestions are in that language', async () => {
    const context = await open();
    for (const [command, option] of [
      [story, 'story'],
      [summarize, 'article'],
    ] as const) {
      const names = (await suggest(command, context, option, '')).map(({ name }) => name).join();
      expect(names).toContain('Harbour Post');
      expect(names).not.toMatch(/Northlight|Meridian/u);
    }
    await expect(runCommand(summarize, context, { article: 'comet' })).rejects.toThrow(
      '1 article fits in other languages',
    );
    const found = await runCommand(summarize, context, { article: 'comet', language: 'fr' });
    expect(readText(found)).toContain('Heron');
  });
});

describe('the languages of a story in a menu', () => {
  it.each([[undefined], [[]], [['de']], [['de', 'fr']]])('are read back: %o', (asked) => {
    expect(decodeLanguages(encodeLanguages(asked))).toEqual(asked);
  });

  it('are the usual ones if nobody can have written them', () => {
    expect(decodeLanguages(['l'])).toBeUndefined();
    expect(decodeLanguages(['lDROP TABLE'])).toBeUndefined();
  });
});
