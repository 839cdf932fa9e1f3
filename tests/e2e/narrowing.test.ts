import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Locale } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonId, messageOf, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const DAY_MS = 86_400_000;

let folder: string;
let world: RunningBot;
let now = new Date('2025-02-01T18:00:00Z');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const reports = Array.from({ length: 7 }, (_, n) => ({
    title: `Spain: flood report ${n + 1}`,
    text: `The flood reached street ${n + 1} of the old town on Friday. Nobody was hurt, officials said.`,
    source: 'Harbour Post',
    publishedAt: new Date(Date.UTC(2025, 0, 31 - n, 20)).toISOString(),
  }));
  const elsewhere = {
    title: 'Peru: flood report',
    text: 'The flood came at night.',
    publishedAt: '2025-01-01',
  };
  const lines = [...reports, elsewhere].map((article) => JSON.stringify(article));
  await writeFile(join(folder, 'news.jsonl'), lines.join('\n'));
  world = await runBot({ now: () => now, env: { ARTICLE_FOLDERS: folder } });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const german = () => world.discord.asUser(world.discord.memberId, { locale: Locale.German });
const english = () => world.discord.asUser(world.discord.managerId, { locale: Locale.EnglishGB });

describe('a list that was narrowed in German', () => {
  it.each([
    ['search', { query: 'flood', country: 'Spanien', language: 'Englisch' }],
    ['search', { query: 'flood country:Spanien lang:Englisch' }],
    ['latest', { country: 'Spanien', language: 'Englisch' }],
    ['latest', { topic: 'flood country:Spanien lang:Englisch' }],
  ])('shows its next page to an English reader: /%s %o', async (name, options) => {
    const first = messageOf(await german().runCommand(name, options));
    expect(textOf(first)).toContain('1–5 of 7');
    const next = await english().pressButton(first.id, buttonId(first, 'Next'));
    expect(next.kind).toBe('updated');
    const shown = unescapeMarkdown(textOf(messageOf(next)));
    expect(shown).toContain('6–7 of 7');
    expect(shown).toContain('Spain: flood report 7');
    expect(shown).toContain('about Spain');
    expect(shown).toContain('in English');
  });
});

describe('a list since "7d"', () => {
  it('is the same list if its page is turned the next day', async () => {
    const options = { query: 'flood', since: '7d' };
    const first = messageOf(await german().runCommand('search', options));
    expect(textOf(first)).toContain('1–5 of 7');
    now = new Date(now.getTime() + DAY_MS);
    const next = await english().pressButton(first.id, buttonId(first, 'Next'));
    expect(textOf(messageOf(next))).toContain('6–7 of 7');
  });
});
