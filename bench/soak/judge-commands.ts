import type { MetFault } from '@dateline/local-discord';
import type { HappenedFault } from './inject-faults.ts';
import { isAnswered, type RunCommand } from './people.ts';

/** How long after a fault of the gateway nothing may come from it: until a dead connection is noticed. */
const GATEWAY_MS = 90_000;
/** Requests that bear an answer. */
const ANSWER = /^\/(?:interactions|webhooks)\//u;

/**
 * Finds the commands that were not answered although nothing was broken: no request for an answer met a fault
 * meanwhile, and the gateway was well.
 */
export function findUnexplained(
  commands: readonly RunCommand[],
  happened: readonly HappenedFault[],
  met: readonly Pick<MetFault, 'request' | 'at'>[],
): RunCommand[] {
  const gateway = happened.filter(({ kind }) => kind === 'gateway');
  const requests = met.filter(({ request }) => ANSWER.test(request.path));
  return commands.filter(
    (command) =>
      !isAnswered(command) &&
      !requests.some(({ at }) => at >= command.askedAt && at <= command.endedAt) &&
      !gateway.some(
        ({ from, until }) => from <= command.endedAt && command.askedAt - until <= GATEWAY_MS,
      ),
  );
}
