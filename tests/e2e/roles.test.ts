import { join } from 'node:path';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresIsAvailable, startPostgres } from '../support/local-postgres.ts';
import type { LocalServer } from '../support/local-server.ts';
import { nodeArguments } from '../support/node-arguments.ts';
import { openSite, type Site } from '../support/open-site.ts';
import { startProgram, type Program } from '../support/start-program.ts';

const PROGRAM = nodeArguments(join(import.meta.dirname, '../../src/main.ts'));
/** Longer than the slot may take to come. */
const SLOT_MS = 180_000;

const PARAGRAPHS = [
  'The new bridge over the harbour opened on Monday after three years of work, the city said.',
  'Some 40,000 people a day are expected to cross it, most of them on foot or by bicycle.',
  'The bridge cost 120 million euros, which is 20 million more than was planned at first.',
  'Engineers had to begin again twice because the ground of the harbour was softer than expected.',
  'The old ferry will run for another year, and its crew of 14 will then work for the port.',
  'Residents of the northern shore had asked for a bridge since the flood of 1962 cut them off.',
  'Cars are not allowed on it, but ambulances may cross if the tunnel in the east is closed.',
];

let postgres: LocalServer;
let discord: LocalDiscord;
let site: Site;
const programs: Program[] = [];

function start(role: string, options: readonly string[] = [], env = {}): Program {
  const program = startProgram(
    {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORE_URL: postgres.url,
      ALLOWED_ADDRESSES: `127.0.0.1:${new URL(site.origin).port}`,
      ...env,
    },
    PROGRAM,
    process.execPath,
    ['--role', role, ...options],
  );
  programs.push(program);
  return program;
}

/** All that is in a message, as JSON. */
const shownText = (message: object): string => JSON.stringify(message);

/** The bot's messages in a channel. */
const posted = (channelId: string) =>
  discord.state.messages(channelId).filter(({ author }) => author.id === discord.applicationId);

// Processes with roles share a PostgreSQL store. Without a server for tests, they are skipped.
describe.skipIf(!postgresIsAvailable)('a bot of several processes', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    discord = await openLocalDiscord({ maxConcurrency: 2 });
    site = await openSite('Harbour Post');
    site.publish({
      path: '/bridge',
      title: 'Bridge opens over the harbour',
      at: new Date(),
      paragraphs: PARAGRAPHS,
    });
  });
  afterAll(async () => {
    for (const program of programs) program.process.kill('SIGKILL');
    await Promise.all(programs.map(({ exitCode }) => exitCode));
    await site.close();
    await discord.close();
    await postgres.stop();
  });

  it('reads, answers and posts, and goes on when one of two that post is killed', async () => {
    // Without a token, another role would open a Discord on this machine.
    const ingest = start('ingest', [], { SOURCES: site.feedUrl, DISCORD_TOKEN: '' });
    // Only the other one needs the list.
    const gateways = ['0/2', '1/2'].map((shards) =>
      start('gateway', ['--shards', shards], { SOURCES: 'only-where-it-is-read.json' }),
    );
    const [one, other] = [start('deliver'), start('deliver')];
    await Promise.all([...gateways, one, other].map((each) => each.seeLine(/articles loaded/)));
    expect(discord.faults.gateway.counts).toMatchObject({ identified: 2, limited: 0 });

    const manager = discord.asUser(discord.managerId);
    const latest = async (): Promise<string> => {
      const outcome = await manager.runCommand('latest');
      return outcome.kind === 'replied' ? shownText(outcome.message) : outcome.kind;
    };
    await expect.poll(latest, { timeout: 60_000 }).toContain('Bridge opens over the harbour');

    // Neither the minute that is nearly over nor one that is far away.
    const time = new Date(Date.now() + 65_000).toISOString().slice(11, 16);
    const added = await manager.runCommand('schedule add', { time, zone: 'UTC' });
    expect(added.kind === 'replied' && shownText(added.message)).toContain(time);
    const before = posted(discord.channelId).length;
    one.process.kill('SIGKILL');
    const digests = () => posted(discord.channelId).slice(before);
    await expect.poll(() => digests().length, { timeout: SLOT_MS }).toBe(1);
    expect(shownText(digests()[0]!)).toContain('Bridge opens over the harbour');
    // It says so once the message is recorded.
    await other.seeLine(/posted an edition/);

    expect(ingest.read()).not.toContain('Discord on this machine');

    // Only the process that reads the sources joins the stories.
    const stories = await manager.runCommand('stories');
    expect(stories.kind === 'replied' && shownText(stories.message)).toContain('Bridge opens');
  });

  it('answers by HTTP, too', async () => {
    const http = start('http', [], { INTERACTIONS_ADDRESS: '127.0.0.1:0' });
    const port = await http.seeLine(/"port":(\d+).*listening for interactions/);
    await http.seeLine(/articles loaded/);
    const response = await fetch(`${discord.apiUrl}/v10/applications/@me`, {
      method: 'PATCH',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ interactions_endpoint_url: `http://127.0.0.1:${port}/` }),
    });
    expect(response.status).toBe(200);
    const outcome = await discord
      .asUser(discord.memberId)
      .runCommand('search', { query: 'bridge' });
    expect(outcome.kind === 'replied' && shownText(outcome.message)).toContain('Bridge opens');
  });

  it('ends each process when it is asked to', async () => {
    const running = programs.filter(({ process: { signalCode } }) => signalCode === null);
    for (const { process: child } of running) child.kill('SIGTERM');
    expect(await Promise.all(running.map(({ exitCode }) => exitCode))).toEqual(
      running.map(() => 0),
    );
    for (const program of running) expect(program.read()).not.toMatch(/"level":[56]0/);
  });
});
