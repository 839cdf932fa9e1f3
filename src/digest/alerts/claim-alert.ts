import { z } from 'zod';
import { dayOfSlot } from '../slots.ts';
import type { AlertingSubscription } from './find-alert-stories.ts';

/** A story that a subscription is about to post at once. */
type AlertClaim = z.infer<typeof claimSchema>;

const claimSchema = z
  .object({
    subscriptionId: z.string().min(1),
    /** By which its edition is stored. */
    storyId: z.string().min(1),
    /** The articles of the story. Two processes may have read different ones, but hardly without one in common. */
    articleIds: z.array(z.string().min(1)).readonly(),
    at: z.iso.datetime(),
  })
  .readonly();

/** The latest claims of a channel. Stored under the id of the channel, and changed in one atomic step. */
export type AlertClaims = z.infer<typeof alertClaimsSchema>;

export const alertClaimsSchema = z.object({ claims: z.array(claimSchema).readonly() }).readonly();

/**
 * What came of claiming a story: claimed, by this or by an earlier call, under `storyId`; or not now, because another
 * schedule of the channel is posting it or the day has all that it may have.
 */
export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly storyId: string; readonly claims: AlertClaims }
  | { readonly kind: 'not-now' };

/** Longer than a process takes from the claim to a stored edition, by which other schedules know what was told. */
const POSTING_MS = 2 * 60_000;

/** Longer than any day whose alerts are counted. */
const KEPT_MS = 48 * 3_600_000;

/**
 * Claims a story for an alert of a subscription. Who claims a story with an article of an earlier claim gets the id
 * of that one, so that both lead to the same edition, whichever article each of them takes for the story's first.
 */
export function claimAlert(
  present: AlertClaims | undefined,
  subscription: AlertingSubscription,
  story: Pick<AlertClaim, 'storyId' | 'articleIds'>,
  now: Date,
): ClaimOutcome {
  const { id: subscriptionId, alert, schedule } = subscription;
  const recent = (present?.claims ?? []).filter((claim) => isWithin(claim, KEPT_MS, now));
  const wanted = new Set(story.articleIds);
  const same = recent.filter(({ articleIds }) => articleIds.some((id) => wanted.has(id)));
  const own = same.find((claim) => claim.subscriptionId === subscriptionId);
  if (own) return { kind: 'claimed', storyId: own.storyId, claims: { claims: recent } };
  const today = dayOfSlot(now, schedule.zone);
  const count = recent.filter(
    (claim) =>
      claim.subscriptionId === subscriptionId &&
      dayOfSlot(new Date(claim.at), schedule.zone) === today,
  ).length;
  const isBeingPosted = same.some((claim) => isWithin(claim, POSTING_MS, now));
  if (isBeingPosted || count >= alert.perDay) return { kind: 'not-now' };
  const claim = { ...story, subscriptionId, at: now.toISOString() };
  return { kind: 'claimed', storyId: story.storyId, claims: { claims: [...recent, claim] } };
}

/** The clock may have been ahead for a while. */
function isWithin({ at }: AlertClaim, ms: number, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(at)) <= ms;
}
