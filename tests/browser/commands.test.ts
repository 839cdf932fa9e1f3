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
  ['why story', ['assad', '<suggested>', '<Enter>', '<Enter>'], /Rank|Why joined/],
  ['why article', ['notre', '<suggested>', '<Enter>', '<Enter>'], /page: passed/],
  ['why channel', ['<Enter>'], /no digest is planned/],
  ['digest now', ['stories', '<Enter>', '1', '<Enter>'], /News digest/],
  ['digest history', ['<Enter>'], /There are none yet/],
  ['schedule add', ['time', '<Enter>', '08:00', '<Enter>'], /at 08:00/],
  ['schedule list', ['<Enter>'], /1 schedule/],
  ['schedule preview', ['<suggested>', '<Enter>', '<Enter>'], /News digest/],
  ['schedule edit', ['<suggested>', '<Enter>', 'time', '<Enter>', '09:30', '<Enter>'], /at 09:30/],
  ['schedule pause', ['<suggested>', '<Enter>', '<Enter>'], /paused/i],
  ['schedule resume', ['<suggested>', '<Enter>', '<Enter>'], /resume|runs|active/i],
  ['schedule remove', ['<suggested>', '<Enter>', '<Enter>'], /removed/i],
  ['follow add', ['topic', '<Enter>', 'flood', '<Enter>'], /Followed/],
  ['follow list', ['<Enter>'], /You follow 1/],
  ['follow remove', ['<suggested>', '<Enter>', '<Enter>'], /No longer followed/],
  ['settings show', ['<Enter>'], /English, as in Discord/],
  ['settings set', ['languages', '<Enter>', 'en', '<Enter>', '<Enter>'], /Settings changed/],
  ['settings reset', ['<Enter>'], /Settings reset/],
  ['sources list', ['<Enter>'], /source/i],
  ['sources test', ['<feed>', '<Enter>'], /Nothing is stored yet/],
  ['sources add', ['url', '<Enter>', '<feed>', '<Enter>'], /Source added/],
  ['sources pause', ['<suggested>', '<Enter>', '<Enter>'], /paused/i],
  ['sources resume', ['<suggested>', '<Enter>', '<Enter>'], /resume|again/i],
  ['sources export', ['<Enter>'], /dateline-sources\.opml/],
  ['sources remove', ['<suggested>', '<Enter>', '<Enter>'], /removed/i],
];

/** The views of a story by their labels, and what each says of some story of the samples. */
const VIEWS: readonly (readonly [view: string, says: RegExp])[] = [
  ['Date by date', /img "A line of time with the \d dates/],
  ['Figures that differ', /reports differ|No figures that differ/],
  ['Who said what', /“|No report names the speaker/],
  ['Who reports it', /By first report/],
  ['All articles', /\d of \d/],
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

  it('shows a story in the view that is chosen with it, and then in each other one', async () => {
    const { page, messages, takeCommand, answer, choices } = visit;
    const before = await messages.count();
    await takeCommand('story');
    await page.keyboard.type('quake victims');
    await choices.filter({ hasText: 'Quake Victims' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('view');
    await page.keyboard.press('Enter');
    await choices.filter({ hasText: 'coverage' }).waitFor();
    await page.keyboard.type('coverage');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const shown = await answer(before);
    await expect.poll(() => shown.ariaSnapshot()).toMatch(/By first report/);
    for (const [index, [, says]] of VIEWS.entries()) {
      await shown.getByRole('button', { name: /^Make a selection/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('Home');
      // The brief is the first.
      for (let step = 0; step <= index; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => shown.ariaSnapshot()).toMatch(says);
    }
    expect(visit.problems).toEqual([]);
  });

  it.each(VIEWS)('opens the view %s from the menu below an edition', async (view, says) => {
    const { page, messages, answer, problems } = visit;
    // The edition that was posted, not the one that was shown again.
    const edition = messages.filter({ hasText: /Edition [0-9a-f]{12}/ }).first();
    const before = await messages.count();
    await edition
      .getByRole('button', { name: /^Open one view/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    // The list is long enough to have a search field.
    await page.getByRole('combobox', { name: /^Search/ }).waitFor();
    await page.keyboard.type(`1. ${view}`);
    await page.keyboard.press('Enter');
    const shown = await answer(before);
    await expect.poll(() => shown.ariaSnapshot()).toMatch(says);
    expect(await isSeen(shown.getByText('Only you can see this'))).toBe(true);
    expect(problems).toEqual([]);
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
