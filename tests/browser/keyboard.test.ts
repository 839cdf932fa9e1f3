import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openClient, type OpenedClient } from '../support/open-client.ts';

let client: OpenedClient;

/** The focused element, with the name `body` if nothing has the focus. */
interface Focused {
  readonly name: string;
  readonly isInSight: boolean;
  readonly isMarked: boolean;
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate<Focused>(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const { top, left, bottom, right } = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    // A field in the composer is marked by its box.
    const box = at.closest('.box');
    return {
      name: at === document.body ? 'body' : (at.ariaLabel ?? at.labels?.[0]?.innerText ?? at.textContent).trim(),
      isInSight: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      isMarked: style.outlineStyle !== 'none' || (box !== null && box.matches(':focus-within')),
    };
  })()`);
const name = async (page: Page): Promise<string> => (await focused(page)).name;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe.skipIf(skipWithoutBrowser)('the keyboard', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());

  it('reaches everything by Tab, and the focus is always visible', async () => {
    const { page } = await client.visit();
    const walked: Focused[] = [];
    do {
      await press(page, 'Tab');
      walked.push(await focused(page));
    } while (walked.at(-1)?.name !== 'body' && walked.length < 60);
    const steps = walked.slice(0, -1);
    expect(steps.filter((step) => !step.isInSight || !step.isMarked)).toEqual([]);
    const names = steps.map((step) => step.name);
    expect(names[0]).toBe('Skip to the message box');
    for (const wanted of [
      'The Reading Room',
      'announcements',
      'Use the dark theme',
      'What the bot sent',
      'Clock',
      'Messages in world-news',
      'More for this message',
      'Do not show this again',
      'Message #world-news',
      'Close Members',
    ]) {
      // What has new messages says so behind its name.
      expect(names.filter((one) => one.startsWith(wanted))).not.toEqual([]);
    }
  });

  it('skips to the message box, and typing among the messages writes there', async () => {
    const { page, box } = await client.visit();
    await press(page, 'Tab', 'Enter');
    expect(await name(page)).toBe('Message #world-news');
    await page.getByRole('log').focus();
    await page.keyboard.type('Hi');
    expect(await box.inputValue()).toBe('Hi');
  });

  it('moves between the regions in both directions', async () => {
    const { page } = await client.visit();
    const walked: string[] = [];
    for (const key of ['F6', 'F6', 'F6', 'F6', 'F6', 'F6', 'Shift+F6']) {
      await press(page, key);
      walked.push(await name(page));
    }
    expect(walked).toEqual(['Servers', 'Channels', 'You', 'Messages', 'Write', 'Members', 'Write']);
  });

  it.each([
    ['closing a panel', 'Close Members', 'Members'],
    ['dismissing the hint', 'Do not show this again', 'Message #world-news'],
  ])('moves the focus to a useful element after %s', async (_what, button, next) => {
    const { page } = await client.visit();
    await page.getByRole('button', { name: button }).focus();
    await press(page, 'Enter');
    await expect.poll(() => name(page)).toBe(next);
  });

  it('moves the focus to the messages after one is dismissed', async () => {
    const { page, messages, takeCommand, answer } = await client.visit();
    const before = await messages.count();
    await takeCommand('help');
    await press(page, 'Enter');
    const dismiss = (await answer(before)).getByRole('button', { name: 'Dismiss' });
    await dismiss.focus();
    await press(page, 'Enter');
    await dismiss.waitFor({ state: 'detached' });
    await expect.poll(() => name(page)).toBe('Messages in world-news');
  });

  it('keeps the focus among the buttons of an answer, and in sight', async () => {
    const { page, messages, takeCommand, answer } = await client.visit();
    const before = await messages.count();
    await takeCommand('summarize');
    await page.keyboard.type('article:');
    await isSeen(page.getByRole('option', { name: /Notre-Dame/ }));
    await press(page, 'Enter', 'Enter');
    const summary = await answer(before);
    await summary.getByRole('button', { name: 'Long' }).focus();
    await press(page, 'Enter');
    await summary.getByRole('button', { name: 'Long', disabled: true }).waitFor();
    await expect.poll(() => name(page)).toBe('Short');
    expect((await focused(page)).isInSight).toBe(true);
  });

  it('opens a message’s menu, moves in it, and returns after Escape', async () => {
    const { page, messages } = await client.visit();
    const more = messages.first().getByRole('button', { name: 'More for this message' });
    await more.focus();
    await press(page, 'Enter');
    await page.getByRole('menu').waitFor();
    expect(await name(page)).toBe('Summarize');
    await press(page, 'ArrowDown');
    expect(await name(page)).toBe('What the bot sent');
    await press(page, 'Escape');
    expect(await name(page)).toBe('More for this message');
  });

  it('chooses the focused item of a menu, however it got the focus', async () => {
    const { page, messages } = await client.visit();
    await messages.first().getByRole('button', { name: 'More for this message' }).focus();
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'What the bot sent' }).focus();
    await press(page, 'Enter');
    await expect.poll(() => name(page)).toBe('What the bot sent');
    expect(await isSeen(page.getByRole('meter').first())).toBe(true);
    await press(page, 'Escape');
    await page.getByRole('meter').first().waitFor({ state: 'detached' });
    await expect.poll(() => name(page)).toBe('What the bot sent');
  });

  it('opens a channel with Enter, and can write there at once', async () => {
    const { page } = await client.visit();
    await page.getByRole('link', { name: 'bot-test' }).focus();
    await press(page, 'Enter');
    await page.getByRole('heading', { name: 'bot-test', level: 1 }).waitFor();
    expect(await name(page)).toBe('bot-test');
    await press(page, 'F6', 'F6', 'F6');
    await page.keyboard.type('hello');
    expect(await page.getByLabel('Message #bot-test').inputValue()).toBe('hello');
  });

  it('moves the clock', async () => {
    const { page } = await client.visit();
    await page.getByRole('button', { name: 'Clock', exact: true }).focus();
    await press(page, 'Enter', 'Shift+F6', 'Tab', 'Tab', 'Enter');
    expect(await isSeen(page.getByText(/^The clock has moved/))).toBe(true);
  });

  it('moves through options in both directions, and leaves the command', async () => {
    const { page, box, takeCommand, choices } = await client.visit();
    await takeCommand('latest');
    expect(await isSeen(choices.filter({ hasText: 'count' }))).toBe(true);
    await page.keyboard.type('count');
    await press(page, 'Enter');
    expect(await name(page)).toBe('count');
    await page.keyboard.type('900');
    await press(page, 'Enter');
    expect(await isSeen(page.getByRole('alert').filter({ hasText: /^Write a number from/ }))).toBe(
      true,
    );
    expect(await name(page)).toBe('count');
    await press(page, 'Tab');
    expect(await name(page)).toBe('Add an option');
    await press(page, 'Shift+Tab');
    expect(await name(page)).toBe('count');
    await press(page, 'Escape', 'Escape');
    await box.waitFor();
    expect(await name(page)).toBe('Message #world-news');
  });

  it('announces how many commands match', async () => {
    const { page, box } = await client.visit();
    const heard = page.getByRole('status').filter({ hasText: /choice|match/ });
    await box.focus();
    await page.keyboard.type('/summ');
    await expect.poll(() => heard.innerText()).toMatch(/^\d+ choices$|^1 choice$/);
    await page.keyboard.type('xyz');
    await expect.poll(() => heard.innerText()).toBe('No commands match.');
  });
});
