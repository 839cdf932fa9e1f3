import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalDiscord } from '@dateline/local-discord';
import type { Houses } from './open-houses.ts';
import type { PlannedFault } from './plan-faults.ts';
import type { RestartablePostgres } from './restartable-postgres.ts';

/** A fault that happened. Times are ms since 1970. */
export interface HappenedFault {
  readonly kind: PlannedFault['kind'];
  /** What exactly, in words. */
  readonly what: string;
  /** The hosts of the feeds that it concerns, if it is one of feeds. */
  readonly hosts: readonly string[];
  readonly from: number;
  until: number;
}

/** What faults are injected into. */
interface FaultTargets {
  readonly discord: LocalDiscord;
  readonly houses: Houses;
  /** Absent if the store is another. */
  readonly postgres?: RestartablePostgres;
}

/** Injects planned faults at their time. Resolves when the last one is over. */
export async function injectFaults(
  planned: readonly PlannedFault[],
  targets: FaultTargets,
  happened: HappenedFault[],
): Promise<void> {
  const startedAt = Date.now();
  await Promise.all(
    planned.map(async (fault) => {
      await sleep(fault.atMs - (Date.now() - startedAt));
      const one: HappenedFault = {
        kind: fault.kind,
        what: describeFault(fault),
        hosts: listFeeds(fault, targets.houses).map((url) => new URL(url).host),
        from: Date.now(),
        until: Number.POSITIVE_INFINITY,
      };
      happened.push(one);
      await inject(fault, targets);
      one.until = Date.now();
    }),
  );
}

async function inject(fault: PlannedFault, { discord, houses, postgres }: FaultTargets) {
  switch (fault.kind) {
    case 'discord':
      discord.faults.next(fault.match, fault.fault, fault.times);
      return;
    case 'gateway':
      return breakGateway(fault, discord);
    case 'feed':
      houses.break(fault.feed, fault.how);
      await sleep(fault.lastsMs);
      houses.break(fault.feed);
      return;
    case 'house':
      houses.kill(fault.house);
      await sleep(fault.lastsMs);
      return houses.revive(fault.house);
    case 'postgres':
      await postgres?.stop(fault.how);
      await sleep(fault.lastsMs);
      return postgres?.start();
  }
}

async function breakGateway(
  { how, lastsMs }: PlannedFault & { kind: 'gateway' },
  { faults: { gateway } }: LocalDiscord,
): Promise<void> {
  switch (how) {
    case 'drop':
      return gateway.dropSockets();
    case 'ask-to-reconnect':
      return gateway.askToReconnect();
    case 'invalid-session':
      return gateway.invalidateSessions(false);
    case 'invalid-session-resumable':
      return gateway.invalidateSessions(true);
    case 'close-4000':
      return gateway.closeSockets(4000);
    case 'freeze':
      return gateway.freezeSockets();
    case 'refuse':
      gateway.refuseConnections(true);
      gateway.dropSockets();
      await sleep(lastsMs);
      gateway.refuseConnections(false);
  }
}

/** Names a fault as the figures count it. */
function describeFault(fault: PlannedFault): string {
  if (fault.kind === 'discord') return fault.match;
  return 'how' in fault ? fault.how : 'killed';
}

function listFeeds(fault: PlannedFault, houses: Houses): readonly string[] {
  if (fault.kind === 'house') return houses.feedsOf(fault.house);
  return fault.kind === 'feed' ? [houses.feedUrls[fault.feed]!] : [];
}
