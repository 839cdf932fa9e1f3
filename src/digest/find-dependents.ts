import { isSourceNamed } from '../index/is-source-named.ts';
import { HOST, type Source } from '../ingest/sources/source.ts';
import type { Subscription } from './subscription.ts';

/**
 * Finds the active subscriptions that name a source as one of their publishers, and so depend on it.
 * Subscriptions to all publishers go on without it, and `/status` says so.
 */
export function findDependents(
  { name, owner }: Pick<Source, 'name' | 'owner'>,
  subscriptions: readonly Subscription[],
): Subscription[] {
  return subscriptions.filter(
    ({ guildId, sources, state }) =>
      state.kind === 'active' &&
      (owner === HOST || owner === guildId) &&
      sources.some((named) => isSourceNamed(name, named)),
  );
}
