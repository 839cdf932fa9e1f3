import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { askLocal } from '../support/start-program.ts';
import { openClient, type OpenedClient, type Visit } from '../support/open-client.ts';

let client: OpenedClient;

/** Whether the top of a message is in sight, or the list is scrolled to its end. */
async function scrolledTo(
  page: Page,
  message: Locator,
): Promise<'its top' | 'the end' | 'neither'> {
  const log = page.getByRole('log');
  const [outer, inner] = [await log.boundingBox(), await message.boundingBox()];
  const below = await log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
  const top = (inner?.y ?? Number.NaN) - (outer?.y ?? 0);
  if (below < 2) return 'the end';
  // The lines above it, with the day and the mark of new messages, are in sight too.
  return top >= 0 && top < 80 ? 'its top' : 'neither';
}

/** Opens the page and waits for the first digest with its map. */
async function openWithDigest(): Promise<Visit> {
  const visit = await client.visit();
  await visit.messages
    .first()
    .getByRole('img', { name: /^A map/ })
    .waitFor();
  return visit;
}

async function runDigest({ page, messages, takeCommand, answer }: Visit): Promise<Locator> {
  const before = await messages.count();
  await takeCommand('digest now');
  await page.keyboard.press('Enter');
  const digest = await answer(before);
  await digest.getByRole('img', { name: /^A map/ }).waitFor();
  return digest;
}

describe.skipIf(skipWithoutBrowser)('the position in the messages', () => {
  beforeAll(async () => {
    client = await openClient();
    // A visit that begins before the first digest would scroll to its end.
    await vi.waitFor(
      async () => {
        const shown = JSON.stringify(await askLocal(client.local.url, 'messages'));
        if (!shown.includes('News digest')) throw new Error('The first digest is not there.');
      },
      { timeout: 30_000, interval: 50 },
    );
  });
  afterAll(() => client.close());

  it('is the top of the digest on a first visit, and its end on the next', async () => {
    const visit = await openWithDigest();
    await expect.poll(() => scrolledTo(visit.page, visit.messages.first())).toBe('its top');
    expect(await visit.page.getByRole('separator', { name: 'New' }).count()).toBe(0);
    await visit.page.reload();
    await visit.messages
      .first()
      .getByRole('img', { name: /^A map/ })
      .waitFor();
    await expect.poll(() => scrolledTo(visit.page, visit.messages.last())).toBe('the end');
  });

  it('is the top of an answer that is taller than the window', async () => {
    const visit = await openWithDigest();
    const digest = await runDigest(visit);
    await expect.poll(() => scrolledTo(visit.page, digest)).toBe('its top');
    await visit.page.getByRole('button', { name: 'Jump to the latest' }).click();
    await expect.poll(() => scrolledTo(visit.page, visit.messages.last())).toBe('the end');
  });

  it('is the end if the answer is short', async () => {
    const visit = await openWithDigest();
    const { page, messages, takeCommand, answer } = visit;
    const before = await messages.count();
    await takeCommand('schedule list');
    await page.keyboard.press('Enter');
    await answer(before);
    await expect.poll(() => scrolledTo(visit.page, visit.messages.last())).toBe('the end');
  });

  it('is the first message since the last visit', async () => {
    const visit = await openWithDigest();
    await visit.page.goto('about:blank');
    const other = await openWithDigest();
    await other.box.focus();
    await other.page.getByRole('combobox', { name: 'You are' }).selectOption({ label: 'Reader' });
    await other.messages.first().waitFor();
    const before = await other.messages.count();
    await other.takeCommand('latest');
    await other.page.keyboard.press('Enter');
    await other.answer(before);
    await visit.page.goto(client.local.url);
    await visit.page.getByRole('separator').filter({ hasText: 'New' }).waitFor();
    await expect.poll(() => scrolledTo(visit.page, visit.messages.last())).toBe('its top');
  });

  it('does not change when a picture is loaded late', async () => {
    const { page } = await client.visit();
    await page
      .getByRole('img', { name: /^A map/ })
      .first()
      .waitFor();
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\.png/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    const picture = page.getByRole('img', { name: /^A map/ }).first();
    await picture.waitFor();
    const height = async () => (await picture.boundingBox())?.height ?? 0;
    const without = await height();
    expect(without).toBeGreaterThan(200);
    release();
    await expect
      .poll(() =>
        picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBeGreaterThan(0);
    expect(Math.abs((await height()) - without)).toBeLessThan(1);
  });
});
