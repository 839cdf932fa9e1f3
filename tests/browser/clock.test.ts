import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openClient, type OpenedClient } from '../support/open-client.ts';

let client: OpenedClient;

describe.skipIf(skipWithoutBrowser)('the clock', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());

  it('can be moved forward until a schedule is due, whose digest appears in its channel', async () => {
    const { page, messages, takeCommand, answer, problems } = await client.visit();
    await page.getByRole('link', { name: 'bot-test' }).click();
    await page.getByRole('heading', { name: 'bot-test', level: 1 }).waitFor();
    await takeCommand('schedule add');
    await page.keyboard.type('time');
    await page.keyboard.press('Enter');
    await page.keyboard.type('08:00');
    await page.keyboard.press('Enter');
    await answer(0);
    await page.getByRole('button', { name: 'Clock' }).click();
    const panel = page.getByRole('complementary', { name: 'Clock' });
    const before = await panel.locator('time').getAttribute('datetime');
    await panel.getByRole('button', { name: '+1 day' }).click();
    expect(await isSeen(panel.getByText(/^The clock has moved to/))).toBe(true);
    const after = await panel.locator('time').getAttribute('datetime');
    const movedMs = Date.parse(after ?? '') - Date.parse(before ?? '');
    expect(movedMs).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(movedMs).toBeLessThan(25 * 3_600_000);
    const digests = messages.filter({ has: page.getByRole('heading', { name: /^News digest/ }) });
    expect(await isSeen(digests)).toBe(true);
    expect(await digests.count()).toBe(1);
    expect(await isSeen(digests.getByText(/Edition [0-9a-f]{12}/))).toBe(true);
    expect(problems).toEqual([]);
  });
});
