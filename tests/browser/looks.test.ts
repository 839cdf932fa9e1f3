import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '@dateline/local-discord/testing/serious-faults';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { openClient, type OpenedClient } from '../support/open-client.ts';

let client: OpenedClient;

const phone = { width: 390, height: 844 };
const smallPhone = { width: 320, height: 640 };

const theme = (page: Page) => page.locator('html').getAttribute('data-theme');

/** Every element that is partly beyond the left or right edge of the window and isn't clipped by its container. */
const tooWide = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const found = [];
    const look = (root, isCut) => {
      for (const one of root.children) {
        const { overflowX, position, clipPath } = getComputedStyle(one);
        const { left, right, width } = one.getBoundingClientRect();
        const isOut = width > 1 && (right > innerWidth + 0.5 || left < -0.5);
        if (isOut && !isCut && clipPath === 'none' && !one.matches('.skip')) found.push(one.localName + '.' + one.className);
        const cuts = isCut || ['auto', 'scroll'].includes(overflowX);
        look(one.shadowRoot ?? one, cuts);
        if (one.shadowRoot) look(one, cuts);
      }
    };
    look(document.body, false);
    if (document.scrollingElement.scrollWidth > innerWidth) found.push('the page');
    return found;
  })()`);

describe.skipIf(skipWithoutBrowser)('the layout', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());

  it.each(['dark', 'light'] as const)(
    'follows a system that is %s, also when that changes',
    async (scheme) => {
      const { page } = await client.visit({ colorScheme: scheme });
      expect(await theme(page)).toBe(scheme);
      const other = scheme === 'dark' ? 'light' : 'dark';
      await page.emulateMedia({ colorScheme: other });
      await expect.poll(() => theme(page)).toBe(other);
    },
  );

  it('remembers the chosen theme, whatever the system prefers', async () => {
    const { page, messages } = await client.visit({ colorScheme: 'light' });
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    expect(await theme(page)).toBe('dark');
    expect(await ground()).not.toBe(light);
    await page.reload();
    await messages.first().waitFor();
    expect(await theme(page)).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await theme(page)).toBe('dark');
  });

  it.each([phone, smallPhone])('fits a phone of $width pixels', async (viewport) => {
    const { page, box, choices } = await client.visit({ viewport, hasTouch: true, isMobile: true });
    expect(await tooWide(page)).toEqual([]);
    await box.fill('/');
    await choices.first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await box.fill('');
    for (const drawer of ['What the bot sent', 'Clock', 'Members']) {
      await page.getByRole('button', { name: drawer, exact: true }).tap();
      const panel = page.getByRole('complementary', { name: drawer });
      await panel.waitFor();
      expect(await tooWide(page)).toEqual([]);
      await panel.getByRole('button', { name: `Close ${drawer}` }).tap();
      await panel.waitFor({ state: 'detached' });
    }
  });

  it('opens and closes the drawers of a phone', async () => {
    const { page } = await client.visit({ viewport: phone, hasTouch: true, isMobile: true });
    const channels = page.getByRole('navigation', { name: 'Channels' });
    expect(await channels.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Servers and channels' }).tap();
    await channels.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.touchscreen.tap(370, 400);
    await channels.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Servers and channels' }).tap();
    await channels.getByRole('link', { name: 'general' }).tap();
    await page.getByRole('heading', { name: 'general', level: 1 }).waitFor();
    expect(await channels.isVisible()).toBe(false);
  });

  it('offers the menu of a message by touch', async () => {
    const { page, messages } = await client.visit({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
    });
    await messages.first().getByRole('button', { name: 'More for this message' }).tap();
    await page.getByRole('menuitem', { name: 'Summarize' }).waitFor();
    expect(await tooWide(page)).toEqual([]);
  });

  it.each([
    { what: 'at twice the size', viewport: { width: 640, height: 400 } },
    { what: 'on a phone on its side', viewport: { width: 844, height: 390 } },
  ])('leaves room to read and write $what', async ({ viewport }) => {
    const { page, box } = await client.visit({ viewport });
    const room = await page.getByRole('log').boundingBox();
    expect(room?.width).toBeGreaterThan(400);
    expect(room?.height).toBeGreaterThan(150);
    expect(await box.isVisible()).toBe(true);
    expect(await tooWide(page)).toEqual([]);
  });

  it('has no animation if the user prefers reduced motion', async () => {
    const { page } = await client.visit({ reducedMotion: 'reduce' });
    const moving = await page.evaluate<number>(
      'document.getAnimations().filter(({ effect }) => effect.getComputedTiming().duration > 1).length',
    );
    expect(moving).toBe(0);
  });

  it.each(
    (['dark', 'light'] as const).flatMap((colorScheme) =>
      [{ width: 1280, height: 800 }, phone].map((viewport) => ({ colorScheme, viewport })),
    ),
  )('has no serious fault in $colorScheme on $viewport.width pixels', async (preferences) => {
    const { page, box, choices } = await client.visit(preferences);
    expect(await seriousFaults(page)).toEqual([]);
    await box.fill('/');
    await choices.first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await box.fill('');
    await page.getByRole('button', { name: 'What the bot sent' }).click();
    await page.getByRole('meter').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clock' }).click();
    await page.getByRole('complementary', { name: 'Clock' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More for this message' }).first().click();
    await page.getByRole('menu').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
