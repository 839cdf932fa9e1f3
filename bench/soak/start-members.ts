import { findFreePort } from '../../tests/support/local-server.ts';
import { startMember, type Member, type MemberStart } from './start-member.ts';

/** The processes of the bot, and where interactions can be posted to. */
export interface Members {
  readonly all: readonly Member[];
  /** Absent if no process has the role http. */
  readonly endpointUrl?: string;
}

/** The roles with their options. On SQLite, one process does everything. */
const ROLES = {
  postgres: {
    ingest: ['--role', 'ingest'],
    'gateway 0': ['--role', 'gateway', '--shards', '0/2'],
    'gateway 1': ['--role', 'gateway', '--shards', '1/2'],
    http: ['--role', 'http'],
    deliver: ['--role', 'deliver'],
  },
  sqlite: { all: [] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type StoreKind = keyof typeof ROLES;

/** Starts all processes, and resolves when they do their work. */
export async function startMembers(
  store: StoreKind,
  env: Readonly<Record<string, string>>,
  onLine: MemberStart['onLine'],
): Promise<Members> {
  const interactionsPort = await findFreePort();
  const all: Member[] = [];
  for (const [name, options] of Object.entries(ROLES[store])) {
    const healthPort = await findFreePort();
    const address = { INTERACTIONS_ADDRESS: `127.0.0.1:${interactionsPort}` };
    all.push(startMember({ name, options, healthPort, onLine, env: { ...env, ...address } }));
  }
  await Promise.all(
    all.map((member) =>
      member.logged(member.name === 'ingest' ? 'reading the sources' : 'articles loaded'),
    ),
  );
  return {
    all,
    ...(store === 'postgres' && { endpointUrl: `http://127.0.0.1:${interactionsPort}/` }),
  };
}
