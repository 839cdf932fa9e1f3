import type { Interaction, ModalSubmitInteraction } from 'discord.js';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '@dateline/local-discord';
import { openWorld, type World } from '@dateline/local-discord/testing';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { seriousFaults } from '@dateline/local-discord/testing/serious-faults';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openVisit, type Visit } from '../support/open-client.ts';

const options = ['North', 'South', 'West'].map((label) => ({ label, value: label.toLowerCase() }));
const labelled = (label: string, component: object) => ({ type: 18, label, component });

/** A modal from a command, with a text input, a few choices and uploads. */
const report = {
  custom_id: 'report',
  title: 'Report',
  components: [
    { type: 10, content: 'Tell **exactly** what you saw.' },
    labelled('Headline', { type: 4, custom_id: 'headline', style: 1, min_length: 3 }),
    labelled('Place', { type: 21, custom_id: 'place', options }),
    labelled('Others', { type: 22, custom_id: 'others', options, max_values: 2 }),
    labelled('Pictures', { type: 19, custom_id: 'pictures', required: false, max_values: 2 }),
  ],
};

/** A modal from a button, with menus, a checkbox and a text input in a row, as older modals have it. */
const wishes = {
  custom_id: 'wishes',
  title: 'Wishes',
  components: [
    labelled('Region', { type: 3, custom_id: 'region', options }),
    labelled('Reader', { type: 5, custom_id: 'reader', required: false }),
    labelled('Where', { type: 8, custom_id: 'where', channel_types: [0] }),
    labelled('Loudly', { type: 23, custom_id: 'loudly' }),
    {
      type: 1,
      components: [{ type: 4, custom_id: 'why', style: 2, label: 'Why', required: false }],
    },
  ],
};

const submitted: ModalSubmitInteraction[] = [];

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isModalSubmit()) {
    submitted.push(interaction);
    return await interaction.reply(`Thank you for ${interaction.customId}`);
  }
  if (interaction.isButton()) return await interaction.showModal(wishes as never);
  if (!interaction.isChatInputCommand()) return undefined;
  if (interaction.commandName === 'report') return await interaction.showModal(report as never);
  const button = { type: 2, style: 1, custom_id: 'wish', label: 'Wish' };
  return await interaction.reply({ components: [{ type: 1, components: [button] }] });
}

let world: World;
let browser: Browser;
let visit: Visit;
let dialog: Locator;

