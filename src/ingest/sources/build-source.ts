import { createHash } from 'node:crypto';
import { canonicalFeedUrl } from './feed-address.ts';
import { sourceKey, type Source, type SourceOwner } from './source.ts';

/** What is known of a feed before it is read for the first time. */
export interface ListedSource {
  readonly name: string;
  /** Nobody named it: `name` is its host's until its feed says its own. */
  readonly isUnnamed?: true;
  readonly url: string;
  readonly homeUrl?: string;
  readonly country?: string;
  readonly lang?: string;
}

/** Builds the record of a feed that has never been read; it is due at once. */
export function buildSource(listed: ListedSource, owner: SourceOwner, now: Date): Source {
  const { name, isUnnamed, url, homeUrl, country, lang } = listed;
  return {
    id: buildSourceId(url, owner),
    url,
    name,
    ...(isUnnamed && { isUnnamed }),
    ...(homeUrl !== undefined && { homeUrl }),
    ...(country !== undefined && { country }),
    ...(lang !== undefined && { lang }),
    owner,
    addedAt: now.toISOString(),
    state: { emptyAnswers: 0, recentCounts: [], nextPollAt: now.toISOString() },
  };
}

/** The id of an owner's feed: 12 hexadecimal digits, the same for every spelling of its address. */
export function buildSourceId(url: string, owner: SourceOwner): string {
  const name = `${owner}\n${canonicalFeedUrl(url)}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}

/** What brings the stored sources of the host in line with its list. */
export interface HostPlan {
  readonly put: readonly Source[];
  /** Keys of those that the list has no more. */
  readonly remove: readonly string[];
}

/**
 * Plans what to store and to remove so that the host's stored sources are those of its list. What
 * polling has learned of a source stays, and so does a pause.
 */
export function planHostSources(
  listed: readonly ListedSource[],
  stored: readonly Source[],
  owner: SourceOwner,
  now: Date,
): HostPlan {
  const before = new Map(stored.map((source) => [source.id, source]));
  const wanted = new Map<string, Source>();
  for (const one of listed) {
    const fresh = buildSource(one, owner, now);
    const known = before.get(fresh.id);
    if (!wanted.has(fresh.id)) wanted.set(fresh.id, known ? describeAgain(known, fresh) : fresh);
  }
  return {
    put: [...wanted.values()].filter(
      (source) => JSON.stringify(source) !== JSON.stringify(before.get(source.id)),
    ),
    remove: stored.filter(({ id }) => !wanted.has(id)).map(sourceKey),
  };
}

/** The list's present description of a source, with all that became of it since it was added. */
function describeAgain(
  known: Source,
  { addedAt: _addedAt, state: _state, ...fresh }: Source,
): Source {
  const { addedAt, state, paused, name } = known;
  const { isUnnamed: _isUnnamed, ...named } = fresh;
  const described = fresh.isUnnamed && !known.isUnnamed ? { ...named, name } : fresh;
  return { ...described, addedAt, ...(paused && { paused }), state };
}
