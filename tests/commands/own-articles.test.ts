import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Article } from '../../src/article/article.ts';
import type { SlashCommand } from '../../src/command/command.ts';
import { servicesFor } from '../../src/command/services-for.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { readSamples } from '../support/read-samples.ts';
import { runCommand, suggest } from '../support/run-command.ts';

const HERE = '100';
const NOW = new Date('2024-12-09T08:00:00Z');
const ENGLISH = { languages: ['en'], basis: 'server', zone: 'UTC' } as const;

const RUNS: readonly (readonly [name: string, given: object, subcommand?: string])[] = [
  ['latest', { topic: 'earthquake' }],
  ['stories', {}],
  ['stories', { topic: 'flood', language: 'all', min_publishers: 2 }],
  ['story', { story: 'assad' }],
  ['story', { story: 'assad', view: 'coverage' }],
  ['story', { story: 'quake victims', view: 'articles' }],
  // Only an own article has all of these words.
  ['search', { query: 'Damascus zeppelin' }],
  ['search', { query: 'government' }],
  ['ask', { question: 'How many people died in the Lahaina fire?' }],
  ['digest', { stories: 10 }, 'now'],
  ['digest', { topic: 'government' }, 'now'],
  ['summarize', { article: 'Notre-Dame' }],
  ['status', {}],
  ['why', { story: 'assad' }, 'story'],
];

/** A command by its name. */
function slash(name: string): SlashCommand {
  return commands.find((one): one is SlashCommand => one.kind === 'slash' && one.name === name)!;
}

/** What someone sees of these articles in a server: every answer, its pictures and suggestions included. */
async function seeAll(articles: readonly Article[], guildId: string) {
  const services = servicesFor(await buildServices(articles), guildId);
  const context = buildContext(services, { now: NOW, guildId, usual: ENGLISH });
  const seen: Record<string, unknown> = {};
  for (const [name, given, subcommand] of RUNS) {
    const answer = runCommand(slash(name), context, { ...given }, subcommand);
    seen[JSON.stringify([name, given])] = await answer.catch(String);
  }
  for (const typed of ['', 'zepp', 'dam', 'floods'])
    seen[`story ${typed}`] = await suggest(slash('story'), context, 'story', typed);
  return seen;
}

it('answers in other servers are the same, whatever a server has for itself', async () => {
  const samples = await readSamples();
  // More reports of the same events, with more of their words, some of them newer.
  const own = samples.map((article, at) => ({
    ...article,
    id: `own-${at}`,
    title: `Zeppelin over ${article.title}`,
    text: `${article.text}\n\nThe government had a zeppelin fly over Damascus, an own reporter said.`,
    url: `https://own.example/${at}`,
    source: 'Own Post',
    publishedAt: at % 3 === 0 ? '2024-12-08T10:00:00.000Z' : article.publishedAt!,
    onlyFor: HERE,
  }));
  const without = await seeAll(samples, '200');
  expect(await seeAll([...own, ...samples], '200')).toEqual(without);
  const here = await seeAll([...own, ...samples], HERE);
  // The server itself sees them.
  const others = Object.keys(here).filter(
    (asked) => !isDeepStrictEqual(here[asked], without[asked]),
  );
  expect(others.length).toBeGreaterThan(10);
});
