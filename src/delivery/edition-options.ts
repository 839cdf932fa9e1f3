import type { Edition } from '../digest/edition.ts';
import { isFollow } from '../digest/follow.ts';
import type { DigestOptions } from '../render/render-digest.ts';

/** A person who gets direct messages has to know how to stop them. */
const FOLLOW_NOTE = 'You follow this. `/follow remove` stops it.';

/** How the message of an edition shows its digest, besides the role that it mentions and its pictures. */
export function editionOptions(edition: Edition): DigestOptions {
  const { id: editionId, name, late, layout, alert } = edition;
  return {
    editionId,
    late,
    layout,
    ...(name !== undefined && { name }),
    ...(alert !== undefined && { alert }),
    ...(isFollow(edition) && { note: FOLLOW_NOTE }),
  };
}
