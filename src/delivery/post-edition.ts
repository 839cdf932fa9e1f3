import { editionKey, type Edition } from '../digest/edition.ts';
import { isFollow } from '../digest/follow.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { renderDigest } from '../render/render-digest.ts';
import { buildNonce } from './build-nonce.ts';
import { editionOptions } from './edition-options.ts';
import type { PostOutcome } from './message-port.ts';
import { postIllustrated, type PostingParts } from './post-illustrated.ts';

/** The dependencies of posting an edition. */
export interface EditionPostingParts extends PostingParts {
  readonly render: typeof renderDigest;
}

/** Posts an edition's message. Discord posts it once, however often this is called within a few minutes. */
export async function postEdition(
  { roleId, pictures }: Subscription,
  edition: Edition,
  parts: EditionPostingParts,
): Promise<PostOutcome> {
  const { digest, channelId } = edition;
  // A message without news mentions nobody.
  const isNews = hasStories(edition) && digest.noNewsSince === undefined;
  const message = parts.render(digest, {
    ...editionOptions(edition),
    ...(isNews && roleId !== undefined && { roleId }),
    ...(pictures === false && { pictures: false }),
  });
  return await postIllustrated(
    message,
    { channelId, nonce: buildNonce(editionKey(edition)), isDirect: isFollow(edition) },
    parts,
  );
}

/** Tells whether an edition has any stories. */
export function hasStories({ digest }: Edition): boolean {
  return digest.stories.length > 0;
}