describe.skipIf(skipWithoutBrowser)('a modal', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    world = await openWorld({ openPage: () => openPage(), rateLimits: false }, answer);
    await world.client.application.commands.set(
      ['report', 'wish'].map((name) => ({ name, description: 'Opens a form' })),
    );
  });
  afterAll(async () => {
    await browser.close();
    await world[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    submitted.length = 0;
    visit = await openVisit(browser, world.discord.url);
    dialog = visit.page.getByRole('dialog');
  });

  async function openReport(): Promise<void> {
    await visit.takeCommand('report');
    await visit.page.keyboard.press('Enter');
    await dialog.waitFor();
  }

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await visit.page.keyboard.press(key);
  };
  /** Role and name of the focused element. */
  const focused = () => visit.page.locator(':focus').first().ariaSnapshot();

  it('from a command is filled in and sent by the keyboard', async () => {
    const before = await visit.messages.count();
    await openReport();
    expect(await dialog.locator('strong').innerText()).toBe('exactly');
    await visit.page.keyboard.type('Flood in the valley');
    await press('Tab', 'Space', 'ArrowDown', 'Tab', 'Space', 'Tab', 'Tab', 'Space');
    await dialog.getByLabel('Pictures', { exact: true }).setInputFiles([
      { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') },
      { name: 'dot.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
    ]);
    await dialog.getByRole('button', { name: 'Remove dot.png' }).waitFor();
    await dialog.getByLabel('Headline').focus();
    await press('Enter');
    expect(await (await visit.answer(before)).ariaSnapshot()).toContain('Thank you for report');
    expect(await dialog.count()).toBe(0);
    const fields = submitted[0]?.fields;
    expect(fields?.getTextInputValue('headline')).toBe('Flood in the valley');
    expect(fields?.getRadioGroup('place')).toBe('south');
    expect(fields?.getCheckboxGroup('others')).toEqual(['north', 'west']);
    const files = [...(fields?.getUploadedFiles('pictures')?.values() ?? [])];
    expect(files.map(({ name, size, contentType }) => [name, size, contentType])).toEqual([
      ['a.txt', 5, 'text/plain; charset=utf-8'],
      ['dot.png', 4, 'application/octet-stream'],
    ]);
    expect(visit.problems).toEqual([]);
  });

  it('marks invalid fields, focuses the first one, and is not sent', async () => {
    await openReport();
    await visit.page.keyboard.type('ab');
    await press('Enter');
    await dialog.getByText('Write 3 to 4000 characters; there are 2.').waitFor();
    expect(await dialog.getByText('This field is required.').count()).toBe(2);
    expect(await focused()).toContain('Headline');
    expect(await dialog.getByLabel('Headline').getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
    await visit.page.keyboard.type('c');
    await press('Enter');
    await expect.poll(focused).toContain('North');
    await press('Space');
    for (const place of ['North', 'South', 'West']) {
      await dialog.getByRole('checkbox', { name: place }).check();
    }
    await press('Enter');
    await dialog.getByText('Choose 1 to 2; there are 3.').waitFor();
    expect(submitted).toEqual([]);
    expect(visit.problems).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('has no serious fault for axe in %s', async (colorScheme) => {
    visit = await openVisit(browser, world.discord.url, { colorScheme });
    dialog = visit.page.getByRole('dialog');
    await openReport();
    await press('Enter');
    await dialog.getByText('This field is required.').first().waitFor();
    expect(await seriousFaults(visit.page)).toEqual([]);
  });

  it('closes with Escape, and returns the focus', async () => {
    await openReport();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(focused).toContain('Message #');
    await openReport();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(submitted).toEqual([]);
  });

  it('from a button can be filled in by the keyboard: menus, a checkbox and an old row', async () => {
    const before = await visit.messages.count();
    await visit.takeCommand('wish');
    await press('Enter');
    const message = await visit.answer(before);
    await message.getByRole('button', { name: 'Wish' }).focus();
    await press('Enter');
    await dialog.waitFor();
    // The button has been answered and waits no longer.
    const busy = message.locator('[aria-busy="true"]');
    await expect.poll(() => busy.count()).toBe(0);
    await expect.poll(focused).toContain('Region');
    await press('Enter', 'ArrowDown', 'Enter');
    await dialog.getByRole('button', { name: 'Region, required: South' }).waitFor();
    // Escape closes an open menu first, not the whole modal.
    await dialog.getByRole('button', { name: /^Reader/ }).focus();
    await press('Enter');
    await dialog.getByRole('listbox').waitFor();
    await press('Escape');
    await dialog.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await dialog.count()).toBe(1);
    await press('Tab', 'Enter', 'Enter');
    await dialog.getByRole('button', { name: 'Where, required: world-news' }).waitFor();
    await press('Tab', 'Space', 'Tab');
    await visit.page.keyboard.type('Because');
    await dialog.getByRole('button', { name: 'Submit' }).focus();
    await press('Enter');
    expect(await isSeen(visit.messages.filter({ hasText: 'Thank you for wishes' }))).toBe(true);
    const fields = submitted[0]?.fields;
    expect(fields?.getStringSelectValues('region')).toEqual(['south']);
    expect(fields?.getSelectedUsers('reader')).toBeNull();
    expect(fields?.getSelectedChannels('where')?.size).toBe(1);
    expect(fields?.getCheckbox('loudly')).toBe(true);
    expect(fields?.getTextInputValue('why')).toBe('Because');
    expect(visit.problems).toEqual([]);
  });

  // This test must be the last, because it ends the bot.
  it('says if the bot does not respond, and can be sent again', async () => {
    await openReport();
    await visit.page.keyboard.type('Flood');
    await dialog.getByRole('radio', { name: 'North' }).check();
    await dialog.getByRole('checkbox', { name: 'North' }).check();
    await world.client.destroy();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('The application did not respond').waitFor();
    expect(await dialog.getByLabel('Headline').inputValue()).toBe('Flood');
    expect(await dialog.getByRole('button', { name: 'Submit' }).isEnabled()).toBe(true);
  });
});
