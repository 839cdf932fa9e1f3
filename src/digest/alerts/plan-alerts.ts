import { countVoices } from '../../story/story.ts';
import type { CoveredStory } from '../why/digest-trace.ts';
import type { Edition } from '../edition.ts';
import { dayOfSlot } from '../slots.ts';
import { selectFresh } from '../telling/select-news.ts';
import { collectTold } from '../told.ts';
import type { RaisedAlert } from './alert.ts';
import type { AlertingSubscription } from './find-alert-stories.ts';

/**
 * Plans the alerts of a subscription at `now`, the best story first; none once the day has all that it may have.
 * `stories` are those of `findAlertStories`, `editions` the channel's. A story is raised once. What the channel was
 * told of it does not count: only as many new voices as of a new story raise it, and then as an update.
 */
export function planAlerts(
  { id, alert, schedule: { zone } }: AlertingSubscription,
  stories: readonly CoveredStory[],
  editions: readonly Edition[],
  now: Date,
): RaisedAlert[] {
  const raised = editions.filter((one) => one.subscriptionId === id && one.alert !== undefined);
  const today = dayOfSlot(now, zone);
  const count = raised.filter(({ slot }) => dayOfSlot(new Date(slot), zone) === today).length;
  if (count >= alert.perDay) return [];
  const raisedIds = new Set(raised.flatMap(listArticles));
  const told = collectTold(editions, now);
  return stories
    .filter(({ articles }) => !articles.some((article) => raisedIds.has(article.id)))
    .map((story) => ({
      storyId: story.id,
      voices: countVoices(selectFresh(story, story.current, told)),
      hours: alert.hours,
    }))
    .filter(({ voices }) => voices >= alert.voices);
}

function listArticles({ alert, digest: { stories } }: Edition): string[] {
  return [...(alert ? [alert.storyId] : []), ...stories.flatMap(({ articleIds }) => articleIds)];
}
