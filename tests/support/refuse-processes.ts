import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { Server } from 'node:net';
import workerThreads from 'node:worker_threads';

/**
 * Makes a unit test fail if it starts a server, process or thread. A test that starts one is named
 * `*.integration.test.ts`, or is in `tests/e2e` or `tests/browser`.
 */
function refuse(what: string): () => never {
  return () => {
    throw new Error(
      `A unit test starts a ${what}. Name its file *.integration.test.ts (see CONTRIBUTING.md).`,
    );
  };
}

Server.prototype.listen = refuse('server');
const starters = ['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync'];
Object.assign(childProcess, Object.fromEntries(starters.map((name) => [name, refuse('process')])));
// Not an arrow function, because it is called with `new`.
workerThreads.Worker = function Worker() {
  refuse('thread')();
} as unknown as typeof workerThreads.Worker;
syncBuiltinESMExports();
