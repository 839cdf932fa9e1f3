import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openClient, type OpenedClient, type Visit } from '../support/open-client.ts';

let client: OpenedClient;
let visit: Visit;

describe.skipIf(skipWithoutBrowser)('answers', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());
  beforeEach(async () => {
    visit = await client.visit();
  });

  it('turn pages by their buttons, and change in place', async () => {
    const { page, messages, takeCommand, answer, problems } = visit;
    const before = await messages.count();
    await takeCommand('latest');
    await page.keyboard.press('Enter');
    const list = await answer(before);
    const first = await readHeadlines(list);
    expect(first).not.toEqual([]);
    await list.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => readHeadlines(list)).not.toEqual(first);
    await list.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => readHeadlines(list)).toEqual(first);
    expect(await messages.count()).toBe(before + 1);
    expect(problems).toEqual([]);
  });

  it('for the requester alone are not shown to others, and disappear when dismissed', async () => {
    const { page, messages, takeCommand, answer } = visit;
    const other = await client.visit();
    await other.page.getByRole('combobox', { name: 'You are' }).selectOption('Reader');
    await other.messages.first().waitFor();
    const before = await messages.count();
    const seenByOther = await other.messages.count();
    await takeCommand('schedule list');
    await page.keyboard.press('Enter');
    const list = await answer(before);
    expect(await isSeen(list.getByText('Only you can see this'))).toBe(true);
    expect(await other.messages.count()).toBe(seenByOther);
    await list.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => messages.count()).toBe(before);
  });

  it('to everyone appear for others at once, in their own time zone and language', async () => {
    const { page, messages, takeCommand, answer } = visit;
    const other = await client.visit({ timezoneId: 'Asia/Tokyo', locale: 'de' });
    const before = await messages.count();
    await takeCommand('digest now');
    await page.keyboard.press('Enter');
    await answer(before);
    const theirs = await other.answer(before);
    expect(await isSeen(theirs.getByText(/Dezember 2024/))).toBe(true);
  });

  it('show what the bot sent for them, and how close that is to each limit', async () => {
    const { page, messages } = visit;
    await messages.first().getByRole('button', { name: 'More for this message' }).click();
    await page.getByRole('menuitem', { name: 'What the bot sent' }).click();
    const drawer = page.getByRole('complementary', { name: 'What the bot sent' });
    expect(await isSeen(drawer.getByText(/\/interactions\/\d+\/:token\/callback/))).toBe(true);
    expect(await isSeen(drawer.getByText(/"allowed_mentions"/))).toBe(true);
    expect(await isSeen(drawer.getByText(/of 4,?000/))).toBe(true);
    expect(await isSeen(drawer.getByText(/of 40$/))).toBe(true);
  });
});

async function readHeadlines(list: Visit['box']): Promise<string[]> {
  const said = await list.ariaSnapshot();
  return said.split('\n').filter((line) => /strong|link/.test(line));
}
