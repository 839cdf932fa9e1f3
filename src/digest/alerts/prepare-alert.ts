import { buildDigest } from '../build-digest.ts';
import type { Digest } from '../digest.ts';
import type { Edition } from '../edition.ts';
import type { News } from '../news.ts';
import { seenBy } from '../prepare-digest.ts';
import { collectTold } from '../told.ts';
import type { RaisedAlert } from './alert.ts';
import { alertWindow, type AlertingSubscription } from './find-alert-stories.ts';

/** Builds the digest of an alert, which tells one story; without a story if it has nothing to tell. `editions` are the channel's. */
export function prepareAlert(
  subscription: AlertingSubscription,
  { storyId }: RaisedAlert,
  now: Date,
  editions: readonly Edition[],
  news: News,
): Promise<Digest> {
  const { alert, guildId } = subscription;
  const request = {
    ...subscription,
    ...alertWindow(alert, now),
    storyId,
    storyCount: 1,
    told: collectTold(editions, now),
    whenEmpty: 'stay-empty',
  } as const;
  return buildDigest(request, seenBy(guildId, news));
}
