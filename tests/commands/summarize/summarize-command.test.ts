import { describe, expect, it } from 'vitest';
import { summarize } from '../../../commands/summarize/summarize-command.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildLinks } from '../../support/build-links.ts';
import { buildContext, buildHealth, buildServices } from '../../support/build-services.ts';
import { pressButton, runCommand, suggest } from '../../support/run-command.ts';
import { readAll, readText } from '../../support/shown-text.ts';

const sentences = Array.from(
  { length: 14 },
  (_, index) =>
    `In hour ${index + 1} the dam above the valley let more water pass than the ${index + 20} engineers had feared.`,
);
const dam = buildArticle({
  title: 'Dam fails above the valley',
  source: 'Harbour Post',
  url: 'https://post.example/dam?utm_source=x',
  text: sentences.join(' '),
  captions: [{ text: 'The dam on Monday.', credit: 'A. Name/HP' }],
});
const short = buildArticle({
  title: 'One line',
  text: 'Nothing much happened in town today.',
  lang: 'de',
});
const figures = /(\d+) of 14 sentences, (\d+) % shorter/u;
const open = async () => buildContext(await buildServices([dam, short]));

describe('/summarize', () => {
  it('shows title, source, date, sentences, caption, figures, key terms and link', async () => {
    const message = await runCommand(summarize, await open(), { article: dam.id });
    const text = readText(message);
    expect(text).toContain(
      '## [Dam fails above the valley](https://post.example/dam?utm%5Fsource=x)',
    );
    expect(text).toContain('-# Harbour Post · <t:');
    expect(text).toContain('-# Picture: The dam on Monday. (A. Name/HP)');
    expect(text).toMatch(figures);
    expect(text).toMatch(/-# Key terms: .*dam/u);
    expect(readAll(message, 'url')).toEqual(['https://post.example/dam?utm%5Fsource=x']);
    expect(sentences.some((sentence) => text.includes(sentence))).toBe(true);
  });

  it('makes the summary longer or shorter by buttons, with the current length disabled', async () => {
    const context = await open();
    const shown = async (length: string) => {
      const text = readText(await runCommand(summarize, context, { article: dam.id, length }));
      return Number(figures.exec(text)?.[1]);
    };
    const medium = await runCommand(summarize, context, { article: dam.id });
    expect(readAll(medium, 'disabled')).toEqual([false, true, false]);
    const long = await pressButton(summarize, context, medium, 'Long');
    expect(Number(figures.exec(readText(long))?.[1])).toBe(await shown('long'));
    expect(await shown('short')).toBeLessThan(await shown('medium'));
    expect(await shown('medium')).toBeLessThan(await shown('long'));
  });

  it.each([
    ['its link', { url: 'https://post.example/dam' }],
    ['its link with tracking parameters', { url: 'https://post.example/dam/?utm_source=feed#top' }],
    ['a link typed as the article', { article: 'https://post.example/dam' }],
    ['words of its title', { article: 'dam fail' }],
    ['words of its text', { article: 'engineers feared' }],
  ])('finds an article by %s', async (_, options) => {
    expect(readText(await runCommand(summarize, await open(), options))).toContain('Dam fails');
  });

  it('says that an article is too short', async () => {
    const text = readText(await runCommand(summarize, await open(), { article: short.id }));
    expect(text).toContain('too short to summarize: 1 sentence, 6 words');
  });

  it.each([
    [{}, 'Choose an article from the suggestions, or give the link to one as `url`.'],
    [{ url: 'post.example/dam' }, 'That is not a link.'],
    [{ url: 'https://post.example/other' }, 'I cannot fetch web pages here'],
    [{ article: 'volcano' }, 'No article has all these words.'],
    [{ article: 'engineers volcano' }, 'No article has all these words.'],
  ])('refuses %j with advice', async (options, message) => {
    await expect(runCommand(summarize, await open(), options)).rejects.toThrow(message);
  });

  it('does not claim that an article is unknown while the store is still being read', async () => {
    const services = await buildServices([], { health: () => buildHealth({ reading: true }) });
    const running = runCommand(summarize, buildContext(services), {
      url: 'https://post.example/dam',
    });
    await expect(running).rejects.toThrow('still reading');
  });

  it('says that an article was removed after its button was made', async () => {
    const context = await open();
    const message = await runCommand(summarize, context, { article: dam.id });
    await context.services.articles.remove(dam.id);
    await expect(pressButton(summarize, context, message, 'Short')).rejects.toThrow(
      'no longer have that article',
    );
  });

  it('reads the page behind a link that is not stored, and keeps it for the buttons', async () => {
    const links = buildLinks({ 'https://other.example/dam': dam });
    const context = buildContext(await buildServices([], { links }));
    const message = await runCommand(summarize, context, { url: 'https://other.example/dam' });
    expect(readText(message)).toMatch(figures);
    const long = await pressButton(summarize, context, message, 'Long');
    expect(readText(long)).toMatch(figures);
  });

  it('says why the page behind a link has no article, and gives advice', async () => {
    const context = buildContext(await buildServices([], { links: buildLinks({}) }));
    const running = runCommand(summarize, context, { url: 'https://other.example/list' });
    await expect(running).rejects.toThrow(/There is no article.*`\/search`/u);
  });

  it('suggests titles, first those in the reader’s language', async () => {
    const context = await open();
    expect(await suggest(summarize, context, 'article', 'dam')).toEqual([
      { name: 'Dam fails above the valley · Harbour Post', value: dam.id },
    ]);
    const german = { ...context, locale: 'de' };
    expect((await suggest(summarize, context, 'article', ''))[0]?.value).toBe(dam.id);
    expect((await suggest(summarize, german, 'article', ''))[0]?.value).toBe(short.id);
  });

  it('cuts suggested titles between words if they are too long for Discord', async () => {
    const long = buildArticle({ title: `Long ${'word '.repeat(40)}end` });
    const context = buildContext(await buildServices([long]));
    const [choice] = await suggest(summarize, context, 'article', 'long');
    expect(choice?.name).toMatch(/^Long (?:word )+word…$/u);
    expect(choice?.name.length).toBeLessThanOrEqual(100);
  });
});
