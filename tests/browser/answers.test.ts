import type { Interaction } from 'discord.js';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '@dateline/local-discord';
import { logIn, openWorld, type World } from '@dateline/local-discord/testing';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { seriousFaults } from '@dateline/local-discord/testing/serious-faults';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openVisit, type Visit } from '../support/open-client.ts';

const row = { type: 1, components: [{ type: 2, style: 1, custom_id: 'dead', label: 'Dead' }] };

/** Answers some commands late, some to one person, and some never. */
async function answer(interaction: Interaction): Promise<unknown> {
  if (!interaction.isChatInputCommand()) return undefined;
  const { commandName } = interaction;
  if (commandName === 'think') return await interaction.deferReply();
  if (commandName === 'button') return await interaction.reply({ components: [row] });
  if (commandName === 'follow') {
    await interaction.reply('### Small\n# Large\n### Small again');
    return await interaction.followUp('Something more');
  }
  if (commandName === 'edit') {
    await interaction.reply('Before');
    return await interaction.editReply('After');
  }
  if (commandName !== 'secret') return undefined;
  await interaction.reply({ content: 'Secret 1', flags: 'Ephemeral' });
  await interaction.followUp({ content: 'Secret 2', flags: 'Ephemeral' });
  return await interaction.followUp({ content: 'Secret 3', flags: 'Ephemeral' });
}

const commands = ['think', 'button', 'secret', 'silent', 'follow', 'edit'].map((name) => ({
  name,
  description: 'Does it',
}));

let world: World;
let browser: Browser;
let visit: Visit;

describe.skipIf(skipWithoutBrowser)('answers on the page', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    world = await openWorld(
      { applicationName: 'Dateline', openPage: () => openPage(), rateLimits: false },
      answer,
    );
    await world.client.application.commands.set(commands);
  });
  afterAll(async () => {
    await browser.close();
    await world.client.destroy();
    await world.discord.close();
  });
  beforeEach(async () => {
    visit = await openVisit(browser, world.discord.url);
  });

  async function run(name: string): Promise<Locator> {
    const before = await visit.messages.count();
    await visit.takeCommand(name);
    await visit.page.keyboard.press('Enter');
    return visit.messages.nth(before);
  }

  it('are given up after the bot has thought for 15 minutes, by this Discord’s clock', async () => {
    const shown = await run('think');
    await shown.getByText('Dateline is thinking').waitFor();
    await world.discord.clock.advance(14 * 60_000);
    await shown.getByText('Dateline is thinking').waitFor();
    await world.discord.clock.advance(2 * 60_000);
    await shown.getByText('The application did not respond').waitFor();
    expect(await shown.getByText('is thinking').count()).toBe(0);
    await visit.page.reload();
    await visit.page.getByText('The application did not respond').waitFor();
    expect(visit.problems).toEqual([]);
  });

  it('to a button that never come are reported next to it, and it can be pressed again', async () => {
    const shown = await run('button');
    const button = shown.getByRole('button', { name: 'Dead' });
    await button.press('Enter');
    expect(await button.getAttribute('aria-busy')).toBe('true');
    await shown.getByText('This interaction failed').waitFor();
    expect(await button.getAttribute('aria-busy')).toBeNull();
    await button.press('Enter');
    await shown.getByText('This interaction failed').waitFor({ state: 'detached' });
  });

  it('that do not come within three seconds are replaced by a notice', async () => {
    await run('silent');
    const notice = visit.page.getByRole('alert').getByText('The application did not respond');
    expect(await isSeen(notice)).toBe(true);
  });

  it('are linked from their follow-ups, and skip no level of heading', async () => {
    const first = await run('follow');
    const second = visit.messages.filter({ hasText: 'Something more' });
    await second.getByTitle('Go to the original message').press('Enter');
    await expect.poll(() => first.evaluate((one) => one.matches(':focus'))).toBe(true);
    expect(await first.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Small',
      'Large',
    ]);
    expect(await first.getByRole('heading', { level: 4 }).innerText()).toBe('Small again');
    expect(await seriousFaults(visit.page, 'heading-order')).toEqual([]);
  });

  it('are marked as edited if they were changed', async () => {
    const shown = await run('edit');
    await shown.getByText('After').waitFor();
    expect(await isSeen(shown.getByText('(edited)'))).toBe(true);
  });

  it('for one person stay until they are dismissed, in every window and after a reload', async () => {
    await run('secret');
    const secrets = visit.messages.filter({ hasText: 'Secret' });
    await secrets.nth(2).waitFor();
    const other = await openVisit(browser, world.discord.url);
    const others = other.messages.filter({ hasText: 'Secret' });
    await others.nth(2).waitFor();
    await secrets.first().getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect.poll(() => secrets.count()).toBe(2);
    await visit.page.locator('[role="log"]:focus').waitFor();
    await expect.poll(() => others.count()).toBe(2);
    await others.first().getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect.poll(() => secrets.count()).toBe(1);
    await visit.page.reload();
    await secrets.first().waitFor();
    await visit.page.locator('[role="log"][aria-busy="false"]').waitFor();
    expect(await secrets.getByText('Secret 3').count()).toBe(1);
    expect(await secrets.count()).toBe(1);
    await lookAs('Member');
    await expect.poll(() => secrets.count()).toBe(0);
    await lookAs('Manager');
    await expect.poll(() => secrets.count()).toBe(1);
    await secrets.first().getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect.poll(() => secrets.count()).toBe(0);
    expect(visit.problems).toEqual([]);
  });

  it('can be requested by a half-written command even if the commands are registered again', async () => {
    await visit.page.getByLabel(/^Message #/).focus();
    await visit.page.keyboard.type('/si');
    await visit.choices.filter({ hasText: '/silent' }).waitFor();
    const topic = { type: 3, name: 'topic', description: 'Which', required: true };
    await world.client.application.commands.set([
      ...commands,
      { name: 'sing', description: 'Sings', options: [topic] as never },
    ]);
    await visit.choices.filter({ hasText: '/sing' }).waitFor();
    await visit.page.keyboard.press('Control+A');
    await visit.takeCommand('sing');
    await visit.page.keyboard.type('flood');
    const loud = { type: 5, name: 'loud', description: 'How', required: true };
    await world.client.application.commands.set([
      ...commands,
      { name: 'sing', description: 'Sings', options: [loud, topic] as never },
    ]);
    const group = visit.page.getByRole('group', { name: 'Command /sing' });
    await group.getByText('loud').first().waitFor();
    expect(await group.getByLabel(/topic/).first().inputValue()).toBe('flood');
    await world.client.application.commands.set(commands);
    await group.waitFor({ state: 'detached' });
    expect(await visit.page.getByLabel(/^Message #/).inputValue()).toBe('/sing');
    expect(visit.problems).toEqual([]);
  });

  it('come again after the page has shown that the bot was offline', async () => {
    const line = visit.page.getByRole('status').getByText('Dateline is offline');
    const members = visit.page.getByRole('complementary', { name: 'Members' });
    expect(await line.count()).toBe(0);
    await world.client.destroy();
    await line.waitFor();
    await members.getByRole('listitem').filter({ hasText: 'Offline' }).waitFor();
    const newClient = await logIn(world.discord, {}, answer);
    await line.waitFor({ state: 'detached' });
    const shown = await run('button');
    await shown.getByRole('button', { name: 'Dead' }).waitFor();
    await newClient.destroy();
    expect(visit.problems).toEqual([]);
  });
});

async function lookAs(name: string): Promise<void> {
  await visit.page.getByLabel('You are').selectOption({ label: name });
}
