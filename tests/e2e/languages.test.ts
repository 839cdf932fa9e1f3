import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEWS_BY_LANGUAGE, textOf as reportOf } from '../support/news-by-language.ts';
import { messageOf, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

let folder: string;
let world: RunningBot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const lines = NEWS_BY_LANGUAGE.map((sample) =>
    JSON.stringify({ title: sample.title, text: reportOf(sample), publishedAt: '2025-02-01' }),
  );
  await writeFile(join(folder, 'news.jsonl'), lines.join('\n'));
  const now = () => new Date('2025-02-01T18:00:00Z');
  world = await runBot({ now, env: { ARTICLE_FOLDERS: folder } });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const reader = () => world.discord.asUser(world.discord.memberId);
const manager = () => world.discord.asUser(world.discord.managerId);

describe('languages in Discord', () => {
  it('are offered by name, and narrow the newest articles and a search', async () => {
    const offered = await reader().autocomplete('latest', { option: 'language', value: 'germ' });
    expect(offered).toMatchObject({ kind: 'choices', choices: [{ name: 'German', value: 'de' }] });
    const shown = unescapeMarkdown(
      textOf(messageOf(await reader().runCommand('latest', { language: 'de' }))),
    );
    expect(shown).toContain('Bergwald bekommt eine neue Schule');
    expect(shown).toContain('1 of 1');
    const found = await reader().runCommand('search', { query: 'вокзал', language: 'ru' });
    expect(textOf(messageOf(found))).toContain('В Заречном открыли новый');
  });

  it('narrow a schedule', async () => {
    const options = { time: '08:00', language: 'fr, Deutsch' };
    const added = textOf(messageOf(await manager().runCommand('schedule add', options)));
    expect(added).toContain('in French, German');
    const [id = ''] = /[0-9a-f]{8}/.exec(added) ?? [];
    const preview = await manager().runCommand('schedule preview', { schedule: id });
    const text = unescapeMarkdown(textOf(messageOf(preview)));
    expect(text).toContain('Le conseil vote la reconstruction');
    expect(text).toContain('Bergwald bekommt');
    expect(text).not.toMatch(/\p{sc=Cyrillic}|\p{sc=Han}/u);
  });
});
