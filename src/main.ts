#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { VERSION } from './version.ts';
import { runProgram } from './cli/program.ts';

// A closed pipe (`dateline parse … | head`) isn't an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output cannot be written: ${error.message}\n`);
  process.exit(1);
});
// There is nowhere left to report that standard error cannot be written.
process.stderr.on('error', () => undefined);
if (existsSync('.env')) loadEnvFile();
await runProgram(
  process.argv.slice(2),
  {
    stdin: process.stdin,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    isTerminal: process.stderr.isTTY,
    env: process.env,
    now: () => new Date(),
    exitCode(code) {
      process.exitCode = code;
    },
  },
  VERSION,
);
