import { buildDigest, traceDigest } from '../build-digest.ts';
import type { DigestRequest } from '../digest-request.ts';
import type { Digest } from '../digest.ts';
import type { Edition } from '../edition.ts';
import type { News } from '../news.ts';
import { limitToUsual } from '../guild/limit-to-usual.ts';
import { seenBy } from '../prepare-digest.ts';
import type { Subscription } from '../subscription.ts';
import { collectTold } from '../told.ts';
import type { DigestTrace } from '../why/digest-trace.ts';
import type { RaisedAlert } from './alert.ts';
import { alertWindow } from './find-alert-stories.ts';

/** Builds the digest of an alert, which tells one story; without a story if it has nothing to tell. `editions` are the channel's. */
export async function prepareAlert(
  subscription: Subscription,
  alert: RaisedAlert,
  now: Date,
  editions: readonly Edition[],
  news: News,
): Promise<Digest> {
  const request = await limitToUsual(planAlert(subscription, alert, now, editions), news);
  return buildDigest(request, seenBy(subscription.guildId, news));
}

/** Builds the digest of an alert as `prepareAlert` does, and says what became of every story. */
export async function traceAlert(
  subscription: Subscription,
  alert: RaisedAlert,
  now: Date,
  editions: readonly Edition[],
  news: News,
): Promise<DigestTrace> {
  const request = await limitToUsual(planAlert(subscription, alert, now, editions), news);
  return traceDigest(request, seenBy(subscription.guildId, news));
}

/** The schedule may have another alert by now, or none, so the hours are those of the alert that was raised. */
function planAlert(
  subscription: Subscription,
  alert: RaisedAlert,
  now: Date,
  editions: readonly Edition[],
): DigestRequest {
  return {
    ...subscription,
    ...alertWindow(alert, now),
    storyId: alert.storyId,
    storyCount: 1,
    told: collectTold(editions, now),
    whenEmpty: 'stay-empty',
  };
}
