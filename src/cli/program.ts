import { Command, CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import { addClusterVerb } from './cluster.ts';
import { addDigestVerb } from './digest.ts';
import { addDoctorVerb } from './doctor.ts';
import { addImportVerb } from './import.ts';
import { addExtractVerb } from './extract.ts';
import type { CliIo } from './io.ts';
import { addParseVerb } from './parse.ts';
import { addSearchVerb } from './search.ts';
import { addSentencesVerb } from './sentences.ts';
import { addSourcesVerb } from './sources.ts';
import { addStartVerb } from './start.ts';
import { addStoriesVerb } from './stories.ts';
import { addSummarizeVerb } from './summarize.ts';

const VERBS = [
  addStartVerb,
  addImportVerb,
  addParseVerb,
  addExtractVerb,
  addSentencesVerb,
  addSummarizeVerb,
  addClusterVerb,
  addSearchVerb,
  addStoriesVerb,
  addDigestVerb,
  addSourcesVerb,
  addDoctorVerb,
];

const AFTER_HELP = `
Settings come from environment variables or a file .env; .env.example explains
each. The verbs that read the store (import, search, stories, digest, sources)
use the one that STORE_URL names: data/store/dateline.sqlite by default.`;

/** Runs the command line. Errors go to standard error: exit code 2 for wrong usage, 1 for the rest. */
export async function runProgram(argv: readonly string[], io: CliIo, version: string) {
  try {
    await buildProgram(io, version).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) io.exitCode(2);
    } else if (error instanceof UserError) {
      io.err(error.message);
      io.exitCode(1);
    } else throw error;
  }
}

/** The program with all its verbs; `start` is the one that runs when none is named. */
function buildProgram(io: CliIo, version: string): Command {
  const program = new Command('dateline')
    .description("Briefs a Discord server on world news in the publishers' own sentences.")
    .version(version)
    .addHelpText('after', AFTER_HELP)
    .showHelpAfterError('(add --help for how it is used)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .exitOverride();
  for (const addVerb of VERBS) addVerb(program, io);
  return program;
}
