import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OptionValues } from '@dateline/local-discord';
import { commands } from '../../commands/index.ts';
import { HARBOUR_FEED, NO_NETWORK, readFrom } from '../support/feed-readings.ts';
import { runSql } from '../support/local-postgres.ts';
import { lastMessageOf, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { openStorePlace, usesPostgres, type StorePlace } from '../support/store-place.ts';

const URL = 'https://harbour.example/feed.xml';
const OTHER_URL = 'https://other.example/feed.xml';
const NOW = new Date('2025-02-01T09:00:00.000Z');

/** What is there before the store goes: a schedule, a paused one, a feed, a paused one and what a person follows. */
const PREPARED: readonly (readonly [command: string, options: OptionValues])[] = [
  ['schedule add', { time: '08:00', zone: 'UTC' }],
  ['schedule add', { time: '09:00', zone: 'UTC', topics: 'harbour' }],
  ['sources add', { url: URL }],
  ['sources add', { url: OTHER_URL }],
  ['follow add', { topic: 'dike', zone: 'UTC' }],
  ['settings set', { zone: 'UTC' }],
];

/** Commands that store something, in a store that has what was prepared. */
const WRITING: Readonly<Record<string, (ids: Ids) => OptionValues>> = {
  'schedule add': () => ({ time: '10:00', zone: 'UTC' }),
  'schedule edit': ({ active }) => ({ schedule: active, time: '11:00' }),
  'schedule pause': ({ active }) => ({ schedule: active }),
  'schedule resume': ({ paused }) => ({ schedule: paused }),
  'schedule remove': ({ active }) => ({ schedule: active }),
  'sources add': () => ({ url: 'https://third.example/feed.xml' }),
  'sources pause': ({ feed }) => ({ source: feed }),
  'sources resume': ({ pausedFeed }) => ({ source: pausedFeed }),
  'sources remove': ({ feed }) => ({ source: feed }),
  'follow add': () => ({ topic: 'ferry', zone: 'UTC' }),
  'follow remove': ({ follow }) => ({ follow }),
  'settings set': () => ({ zone: 'Europe/Paris' }),
  'settings reset': () => ({}),
};

/** Commands that store nothing. */
const READING = [
  'latest', 'stories', 'story', 'summarize', 'search', 'ask', 'status', 'help', 'digest now', 'digest show',
  'digest history', 'schedule list', 'schedule preview', 'follow list', 'sources list', 'sources test',
  'sources export', 'why story', 'why article', 'why channel', 'settings show',
]; // prettier-ignore

interface Ids {
  readonly active: string;
  readonly paused: string;
  readonly feed: string;
  readonly pausedFeed: string;
  readonly follow: string;
}

let folder: string;
let path: string;
let place: StorePlace;
let world: RunningBot;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-gone-'));
  path = join(folder, 'store.sqlite');
  place = await openStorePlace(`sqlite:${path}`);
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  const feeds = { [URL]: HARBOUR_FEED, [OTHER_URL]: HARBOUR_FEED };
  world = await runBot({
    now: () => NOW,
    fetcher: NO_NETWORK,
    readSource: readFrom({ ...feeds, 'https://third.example/feed.xml': HARBOUR_FEED }),
    env: { STORE_URL: place.url, ARTICLE_FOLDERS: articles },
  });
});
afterEach(async () => {
  await world.close().catch(() => undefined);
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** As by somebody who tidies up. */
async function deleteStore(): Promise<void> {
  if (usesPostgres()) await runSql(place.url, 'DROP TABLE dateline_entries');
  else unlinkSync(path);
}

/** As by somebody who takes it for something else. */
async function emptyStore(): Promise<void> {
  if (usesPostgres()) await runSql(place.url, 'TRUNCATE dateline_entries');
  else writeFileSync(path, 'Some notes. '.repeat(100_000));
}

const manager = () => world.discord.asUser(world.discord.managerId);

async function run(command: string, options: OptionValues = {}): Promise<string> {
  return textOf(lastMessageOf(await manager().runCommand(command, options)));
}

async function choose(command: string, option: string): Promise<string[]> {
  const found = await manager().autocomplete(command, { option, value: '' });
  return found.kind === 'choices' ? found.choices.map(({ value }) => String(value)) : [];
}

async function prepare(): Promise<Ids> {
  for (const [command, options] of PREPARED) await run(command, options);
  const [active = '', paused = ''] = await choose('schedule pause', 'schedule');
  const [feed = '', pausedFeed = ''] = await choose('sources pause', 'source');
  const [follow = ''] = await choose('follow remove', 'follow');
  await run('schedule pause', { schedule: paused });
  await run('sources pause', { source: pausedFeed });
  expect([active, paused, feed, pausedFeed, follow]).not.toContain('');
  return { active, paused, feed, pausedFeed, follow };
}

const SAID = 'so nothing can be stored any more';

describe('a command of the bot', () => {
  it('is known here as one that stores something, or not', () => {
    const all = commands
      .filter((command) => command.kind === 'slash')
      .flatMap((command) =>
        'subcommands' in command
          ? Object.keys(command.subcommands).map((name) => `${command.name} ${name}`)
          : [command.name],
      );
    expect([...Object.keys(WRITING), ...READING].toSorted()).toEqual(all.toSorted());
  });

  it('waits for its acknowledgement if it stores something', () => {
    const atOnce = commands
      .filter((command) => command.kind === 'slash')
      .flatMap(({ name, action, subcommands = {} }) => [
        ...(action?.storesNothing ? [name] : []),
        ...Object.entries(subcommands)
          .filter(([, one]) => one.storesNothing)
          .map(([sub]) => `${name} ${sub}`),
      ]);
    expect(atOnce.toSorted()).toEqual(READING.toSorted());
  });

  it.each(Object.entries(WRITING))(
    '/%s on a store that was deleted says that nothing was stored',
    async (command, optionsFor) => {
      const ids = await prepare();
      await deleteStore();
      const answer = await run(command, optionsFor(ids));
      expect(answer).toContain(SAID);
      expect(answer).not.toContain('## ');
    },
  );

  it('that works on the store as it is says no such thing', async () => {
    const ids = await prepare();
    for (const [command, optionsFor] of Object.entries(WRITING)) {
      const answer = await run(command, optionsFor(ids));
      expect(answer, command).not.toContain(SAID);
      expect(answer, command).toContain('## ');
    }
  });

  it('that only shows what is stored shows nothing as missing, once it is known', async () => {
    await prepare();
    await emptyStore();
    expect(await run('schedule add', { time: '10:00', zone: 'UTC' })).toContain(SAID);
    for (const command of ['schedule list', 'sources list', 'follow list', 'digest history']) {
      expect(await run(command), command).toContain(SAID);
    }
  });
});
