import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openClient,
  skipWithoutBrowser,
  type OpenedClient,
  type Visit,
} from '../support/open-client.ts';

let client: OpenedClient;

/** How far a message begins below the upper edge of the list, and how far the list ends below the lower. */
async function place(page: Page, message: Locator): Promise<{ top: number; below: number }> {
  const log = page.getByRole('log');
  const [outer, inner] = [await log.boundingBox(), await message.boundingBox()];
  const below = await log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
  return { top: (inner?.y ?? Number.NaN) - (outer?.y ?? 0), below };
}

/** Waits until a message begins at the upper edge of the list, with what belongs above it. */
async function beginsAtTop({ page }: Visit, message: Locator): Promise<void> {
  await expect.poll(async () => (await place(page, message)).top).toBeLessThan(80);
  expect((await place(page, message)).top).toBeGreaterThanOrEqual(0);
  expect((await place(page, message)).below).toBeGreaterThan(100);
}

async function isAtEnd({ page, messages }: Visit): Promise<void> {
  await expect.poll(async () => (await place(page, messages.last())).below).toBeLessThan(2);
}

/** Opens the page and waits for the first digest with its map. */
async function come(): Promise<Visit> {
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

describe.skipIf(skipWithoutBrowser)('the place where one reads', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());

  it('is the head of the digest on a first visit, and its end on the next', async () => {
    const visit = await come();
    await beginsAtTop(visit, visit.messages.first());
    expect(await visit.page.getByRole('separator', { name: 'New' }).count()).toBe(0);
    await visit.page.reload();
    await visit.messages
      .first()
      .getByRole('img', { name: /^A map/ })
      .waitFor();
    await isAtEnd(visit);
  });

  it('is the head of an answer that is taller than the window', async () => {
    const visit = await come();
    await beginsAtTop(visit, await runDigest(visit));
    await visit.page.getByRole('button', { name: 'Jump to the latest' }).click();
    await isAtEnd(visit);
  });

  it('is the end where the answer is short', async () => {
    const visit = await come();
    const { page, messages, takeCommand, answer } = visit;
    const before = await messages.count();
    await takeCommand('schedule list');
    await page.keyboard.press('Enter');
    await answer(before);
    await isAtEnd(visit);
  });

  it('is what came since the last visit', async () => {
    const visit = await come();
    await visit.page.goto('about:blank');
    const other = await come();
    await other.box.focus();
    await other.page.getByRole('combobox', { name: 'You are' }).selectOption({ label: 'Reader' });
    await other.messages.first().waitFor();
    const before = await other.messages.count();
    await other.takeCommand('latest');
    await other.page.keyboard.press('Enter');
    await other.answer(before);
    await visit.page.goto(client.local.url);
    await visit.page.getByRole('separator').filter({ hasText: 'New' }).waitFor();
    await beginsAtTop(visit, visit.messages.last());
  });

  it('does not move when a picture comes late', async () => {
    const { page } = await client.visit();
    await page
      .getByRole('img', { name: /^A map/ })
      .first()
      .waitFor();
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
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
    letGo();
    await expect
      .poll(() =>
        picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBeGreaterThan(0);
    expect(Math.abs((await height()) - without)).toBeLessThan(1);
  });
});
