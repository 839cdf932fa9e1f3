import { Command, CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import type { CliIo } from '../io.ts';

type AddVerb = (program: Command, io: CliIo) => void;

/**
 * Verbs are loaded one by one: summarizing a line shouldn't load the store or the configuration.
 */
const VERBS: Readonly<Record<string, () => Promise<AddVerb>>> = {
  start: async () => (await import('./verbs/add-start-verb.ts')).addStartVerb,
  import: async () => (await import('./verbs/add-import-verb.ts')).addImportVerb,
  parse: async () => (await import('./verbs/add-parse-verb.ts')).addParseVerb,
  feed: async () => (await import('./verbs/add-feed-verb.ts')).addFeedVerb,
  extract: async () => (await import('./verbs/add-extract-verb.ts')).addExtractVerb,
  sentences: async () => (await import('./verbs/add-sentences-verb.ts')).addSentencesVerb,
  summarize: async () => (await import('./verbs/add-summarize-verb.ts')).addSummarizeVerb,
  cluster: async () => (await import('./verbs/add-cluster-verb.ts')).addClusterVerb,
  brief: async () => (await import('./verbs/add-brief-verb.ts')).addBriefVerb,
  facts: async () => (await import('./verbs/add-facts-verb.ts')).addFactsVerb,
  timeline: async () => (await import('./verbs/add-timeline-verb.ts')).addTimelineVerb,
  updates: async () => (await import('./verbs/add-updates-verb.ts')).addUpdatesVerb,
  search: async () => (await import('./verbs/add-search-verb.ts')).addSearchVerb,
  ask: async () => (await import('./verbs/add-ask-verb.ts')).addAskVerb,
  stories: async () => (await import('./verbs/add-stories-verb.ts')).addStoriesVerb,
  digest: async () => (await import('./verbs/add-digest-verb.ts')).addDigestVerb,
  why: async () => (await import('./verbs/add-why-verb.ts')).addWhyVerb,
  sources: async () => (await import('./verbs/add-sources-verb.ts')).addSourcesVerb,
  healthcheck: async () => (await import('./verbs/add-healthcheck-verb.ts')).addHealthcheckVerb,
  backup: async () => (await import('./verbs/add-backup-verb.ts')).addBackupVerb,
  restore: async () => (await import('./verbs/add-restore-verb.ts')).addRestoreVerb,
  'export-server': async () =>
    (await import('./verbs/add-export-server-verb.ts')).addExportServerVerb,
  'import-server': async () =>
    (await import('./verbs/add-import-server-verb.ts')).addImportServerVerb,
  prune: async () => (await import('./verbs/add-prune-verb.ts')).addPruneVerb,
  doctor: async () => (await import('./verbs/add-doctor-verb.ts')).addDoctorVerb,
};

const AFTER_HELP = `
Settings come from environment variables or a .env file; .env.example explains
each. The verbs with a store (import, search, ask, stories, digest, why,
sources, backup, restore, export-server, import-server, prune) use the one in
STORE_URL; the default is data/store/dateline.sqlite.`;

/**
 * Runs the command line. Errors go to standard error; the exit code is 2 for wrong usage, 1 for
 * other errors.
 */
export async function runProgram(argv: readonly string[], io: CliIo, version: string) {
  try {
    const program = buildProgram(io, version);
    for (const addVerb of await loadVerbs(argv[0])) addVerb(program, io);
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) io.exitCode(2);
    } else if (error instanceof UserError) {
      io.err(error.message);
      io.exitCode(1);
    } else throw error;
  }
}

/** Loads the named verb, or all of them for help and for the default, `start`. */
function loadVerbs(name: string | undefined): Promise<AddVerb[]> {
  const isVerb = name !== undefined && Object.hasOwn(VERBS, name);
  return Promise.all((isVerb ? [VERBS[name]!] : Object.values(VERBS)).map((load) => load()));
}

/** Builds the program without its verbs. */
function buildProgram(io: CliIo, version: string): Command {
  const program = new Command('dateline')
    .description("Briefs a Discord server on world news in the publishers' own sentences.")
    .version(version)
    .addHelpText('after', AFTER_HELP)
    .showHelpAfterError('(add --help for usage)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .exitOverride();
  return program;
}
