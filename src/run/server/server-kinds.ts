import type { z } from 'zod';
import { pauseSubscription } from '../../digest/change-subscription.ts';
import { editionKey } from '../../digest/edition.ts';
import { subscriptionKey, type Subscription } from '../../digest/subscription.ts';
import { buildSource } from '../../ingest/sources/build-source.ts';
import { sourceKey, type Source } from '../../ingest/sources/source.ts';
import type { Store } from '../../store/create-store.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { RECORDS, type Records } from '../records.ts';

/** Where the records of a server go. */
export interface Destination {
  /** The server that they were exported from. */
  readonly from: string;
  /** The server that gets them, usually the same. */
  readonly to: string;
  readonly now: Date;
}

/** How one kind of record moves with a server. */
export interface ServerKind<T> {
  /** What one is called for people; several have an s. */
  readonly name: string;
  /** Whether a record under this key is the server's own. What isn't is neither exported nor imported. */
  readonly isOwn: (key: string, value: T, guildId: string) => boolean;
  /** The record as its destination gets it, and its key; undefined if it has no meaning there. */
  readonly move: (
    key: string,
    value: T,
    destination: Destination,
  ) => readonly [key: string, value: T] | undefined;
}

/**
 * The kinds of records that a server owns, in the order in which they are imported: a running bot must know what was
 * told before it has the schedule. A kind whose keys begin with the server's id is one line here.
 */
export const SERVER_KINDS: { readonly [Kind in keyof Records]?: ServerKind<Records[Kind]> } = {
  editions: {
    name: 'edition',
    isOwn: (key, edition, guildId) => edition.guildId === guildId && editionKey(edition) === key,
    // Another server's channels were told nothing.
    move: (key, edition, { from, to }) => (from === to ? [key, edition] : undefined),
  },
  sources: ofServer('feed', moveSource, sourceKey),
  // Before the schedules, whose languages and zone may follow from them.
  settings: ofServer('settings record', (settings) => settings),
  subscriptions: ofServer('schedule', moveSubscription, subscriptionKey),
};

/** A kind with the records that a store has of it. */
export interface StoredKind extends ServerKind<unknown> {
  readonly namespace: string;
  readonly schema: z.ZodType;
  readonly records: RecordStore<unknown>;
}

/** Lists the kinds with their records in a store. Each is consistent in itself, but types can't say so of a list. */
export function listKinds(store: Store<Records>): StoredKind[] {
  return (Object.keys(SERVER_KINDS) as (keyof Records)[]).map((namespace) => ({
    ...(SERVER_KINDS[namespace] as ServerKind<unknown>),
    namespace,
    schema: RECORDS[namespace],
    records: store.records(namespace) as RecordStore<unknown>,
  }));
}

/**
 * A kind whose key is the server's id, or that id, a colon and something else. `moveValue` makes the record one of its
 * destination, by default by leaving it as it is; `keyOf` is for records that know their own key.
 */
function ofServer<T>(
  name: string,
  moveValue: (value: T, destination: Destination) => T = (value) => value,
  keyOf?: (value: T) => string,
): ServerKind<T> {
  return {
    name,
    isOwn: (key, _value, guildId) => key === guildId || key.startsWith(`${guildId}:`),
    move(key, value, destination) {
      const moved = moveValue(value, destination);
      const { from, to } = destination;
      return [keyOf ? keyOf(moved) : to + key.slice(from.length), moved];
    },
  };
}

/** What polling has learned stays behind: the new store has none of the articles, so the feed is read from its beginning. */
function moveSource(source: Source, { to, now }: Destination): Source {
  const { paused, state } = source;
  const built = buildSource(source, to, now);
  return {
    ...built,
    addedAt: source.addedAt,
    ...(paused && { paused }),
    state: { ...built.state, ...(state.movedTo !== undefined && { movedTo: state.movedTo }) },
  };
}

/**
 * Slots from before the import are not caught up, because the other host may have posted them. In another server the
 * channel and the role don't exist, so somebody has to choose before anything is posted.
 */
function moveSubscription(
  subscription: Subscription,
  { from, to, now }: Destination,
): Subscription {
  const moved = { ...subscription, guildId: to, changedAt: now.toISOString() };
  if (from === to) return moved;
  const { roleId: _roleId, ...rest } = moved;
  const reason =
    'It comes from another server: choose its channel with /schedule edit, then resume it';
  return pauseSubscription(rest, 'manager', reason, now);
}
