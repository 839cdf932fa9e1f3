import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openClient, type OpenedClient, type Visit } from '../support/open-client.ts';
import { openSite, type Site } from '../support/open-site.ts';

/** Each is a key in `<` and `>`, or text that is typed. */
type Keys = readonly string[];

/** Commands, what is typed after their names, and what their answers say. Later ones need what earlier ones made. */
const STEPS: readonly (readonly [command: string, keys: Keys, says: RegExp])[] = [
  ['help', ['<Enter>'], /\/digest now/],
  ['latest', ['count', '<Enter>', '2', '<Enter>'], /Latest news/],
  ['search', ['flood', '<Enter>'], /flood/i],
  ['ask', ['Who won the election in Mexico?', '<Enter>'], /Sheinbaum/],
  ['stories', ['<Enter>'], /publishers/],
  ['story', ['assad', '<suggested>', '<Enter>', '<Enter>'], /Damascus/],
  ['summarize', ['article', '<Enter>', 'notre', '<suggested>', '<Enter>', '<Enter>'], /Notre-Dame/],
  ['status', ['<Enter>'], /articles/],
  ['digest now', ['stories', '<Enter>', '1', '<Enter>'], /News digest/],
  ['digest history', ['<Enter>'], /There are none yet/],
  ['schedule add', ['time', '<Enter>', '08:00', '<Enter>'], /at 08:00/],
  ['schedule list', ['<Enter>'], /1 schedule/],
  ['schedule preview', ['<suggested>', '<Enter>', '<Enter>'], /News digest/],
  ['schedule edit', ['<suggested>', '<Enter>', 'time', '<Enter>', '09:30', '<Enter>'], /at 09:30/],
  ['schedule pause', ['<suggested>', '<Enter>', '<Enter>'], /paused/i],
  ['schedule resume', ['<suggested>', '<Enter>', '<Enter>'], /resume|runs|active/i],
  ['schedule remove', ['<suggested>', '<Enter>', '<Enter>'], /removed/i],
  ['sources list', ['<Enter>'], /source/i],
  ['sources test', ['<feed>', '<Enter>'], /Nothing is stored yet/],
  ['sources add', ['url', '<Enter>', '<feed>', '<Enter>'], /Source added/],
  ['sources pause', ['<suggested>', '<Enter>', '<Enter>'], /paused/i],
  ['sources resume', ['<suggested>', '<Enter>', '<Enter>'], /resume|again/i],
  ['sources export', ['<Enter>'], /dateline-sources\.opml/],
  ['sources remove', ['<suggested>', '<Enter>', '<Enter>'], /removed/i],
];

let site: Site;
let client: OpenedClient;
let visit: Visit;

describe.skipIf(skipWithoutBrowser)('commands by the keyboard alone', () => {
  beforeAll(async () => {
    site = await openSite('Harbour Post');
    site.publish({
      path: '/bridge',
      title: 'Bridge Opens over the Harbour',
      at: new Date(),
      paragraphs: [
        'The new bridge over the harbour opened on Monday after three years of work.',
        'Some 40,000 people a day are expected to cross it, most of them on foot, the city said.',
      ],
    });
    client = await openClient({ ALLOWED_ADDRESSES: `127.0.0.1:${new URL(site.origin).port}` });
    visit = await client.visit();
  });
  afterAll(async () => {
    await client.close();
    await site.close();
  });

  // A command that fails must not leave half-written text for the next one.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await visit.page.reload();
    await visit.messages.first().waitFor();
  });

  it.each(STEPS)('runs /%s', async (command, keys, says) => {
    const { page, messages, takeCommand, answer, problems } = visit;
    const before = await messages.count();
    await takeCommand(command);
    for (const key of keys) {
      if (key === '<suggested>') await visit.choices.first().waitFor();
      else if (key === '<feed>') await page.keyboard.type(site.feedUrl);
      else if (key.startsWith('<')) await page.keyboard.press(key.slice(1, -1));
      else await page.keyboard.type(key);
    }
    const shown = await answer(before);
    await expect.poll(() => shown.ariaSnapshot()).toMatch(says);
    expect(problems).toEqual([]);
  });

  it('shows a past edition, chosen from the suggestions', async () => {
    const { page, messages, takeCommand, answer } = visit;
    let before = await messages.count();
    await takeCommand('schedule add');
    await page.keyboard.type('time');
    await page.keyboard.press('Enter');
    await page.keyboard.type('08:00');
    await page.keyboard.press('Enter');
    await answer(before);
    await page.getByRole('button', { name: 'Clock' }).click();
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText(/^The clock has moved/).waitFor();
    await page.getByRole('button', { name: 'Close Clock' }).click();
    before = await messages.count();
    await takeCommand('digest show');
    await visit.choices.first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const edition = await answer(before);
    expect(await isSeen(edition.getByRole('heading', { name: /^News digest/ }))).toBe(true);
  });

  it('runs a message command from the menu of a message', async () => {
    const { page, messages, answer } = visit;
    const digest = messages.first();
    const before = await messages.count();
    await digest.getByRole('button', { name: 'More for this message' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Summarize' }).focus();
    await page.keyboard.press('Enter');
    expect(await (await answer(before)).ariaSnapshot()).toContain('Summar');
  });

  it('covers every command that the bot registered', async () => {
    const state = (await (await fetch(`${client.local.url}/local/state`)).json()) as {
      commands: { name: string; type: number; options?: { name: string; type: number }[] }[];
    };
    const names = state.commands
      .filter(({ type }) => type === 1)
      .flatMap(({ name, options = [] }) => {
        const subcommands = options.filter(({ type }) => type === 1);
        return subcommands.length === 0 ? name : subcommands.map((one) => `${name} ${one.name}`);
      });
    const run = [...STEPS.map(([name]) => name), 'digest show'];
    expect(names.toSorted()).toEqual(run.toSorted());
  });
});
