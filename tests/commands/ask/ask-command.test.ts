import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../commands/ask/ask-command.ts';
import type { Article } from '../../../src/article/article.ts';
import { servicesFor } from '../../../src/command/services-for.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { buildContext, buildServices } from '../../support/build-services.ts';
import { readSamples } from '../../support/read-samples.ts';
import { runCommand } from '../../support/run-command.ts';
import { readAll, readText, unescapeMarkdown } from '../../support/shown-text.ts';

const DEATHS = 'How many people died in the Lahaina fire?';
const NOTHING = 'Nothing in the store answers this';

let samples: Article[];
beforeAll(async () => {
  samples = await readSamples();
});

const openSamples = async () => buildContext(await buildServices(samples));

const at = (hour: number) => new Date(Date.UTC(2024, 2, 14, hour)).toISOString();
const [FIRST, ECHO, GAZETTE, CANAL] = buildCoverage(
  'flood',
  ['Harbour Post', 'Old Town Echo', 'North Gazette', 'Canal Times'],
  at,
) as [Article, Article, Article, Article];
const DEAD = 'At least 12 people were killed in the harbour of Marrow, the mayor said.';
const add = (article: Article, sentence: string): Article => ({
  ...article,
  text: `${article.text} ${sentence}`,
});
const POST = add(FIRST, DEAD);
const TIMES = add(
  CANAL,
  'At least 12 people were killed in the harbour of Marrow, said the mayor.',
);

const said = async (question: string, articles: readonly Article[], options = {}) => {
  const context = buildContext(await buildServices(articles));
  return unescapeMarkdown(readText(await runCommand(ask, context, { question, ...options })));
};

