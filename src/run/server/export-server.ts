import type { Store } from '../../store/create-store.ts';
import { VERSION } from '../../version.ts';
import type { Records } from '../records.ts';
import { FILE_VERSION, type ServerFile } from './server-file.ts';
import { listKinds, type StoredKind } from './server-kinds.ts';

/** Collects what belongs to a server, by kind and key. */
export async function exportServer(
  store: Store<Records>,
  guildId: string,
  now: Date,
): Promise<ServerFile> {
  const records: Record<string, Record<string, unknown>> = {};
  for (const kind of listKinds(store)) {
    records[kind.namespace] = await collectOwn(kind, guildId);
  }
  return {
    format: 'dateline-server',
    version: FILE_VERSION,
    dateline: VERSION,
    exportedAt: now.toISOString(),
    guildId,
    records,
  };
}

/** The servers that have a schedule, a feed of their own or settings, by id. */
export async function listServers(store: Store<Records>): Promise<string[]> {
  const found = new Set<string>();
  for await (const [, { guildId }] of store.records('subscriptions').list()) found.add(guildId);
  for await (const [, { owner }] of store.records('sources').list()) found.add(owner);
  for await (const [guildId] of store.records('settings').list()) found.add(guildId);
  return [...found].filter((id) => /^\d+$/.test(id)).toSorted();
}

async function collectOwn(
  { records, isOwn }: StoredKind,
  guildId: string,
): Promise<Record<string, unknown>> {
  const own: Record<string, unknown> = {};
  for await (const [key, value] of records.list()) {
    if (isOwn(key, value, guildId)) own[key] = value;
  }
  return own;
}
