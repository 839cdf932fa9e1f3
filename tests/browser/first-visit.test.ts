import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openClient, type OpenedClient } from '../support/open-client.ts';

let client: OpenedClient;

describe.skipIf(skipWithoutBrowser)('a first visit', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());

  it('shows a server, its channels and members, and news from the sample articles', async () => {
    const { page, messages, box, problems } = await client.visit();
    expect(await messages.first().getByRole('heading').count()).toBeGreaterThan(3);
    const channels = page.getByRole('navigation', { name: 'Channels' }).getByRole('link');
    // The last of them may say how much of it is new.
    const names = (await channels.allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(names).toEqual(['world-news', 'general', 'bot-test', 'announcements']);
    const members = page.getByRole('complementary', { name: 'Members' });
    await members
      .getByRole('listitem')
      .filter({ hasText: /Dateline\s*APP/ })
      .waitFor();
    expect(await box.getAttribute('placeholder')).toContain('type / for commands');
    expect(problems).toEqual([]);
  });

  it('shows in another channel what a schedule would have told of the samples, an update among it', async () => {
    const { page, messages, problems } = await client.visit();
    await page.getByRole('link', { name: 'announcements' }).click();
    await page.getByRole('heading', { name: 'announcements', level: 1 }).waitFor();
    await expect.poll(() => messages.count()).toBe(3);
    const update = messages.last().getByRole('heading', { name: /^Update · Syria/ });
    expect(await isSeen(update)).toBe(true);
    expect(await messages.getByRole('heading', { name: /^Update/ }).count()).toBe(1);
    expect(problems).toEqual([]);
  });

  it.each([
    ['/digest now', 'Get a digest of the news'],
    ['/summarize', 'Summarize an article'],
    ['/schedule add', 'Have a digest posted every day'],
  ])('offers %s to new visitors', async (command, words) => {
    const { page } = await client.visit();
    await page.getByRole('button', { name: words }).click();
    expect(await isSeen(page.getByRole('group', { name: `Command ${command}` }))).toBe(true);
  });

  it('leads from its hint to a digest, a summary and a schedule with a few keys', async () => {
    const { page, answer, problems } = await client.visit();
    await page.getByRole('button', { name: /digest of the news/ }).click();
    await page.keyboard.press('Enter');
    const digest = await answer(1);
    await digest.getByRole('heading', { name: /^News digest/ }).waitFor();

    await page.getByRole('button', { name: /Summarize an article/ }).click();
    const choices = page.getByRole('listbox');
    await choices.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const summary = await answer(2);
    await summary.getByRole('button').first().waitFor();

    // The time is already filled in.
    await page.getByRole('button', { name: /digest posted every day/ }).click();
    await page.keyboard.press('Enter');
    await (
      await answer(3)
    )
      .getByText(/every day at 08:00/i)
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });

  it('keeps the channel over a reload, and shows its messages to others', async () => {
    const { page } = await client.visit();
    await page.getByRole('link', { name: 'bot-test' }).click();
    await page.getByRole('heading', { name: 'bot-test', level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'bot-test', level: 1 }).waitFor();
    const other = await client.visit();
    await other.page.getByRole('link', { name: 'bot-test' }).click();
    await other.page.getByRole('heading', { name: 'bot-test', level: 1 }).waitFor();
    await page.getByRole('textbox', { name: /^Message / }).fill('Good evening');
    await page.keyboard.press('Enter');
    expect(await isSeen(other.messages.filter({ hasText: 'Good evening' }))).toBe(true);
  });
});