describe('/ask', () => {
  it('answers in dated sentences of articles, each with its publisher, a running count newest first', async () => {
    const context = await openSamples();
    const shown = await runCommand(ask, context, { question: DEATHS });
    const text = unescapeMarkdown(readText(shown));
    expect(text.startsWith(`## ${DEATHS}`)).toBe(true);
    const lines = text.split('\n').slice(1);
    expect(lines[0]).toMatch(
      /^The fire that destroyed Lahaina has killed at least 93 people.+ \[Tamarind Gazette\]\(https/u,
    );
    expect(lines[1]).toMatch(/^-# <t:\d+:D> · Maui Blaze Becomes Deadliest/u);
    expect(lines[2]).toMatch(/^The number of people killed .+ rose to 53 .+ \*Cloudberry Post\*/u);
    expect(lines[3]).toMatch(/^-# <t:\d+:D> · Fire Leaves Historic Lahaina/u);
  });

  it.each([
    ['Spanish', '¿Cuántas personas murieron en Marruecos?'],
    ['German', 'Wie viele Menschen starben beim Erdbeben in Marokko?'],
  ])('says that no article is in %s, and guesses at none of its words', async (lang, question) => {
    const answer = await said(question, samples).catch((error: Error) => error.message);
    expect(answer).toBe(
      `Nothing in the store answers this. I have no articles in ${lang}; most are in English.`,
    );
  });

  it('answers a question in capitals as one in small letters', async () => {
    const small = await said(DEATHS.toLowerCase(), samples);
    const [heading, ...lines] = (await said(DEATHS.toUpperCase(), samples)).split('\n');
    expect(heading).toBe(`## ${DEATHS.toUpperCase()}`);
    expect(lines).toEqual(small.split('\n').slice(1));
  });

  it('does not take the words that open a question for misspelled ones', async () => {
    const question = 'How many people died in the Lahaina fier?';
    await expect(said(question, samples)).rejects.toThrow(/Did you mean (?!.*\bmary\b)/u);
    await expect(said(DEATHS, samples, { since: '2024-03-13' })).rejects.toThrow(
      /^(?!.*Did you mean)/u,
    );
  });

  it('searches and reads in turns, so that others are answered in between', async () => {
    const services = await buildServices(samples);
    let turn = 0;
    let isAsking = true;
    const count = (): void => {
      turn += 1;
      if (isAsking) setImmediate(count);
    };
    const turns: number[] = [];
    const { index } = services;
    const search: typeof index.search = (filter, page) => {
      turns.push(turn);
      return index.search(filter, page);
    };
    const context = buildContext({
      ...services,
      index: { ...servicesFor(services, 'x').index, search },
    });
    setImmediate(count);
    await runCommand(ask, context, { question: DEATHS });
    isAsking = false;
    expect(turns.length).toBeGreaterThan(1);
    expect(new Set(turns).size).toBe(turns.length);
  });

  it('shows nothing that is not in an article of its publisher, word for word', async () => {
    const context = await openSamples();
    const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');
    for (const question of [DEATHS, 'What happened in Derna?', 'Who is the mayor of Baltimore?']) {
      const text = unescapeMarkdown(readText(await runCommand(ask, context, { question })));
      const answers = text.split('\n').filter((line) => !/^(?:##|-#) /u.test(line));
      expect(answers.length).toBeGreaterThan(0);
      for (const line of answers) {
        const [, sentence = '', linked, unlinked = ''] =
          /^(.+?) (?:\[([^\]]+)\]\(https[^)]+\)|\*([^*]+)\*)(?: · .+)?$/u.exec(line) ?? [];
        const own = samples.filter(({ source }) => source === (linked ?? unlinked));
        expect(own.some((article) => plain(article.text).includes(sentence))).toBe(true);
      }
    }
  });

  it('says who else says it, and shows the same only once', async () => {
    const text = await said('How many people died in Marrow?', [POST, TIMES, ECHO]);
    expect(text.match(/At least 12 people/gu)).toHaveLength(1);
    expect(text).toMatch(
      /\[(?:Harbour Post|Canal Times)\]\(https[^)]+\) · also \[(?:Harbour Post|Canal Times)\]/u,
    );
  });

  it('says that no other report has it only if all others were read', async () => {
    const question = 'How many people died in Marrow?';
    expect(await said(question, [POST, ECHO, GAZETTE])).toContain('found in no other report');
    // One is not enough to be telling.
    expect(await said(question, [POST, ECHO])).not.toContain('no other report');
    // One that could not be read may have it.
    const services = await buildServices([POST, ECHO, GAZETTE, CANAL]);
    const getMany = async (ids: readonly string[]) =>
      services.articles.getMany(ids.map((id) => (id === CANAL.id ? 'gone' : id)));
    const context = buildContext({ ...services, articles: { ...services.articles, getMany } });
    const shown = readText(await runCommand(ask, context, { question }));
    expect(shown).toContain('12 people');
    expect(shown).not.toContain('no other report');
    // A report that isn't in the story answers too.
    const other = buildArticle({
      title: 'A year later',
      source: 'Island Wire',
      text: 'The town rebuilt its school. In all 14 people died in Marrow.',
      publishedAt: '2024-03-14T11:00:00.000Z',
    });
    expect(await said(question, [POST, ECHO, GAZETTE, other])).not.toContain('no other report');
  });

  it.each([
    'How much did the Titan submersible cost to build?',
    'How many people were injured in the Lahaina fire?',
    'Who is the prime minister of Libya?',
    'Who won the Tour de France?',
    'Who is he?',
  ])('says that nothing answers: %s', async (question) => {
    const context = await openSamples();
    await expect(runCommand(ask, context, { question })).rejects.toThrow(NOTHING);
  });

  it('says whether there are articles at all, and of a publisher', async () => {
    await expect(said(DEATHS, [])).rejects.toThrow('There are no articles yet.');
    await expect(said(DEATHS, [POST], { source: 'Wire' })).rejects.toThrow(
      'I have no articles from Wire.',
    );
  });

  it.each([
    ['a publisher', { source: 'cloudberry post' }, 'from Cloudberry Post', /rose to 53/],
    ['a day', { since: '2023-08-12' }, 'since 2023-08-12', /at least 93/],
    ['a language', { language: 'English' }, 'in English', /at least 93/],
    ['a country', { country: 'United States' }, 'about United States', /at least 93/],
  ])('narrows to %s', async (_, options, note, shown) => {
    const context = await openSamples();
    const found = await runCommand(ask, context, { question: DEATHS, ...options });
    const text = unescapeMarkdown(readText(found));
    expect(text).toContain(`-# ${note}`);
    expect(text).toMatch(shown);
    await expect(
      runCommand(ask, context, { question: DEATHS, since: '2024-01-01' }),
    ).rejects.toThrow(NOTHING);
  });

  it('reads the search language in a question, and says what it did not understand', async () => {
    const context = await openSamples();
    const question = `${DEATHS} source:"Cloudberry Post" since:someday`;
    const text = unescapeMarkdown(readText(await runCommand(ask, context, { question })));
    expect(text).toContain('-# from Cloudberry Post');
    expect(text).toContain('-# Not understood: since:someday');
    expect(text).not.toContain('Tamarind');
    await expect(runCommand(ask, context, { question: '???' })).rejects.toThrow('I see no words');
  });

  it('offers the stories of its answers, each once', async () => {
    const found = await runCommand(ask, await openSamples(), { question: DEATHS });
    expect(readAll(found, 'custom_id')).toContain('story:open');
    const ids = readAll(found, 'value');
    expect(ids).toHaveLength(1);
    expect(samples.some(({ id }) => id === ids[0])).toBe(true);
  });

  it('answers from articles that the server may see only', async () => {
    const own = { ...POST, onlyFor: '100000000000000001' };
    const services = await buildServices([own, ECHO]);
    const question = 'How many people died in Marrow?';
    const inServer = { ...buildContext(services), services: servicesFor(services, own.onlyFor) };
    expect(readText(await runCommand(ask, inServer, { question }))).toContain('12 people');
    const { guildId: _guildId, ...direct } = buildContext(services);
    const inMessages = { ...direct, services: servicesFor(services, undefined) };
    await expect(runCommand(ask, inMessages, { question })).rejects.toThrow(NOTHING);
  });

  it('is the same however the articles arrived', async () => {
    const shuffled = buildContext(await buildServices(samples.toReversed()));
    const context = await openSamples();
    for (const question of [DEATHS, 'What happened in Derna?', 'Who is the president of Niger?']) {
      expect(await runCommand(ask, shuffled, { question })).toEqual(
        await runCommand(ask, context, { question }),
      );
    }
  });

  it('answers in the language of the question', async () => {
    const german = buildArticle({
      title: 'Hochwasser in Marrow',
      lang: 'de',
      text: 'Das Hochwasser traf die Stadt in der Nacht. In Marrow starben nach Angaben der Polizei 12 Menschen.',
    });
    const context = buildContext(await buildServices([german]), { locale: 'de' });
    const question = 'Wie viele Menschen starben in Marrow?';
    expect(readText(await runCommand(ask, context, { question }))).toContain('12 Menschen');
  });

  it('says of a date without a source when the article was first seen', async () => {
    const { publishedAt: _publishedAt, ...undated } = { ...POST, dateBasis: 'first-seen' as const };
    expect(await said('How many people died in Marrow?', [undated])).toMatch(/-# first seen <t:/u);
  });
});
