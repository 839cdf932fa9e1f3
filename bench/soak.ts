import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { explainLines } from './soak/explain-lines.ts';
import { checkSlots, untilSettled } from './soak/check-slots.ts';
import { injectFaults, type HappenedFault } from './soak/inject-faults.ts';
import type { LogLine } from './soak/log-lines.ts';
import { openHouses, type Houses } from './soak/open-houses.ts';
import { openRestartablePostgres } from './soak/restartable-postgres.ts';
import { startPeople } from './soak/people.ts';
import { openPlace, planDigests } from './soak/plan-channels.ts';
import { planFaults } from './soak/plan-faults.ts';
import { printFigures } from './soak/print-figures.ts';
import { startMembers, type Members, type StoreKind } from './soak/start-members.ts';
import { watchMachine } from './soak/watch-machine.ts';

const HOUSES = 2;
const FEEDS = 24;
const MINUTE_MS = 60_000;
/** Without faults at the beginning and at the end, so that what is under way can settle. */
const CALM_MS = { first: 20_000, last: 40_000 } as const;
/** For how long interactions come the same way: at the gateway, or by HTTP. */
const SAME_WAY_MS = 3 * MINUTE_MS;

interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly store: StoreKind;
}

/**
 * Runs the bot for a while with people, publishers and schedules, while Discord, publishers and PostgreSQL fail by
 * a schedule of a seed. Prints what it took, and fails if a slot was lost or posted twice, if memory or the event
 * loop is not as it should be, or if a warning or error is in a log that no fault explains.
 *
 * `npm run bench -- soak --minutes=5 --seed=1 --store=postgres` are its options; by default 30 minutes on PostgreSQL.
 */
export async function run(): Promise<void> {
  const options = readOptions(process.argv);
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'dateline-soak-'));
  const postgres = options.store === 'postgres' ? await openRestartablePostgres() : undefined;
  const storeUrl = postgres?.url ?? `sqlite:${join(folder, 'store.sqlite')}`;
  const discord = await openLocalDiscord();
  const houses = await openHouses(options.seed, HOUSES, FEEDS);
  const lines: LogLine[] = [];
  let members: Members | undefined;
  try {
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORE_URL: storeUrl,
      ARTICLE_FOLDERS: writeEmptyFolder(folder),
      SOURCES: writeSources(folder, houses),
      ALLOWED_ADDRESSES: houses.allowedAddresses,
      POLL_MIN_MINUTES: '1',
      POLL_MAX_MINUTES: '2',
    };
    const place = openPlace(discord);
    members = await startMembers(options.store, env, (line) => lines.push(line));
    await untilAnswered(discord);
    await planDigests(place);

    const startedAt = Date.now();
    const endsAt = startedAt + options.minutes * MINUTE_MS;
    const happened: HappenedFault[] = [];
    const watched = watchMachine(members.all, postgres);
    const people = startPeople(place.users, options.seed);
    const ways = alternateWays(discord, members, endsAt);
    const planned = planFaults({
      seed: options.seed,
      fromMs: CALM_MS.first,
      untilMs: options.minutes * MINUTE_MS - CALM_MS.last,
      feeds: FEEDS,
      houses: HOUSES,
      hasPostgres: postgres !== undefined,
    });
    const injecting = injectFaults(
      planned,
      { discord, houses, ...(postgres && { postgres }) },
      happened,
    );
    await sleep(endsAt - Date.now());
    await people.stop();
    await injecting;
    discord.faults.releaseAll();
    await watched.stop();
    const lastSlot = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
    await untilSettled(storeUrl, lastSlot);
    const exits = await Promise.all(
      members.all.map(async (member) => [member.name, await member.stop()] as const),
    );
    await ways;
    printFigures({
      ...options,
      watched,
      happened,
      met: discord.faults.met,
      gateway: discord.faults.gateway.counts,
      commands: people.commands,
      slots: await checkSlots(storeUrl, discord, lastSlot),
      groups: explainLines(lines, {
        happened,
        met: discord.faults.met.map(({ request, at }) => ({ path: request.path, at })),
      }),
      exits,
    });
  } finally {
    await Promise.all(members?.all.map((member) => member.stop()) ?? []);
    houses.close();
    await discord.close();
    await postgres?.close();
    rmSync(folder, { recursive: true });
  }
}

function readOptions(argv: readonly string[]): SoakOptions {
  const read = (name: string, usual: string): string =>
    argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual;
  const store = read('store', 'postgres');
  if (store !== 'postgres' && store !== 'sqlite') throw new Error(`There is no store ${store}.`);
  return { minutes: Number(read('minutes', '30')), seed: Number(read('seed', '1')), store };
}

function writeSources(folder: string, { feedUrls }: Houses): string {
  const path = join(folder, 'sources.json');
  writeFileSync(path, JSON.stringify(feedUrls.map((url, at) => ({ name: `Feed ${at}`, url }))));
  return path;
}

/** Otherwise the inbox of this checkout would be read. */
function writeEmptyFolder(folder: string): string {
  return mkdtempSync(join(folder, 'articles-'));
}

/** Waits until Discord offers the commands and the bot answers one. */
async function untilAnswered(discord: LocalDiscord): Promise<void> {
  const manager = discord.asUser(discord.managerId);
  while ((await manager.runCommand('status')).kind !== 'replied') await sleep(500);
}

/** Lets interactions come at the gateway and by HTTP in turn, if a process listens for them. */
async function alternateWays(
  { apiUrl, token, state }: LocalDiscord,
  { endpointUrl }: Members,
  endsAt: number,
): Promise<void> {
  if (endpointUrl === undefined) return;
  const response = await fetch(`${apiUrl}/v10/applications/@me`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ interactions_endpoint_url: endpointUrl }),
  });
  if (!response.ok) throw new Error(`The endpoint was refused: ${await response.text()}`);
  const { application } = state.world;
  for (let isHttp = true; Date.now() < endsAt; isHttp = !isHttp) {
    application.interactionsEndpoint = isHttp ? endpointUrl : undefined;
    await sleep(Math.min(SAME_WAY_MS, endsAt - Date.now()));
  }
}
