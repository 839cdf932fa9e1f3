import type { Edition } from '../digest/edition.ts';
import type { Subscription } from '../digest/subscription.ts';
import { fitDigest } from '../render/render-digest.ts';
import { editionOptions } from './edition-options.ts';

/**
 * Keeps only what the message shows, because a channel has been told only that; of stories with a message
 * each, all sentences. Fits them as a late edition, which has the least room, because an edition may become late.
 */
export function keepShown(edition: Edition, { roleId, thread }: Subscription): Edition {
  const options = {
    ...editionOptions({ ...edition, late: true }),
    ...(roleId !== undefined && { roleId }),
  };
  const digest = fitDigest(edition.digest, options);
  if (thread !== 'stories') return { ...edition, digest };
  const stories = edition.digest.stories.slice(0, digest.stories.length);
  return { ...edition, digest: { ...digest, stories } };
}
