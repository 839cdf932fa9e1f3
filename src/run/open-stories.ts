import type { IndexWindow } from '../index/index-window.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/create-store.ts';
import { keepStories, type KeptStories } from '../story/stored/keep-stories.ts';
import type { StoryRecords } from '../story/stored/story-records.ts';
import type { Records } from './records.ts';
import type { RoleParts } from './role.ts';

/** The dependencies of a store's stories. */
interface OpenStoriesParts {
  readonly store: Store<Records>;
  readonly joins: RoleParts['joins'];
  readonly log: Log;
  readonly onError: (error: unknown) => void;
  /** Which articles the stories are made of; by default all. */
  readonly window?: IndexWindow | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The stories of a store. */
export function openStories(parts: OpenStoriesParts): KeptStories {
  const { store, joins, log, onError, window, signal } = parts;
  return keepStories({
    joins,
    onError,
    ...(window && { window }),
    ...(signal && { signal }),
    articles: store.articles,
    records: listStoryRecords(store),
    locks: store.locks,
    isWritable: () => store.writeFault() === undefined,
    onLate: () => log.warn('no process has joined the newest articles into stories for minutes'),
  });
}

/** The records of a store that its stories are kept in. */
export function listStoryRecords(store: Store<Records>): StoryRecords {
  return {
    parts: store.records('stories'),
    published: store.records('story-batches'),
    own: store.records('own-stories'),
    requests: store.records('own-story-requests'),
  };
}
