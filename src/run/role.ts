import type { Config } from '../config.ts';
import type { Shards } from '../discord/gateway/shards.ts';
import { UserError } from '../errors.ts';
import type { CheckName } from '../health/readiness.ts';

/** What one process of a bot does. Several processes share a PostgreSQL store. */
export type Role = 'all' | 'gateway' | 'http' | 'ingest' | 'deliver';

/** The parts of the bot that a role runs. */
export interface RoleParts {
  /** Reads folders and sources into the store. */
  readonly ingests: boolean;
  /** Keeps the index and the stories of the stored articles in memory. */
  readonly indexes: boolean;
  /**
   * Joins the stories, while no other process does. One that stands in does so only while no process runs that has
   * this duty. Those that keep an index read the stories.
   */
  readonly joins: boolean | 'stands in';
  /** How interactions come, if it answers them. */
  readonly answers?: 'gateway' | 'http';
  /** Posts scheduled digests and notices, and removes what is too old. */
  readonly delivers: boolean;
}

/** The roles and their parts. */
export const ROLES: Readonly<Record<Role, RoleParts>> = {
  all: { ingests: true, indexes: true, joins: true, answers: 'gateway', delivers: true },
  gateway: { ingests: false, indexes: true, joins: false, answers: 'gateway', delivers: false },
  http: { ingests: false, indexes: true, joins: false, answers: 'http', delivers: false },
  ingest: { ingests: true, indexes: false, joins: true, delivers: false },
  // Editions wait for their stories.
  deliver: { ingests: false, indexes: true, joins: 'stands in', delivers: true },
};

/** Whether a role answers or posts. */
export function usesDiscord({ answers, delivers }: RoleParts): boolean {
  return answers !== undefined || delivers;
}

/** The parts of the bot that a role has to keep well. */
export function listChecks({ ingests, indexes, answers, delivers }: RoleParts): CheckName[] {
  return [
    'store',
    ...(indexes ? (['index'] as const) : []),
    ...(answers ? (['gateway'] as const) : []),
    ...(delivers ? (['scheduler'] as const) : []),
    ...(ingests ? (['polling'] as const) : []),
  ];
}

/** How a process is started. */
export interface Start {
  readonly role: Role;
  /** The shards that it serves; by default the bot has one. */
  readonly shards?: Shards;
}

/** Whether a process shares its store with others of the same bot. */
export function isOneOfSeveral({ role, shards }: Start): boolean {
  return role !== 'all' || shards !== undefined;
}

/** Throws a UserError if the settings don't fit the role. */
export function checkStart(start: Start, { storeUrl, token }: Config): void {
  const { role, shards } = start;
  if (shards && ROLES[role].answers !== 'gateway')
    throw new UserError('bad-config', `--shards is for the role gateway; ${role} has no gateway.`);
  if (!isOneOfSeveral(start)) return;
  if (!/^postgres(ql)?:/u.test(storeUrl))
    throw new UserError(
      'bad-config',
      'Several processes share a PostgreSQL store. Set STORE_URL to postgres://…, or start without --role and --shards.',
    );
  if (usesDiscord(ROLES[role]) && token === undefined)
    throw new UserError(
      'bad-config',
      'Set DISCORD_TOKEN: the Discord on this machine is for a bot of one process.',
    );
}
