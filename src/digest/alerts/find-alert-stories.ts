import { parseQuery } from '../../index/query/parse-query.ts';
import { countVoices } from '../../story/story.ts';
import { coverWindow } from '../window/cover-window.ts';
import type { CoveredStory } from '../why/digest-trace.ts';
import { limitToUsual } from '../guild/limit-to-usual.ts';
import type { News } from '../news.ts';
import type { DigestWindow } from '../plan-window.ts';
import { seenBy } from '../prepare-digest.ts';
import type { Subscription } from '../subscription.ts';
import type { Alert } from './alert.ts';

/** A subscription with an alert. */
export interface AlertingSubscription extends Subscription {
  readonly alert: Alert;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Up to when alerts look at articles: the full minute, so that all alerts of a minute look at the same ones. */
export function alertUntil(now: Date): Date {
  return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
}

/** The hours of an alert that is looked for at `now`. */
export function alertWindow({ hours }: Pick<Alert, 'hours'>, now: Date): DigestWindow {
  const until = alertUntil(now);
  return { from: new Date(until.getTime() - hours * HOUR_MS), until };
}

/**
 * Finds the stories that enough voices report within an alert's hours, the best first; each with its articles of
 * these hours. Only dates of publication count: a text that is fetched late is no sign of a new event. Reports from
 * before `notBefore` don't count either.
 */
export async function findAlertStories(
  subscription: AlertingSubscription,
  now: Date,
  news: News,
  notBefore = new Date(0),
): Promise<CoveredStory[]> {
  const { alert, guildId } = subscription;
  const window = alertWindow(alert, now);
  const from = Math.max(window.from.getTime(), notBefore.getTime());
  const topics = subscription.topics.map((topic) => parseQuery(topic, window.until));
  const planned = { ...subscription, ...window, lateArrivals: 'left-out' } as const;
  const request = await limitToUsual(planned, news);
  const { stories } = await coverWindow(request, { ...request, topics }, seenBy(guildId, news));
  return stories
    .map((story) => ({
      ...story,
      current: story.articles.filter(({ at }) => at >= from),
    }))
    .filter(({ current }) => countVoices(current) >= alert.voices);
}
