import { access, constants, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { ENVIRONMENT, parseConfig, type Config } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { readSourceList } from '../../ingest/sources/read-source-list.ts';
import { READERS } from '../../run/watch-joiners.ts';
import type { Store } from '../../store/create-store.ts';
import { openStore } from '../../store/open-store.ts';
import { JOINERS } from '../../story/stored/join-stories.ts';
import { parseZone } from '../../text/zones/parse-zone.ts';
import { checkDiscord } from '../check-discord.ts';
import type { Finding } from '../finding.ts';
import { findMisspelledSettings } from '../find-misspelled-settings.ts';
import type { CliIo } from '../../io.ts';
import { countOf } from '../../text/count-of.ts';

/** `dateline doctor`: checks everything that a host has to set up, and says what to fix. */
export function addDoctorVerb(program: Command, io: CliIo): void {
  program
    .command('doctor')
    .description('check Node, configuration, store, folders and token')
    .option('--json', 'an array of {check, ok, detail}')
    .action(async (options: { json?: boolean }) => {
      const findings = await examine(io);
      if (findings.some(({ ok }) => !ok)) io.exitCode(1);
      if (options.json) io.out(JSON.stringify(findings));
      else {
        for (const { check, ok, detail } of findings) {
          io.out(`${ok ? 'ok   ' : 'WRONG'} ${check}: ${detail}`);
        }
      }
    });
}

async function examine(io: CliIo): Promise<Finding[]> {
  const node = checkNode(process.versions.node);
  const config = await attempt('configuration', async () => {
    const parsed = parseConfig(io.env);
    parseZone(parsed.defaultZone);
    return parsed;
  });
  if (!('value' in config)) return [node, config, ...checkNames(io.env)];
  const settings = config.value;
  return [
    node,
    { check: 'configuration', ok: true, detail: 'every setting is valid' },
    ...checkNames(io.env),
    ...(await checkStore(settings)),
    describeKeeping(settings),
    ...(await Promise.all(settings.articleFolders.map(checkFolder))),
    await checkSources(settings),
    ...(await checkDiscord(settings)),
  ];
}

/** Names variables that are read by nobody because they are misspelled. */
function checkNames(env: CliIo['env']): Finding[] {
  const given = Object.keys(env).filter((name) => env[name]?.trim());
  return findMisspelledSettings(given, Object.keys(ENVIRONMENT)).map(({ name, meant }) => ({
    check: name,
    ok: false,
    detail: `there is no such setting; did you mean ${meant}?`,
  }));
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { check: 'Node.js', ok, detail: ok ? version : `${version}; install 20.19 or newer` };
}

async function checkStore(config: Config): Promise<Finding[]> {
  const opened = await attempt('store', async () => {
    const store = await openStore(config.storeUrl, { outdated: 'refuse' });
    try {
      let count = 0;
      let newest = '';
      for await (const { publishedAt } of store.articles.iterate()) {
        count += 1;
        if (publishedAt && publishedAt > newest) newest = publishedAt;
      }
      const dated = newest ? `, the newest of ${newest.slice(0, 10)}` : '';
      const detail = `${store.engine} opens; ${countOf(count, 'article')}${dated}`;
      return [{ check: 'store', ok: true, detail }, ...(await checkProcesses(store))];
    } finally {
      await store.close();
    }
  });
  return 'value' in opened ? opened.value : [opened];
}

/** Whether processes run that need one that reads the sources. Of a store with one process, there is nothing to say. */
async function checkProcesses({ engine, locks }: Pick<Store, 'engine' | 'locks'>) {
  if (engine !== 'PostgreSQL') return [];
  const check = 'processes';
  if (await locks.isHeld(JOINERS))
    return [{ check, ok: true, detail: 'one that reads the sources is running' }];
  if (await locks.isHeld(READERS))
    return [
      {
        check,
        ok: false,
        detail: 'none that reads the sources is running; start one with --role ingest',
      },
    ];
  return [{ check, ok: true, detail: 'none is running' }];
}

function describeKeeping({ keepDays }: Config): Finding {
  const detail =
    keepDays === 0
      ? 'everything is kept: the store grows for ever (KEEP_DAYS)'
      : `articles are kept for ${keepDays} days`;
  return { check: 'retention', ok: true, detail };
}

async function checkFolder(folder: string): Promise<Finding> {
  const check = `folder ${folder}`;
  try {
    await access(folder, constants.R_OK);
    if (!(await stat(folder)).isDirectory()) return { check, ok: false, detail: 'is a file' };
    return { check, ok: true, detail: 'can be read' };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'unreadable';
    return { check, ok: false, detail: `${reason}; see ARTICLE_FOLDERS in .env.example` };
  }
}

async function checkSources({ sources }: Config): Promise<Finding> {
  const read = await attempt('sources', async () => (await readSourceList(sources)).length);
  if (!('value' in read)) return read;
  return { check: 'sources', ok: true, detail: `${countOf(read.value, 'feed')} for every server` };
}

async function attempt<T>(check: string, work: () => Promise<T>): Promise<{ value: T } | Finding> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { check, ok: error.code === 'outdated', detail: error.message };
  }
}
