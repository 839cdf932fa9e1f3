import { describe, expect, it } from 'vitest';
import { summarizeMessage } from '../../../commands/summarize/summarize-message.ts';
import type { TargetMessage } from '../../../src/command/command.ts';
import { checkMessage } from '../../support/check-message.ts';
import type { LinkReader } from '../../../src/web/link-reader.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildLinks } from '../../support/build-links.ts';
import { buildContext, buildServices } from '../../support/build-services.ts';
import { readAll, readText } from '../../support/shown-text.ts';

const url = 'https://discord.com/channels/1/2/3';
const stored = buildArticle({ title: 'Dam fails', url: 'https://post.example/dam' });
const long = Array.from(
  { length: 12 },
  (_, index) => `Reader number ${index} wrote that the old harbour should stay open to every boat.`,
).join(' ');

async function run(target: Partial<TargetMessage>, links?: LinkReader) {
  const context = buildContext(await buildServices([stored], links && { links }));
  const message = await summarizeMessage.run(
    { id: '3', content: '', url, embeds: [], ...target },
    context,
  );
  expect(checkMessage(message)).toEqual([]);
  return message;
}

describe('Summarize, on a message', () => {
  it.each<[string, Partial<TargetMessage>]>([
    ['in its text', { content: 'Read (https://post.example/dam) now' }],
    ['as a masked link', { content: '[this](https://post.example/dam)' }],
    ['in angle brackets', { content: '<https://post.example/dam>' }],
    ['in an embed', { embeds: [{ text: 'Dam fails', url: 'https://post.example/dam/' }] }],
    ['beside an unknown one', { content: 'https://a.example https://post.example/dam' }],
  ])('summarizes the stored article that is linked %s', async (_, target) => {
    expect(readText(await run(target))).toContain('[Dam fails](https://post.example/dam)');
  });

  it('reads the page behind a link that is not stored', async () => {
    const report = buildArticle({ title: 'Bridge falls', text: long });
    const links = buildLinks({ 'https://a.example/1': report });
    const message = await run({ content: 'Look: https://a.example/1' }, links);
    expect(readText(message)).toContain('Bridge falls');
  });

  it('summarizes the text of a message if its link has no article', async () => {
    const message = await run({ content: `${long} https://a.example/1` }, buildLinks({}));
    expect(readText(message)).toContain(`## [Message](${url})`);
  });

  it('says why the link has no article if the text of the message is too short as well', async () => {
    const running = run({ content: 'Look: https://a.example/1' }, buildLinks({}));
    await expect(running).rejects.toThrow('There is no article on this page.');
  });

  it('summarizes the text of any other message and links to it', async () => {
    const message = await run({ content: long });
    const text = readText(message);
    expect(text).toContain(`## [Message](${url})`);
    expect(text).toMatch(/\d+ of 12 sentences, \d+ % shorter/u);
    expect(text).toMatch(/^Reader number \d+ wrote that the old harbour should stay open/mu);
    expect(readAll(message, 'custom_id')).toEqual([]);
    expect(readAll(message, 'label')).toEqual(['Go to the message']);
  });

  it('reads the texts of embeds too', async () => {
    expect(readText(await run({ embeds: [{ text: long }] }))).toMatch(/\d+ of 12 sentences/u);
  });

  it('says that a message is too short', async () => {
    expect(readText(await run({ content: 'The harbour is closed today.' }))).toContain(
      'too short to summarize',
    );
  });

  it.each<[Partial<TargetMessage>, string]>([
    [{}, 'That message has no text to summarize.'],
    [{ content: 'https://a.example/1 https://a.example/2' }, 'I do not have that article'],
    [{ content: 'Look at this: https://a.example/1' }, 'I do not have that article'],
  ])('refuses %j with advice', async (target, message) => {
    await expect(run(target)).rejects.toThrow(message);
  });
});
