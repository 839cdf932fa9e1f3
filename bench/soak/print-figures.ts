import { cpus } from 'node:os';
import type { MetFault } from '@dateline/local-discord';
import { percentile } from '../support/percentile.ts';
import type { SlotCheck } from './check-slots.ts';
import type { LineGroup } from './explain-lines.ts';
import type { HappenedFault } from './inject-faults.ts';
import { findUnexplained } from './judge-commands.ts';
import { isAnswered, type RunCommand } from './people.ts';
import { printMembers } from './print-members.ts';
import type { Watched } from './watch-machine.ts';

/** All that a soak found out. */
export interface SoakResult {
  readonly minutes: number;
  readonly seed: number;
  readonly store: string;
  readonly watched: Watched;
  readonly happened: readonly HappenedFault[];
  readonly met: readonly MetFault[];
  /** How often bots identified, resumed, were refused and were limited. */
  readonly gateway: Readonly<Record<string, number>>;
  readonly commands: readonly RunCommand[];
  readonly slots: SlotCheck;
  readonly groups: readonly LineGroup[];
  readonly exits: readonly (readonly [member: string, code: number | string])[];
}

/** Of the lines that nothing explains, so many of a kind are printed, and so much of each. */
const SHOWN = { lines: 3, characters: 1_500 } as const;

/** Prints the figures. Sets the exit code if something is not as it should be. */
export function printFigures(result: SoakResult): void {
  const { minutes, seed, store, watched } = result;
  const { load } = watched;
  console.log(`${minutes} minutes on ${store}, seed ${seed}`);
  console.log(`machine\t${cpus().length} cores, Node ${process.version}`);
  console.log(
    `load average\t${percentile(load, 0.5).toFixed(1)}, from ${Math.min(...load).toFixed(1)} to ${Math.max(...load).toFixed(1)}`,
  );
  const faults = [
    ...printMembers(minutes, watched),
    ...printCommands(result),
    ...printSlots(result.slots),
    ...printLines(result.groups),
    ...result.exits.flatMap(([member, code]) =>
      code === 0 ? [] : [`${member} ended with ${code}`],
    ),
  ];
  printFaults(result);
  console.log(faults.length === 0 ? '\nAll is as it should be.' : '\nNot as it should be:');
  for (const fault of faults) console.log(`- ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function printCommands({ commands, happened, met }: SoakResult): string[] {
  const answered = commands.filter(isAnswered);
  const took = answered.map(({ askedAt, endedAt }) => endedAt - askedAt);
  const acknowledged = answered.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? []);
  const unexplained = findUnexplained(commands, happened, met);
  console.log(`\ncommands\t${commands.length} asked, ${answered.length} answered`);
  console.log(`acknowledged\t${describeTimes(acknowledged)}`);
  console.log(`answered\t${describeTimes(took)}`);
  console.log(
    `without answer\t${commands.length - answered.length}, ${unexplained.length} of them without a fault meanwhile`,
  );
  return unexplained.map(
    ({ name, kind, reason = '', askedAt }) =>
      `/${name} at ${writeTime(askedAt)}: ${kind} ${reason}`,
  );
}

function printSlots(check: SlotCheck): readonly string[] {
  const { slots, digests, alerts, messages, storyMessages, faults } = check;
  console.log(`\nslots\t${slots}, posted ${digests}`);
  console.log(`alerts\t${alerts}`);
  console.log(
    `messages\t${messages} of digests and alerts, ${storyMessages} of stories in threads`,
  );
  return faults;
}

function printLines(groups: readonly LineGroup[]): string[] {
  console.log('\nlines of level warn or above');
  for (const { why = 'UNEXPLAINED', text, lines } of groups)
    console.log(`${lines.length}\t${text}\t${why}`);
  return groups.flatMap(({ why, text, lines }) =>
    why === undefined
      ? [
          `"${text}", ${lines.length} times, such as:`,
          ...lines
            .slice(0, SHOWN.lines)
            .map(
              ({ member, at, about }) =>
                `  ${member} ${writeTime(at)} ${about.slice(0, SHOWN.characters)}`,
            ),
        ]
      : [],
  );
}

function printFaults({ happened, met, gateway }: SoakResult): void {
  console.log('\nfaults that happened');
  const named = [
    ...happened.flatMap(({ kind, what }) => (kind === 'discord' ? [] : `${kind}: ${what}`)),
    ...met.map(({ fault }) => `request: ${nameFault(fault)}`),
  ];
  for (const [what, count] of countEach(named)) console.log(`${count}\t${what}`);
  const counts = Object.entries(gateway).map(([what, count]) => `${what} ${count}`);
  console.log(`bots at the gateway\t${counts.join(', ')}`);
}

function nameFault(fault: MetFault['fault']): string {
  if (fault.kind === 'rate-limit') return `429 ${fault.scope}`;
  if (fault.kind === 'status') return String(fault.status);
  return fault.kind === 'drop' ? `reset ${fault.when} its effect` : 'slow answer';
}

function countEach(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function describeTimes(values: readonly number[]): string {
  return `p50 ${percentile(values, 0.5).toFixed(0)} ms, p99 ${percentile(values, 0.99).toFixed(0)} ms`;
}

function writeTime(at: number): string {
  return new Date(at).toISOString();
}
