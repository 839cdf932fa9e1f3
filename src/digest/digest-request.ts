import type { Subscription } from './subscription.ts';
import type { Told } from './told.ts';
import type { DigestWindow } from './plan-window.ts';

/** What a digest has to cover. */
export interface DigestRequest
  extends
    DigestWindow,
    Pick<
      Subscription,
      'topics' | 'sources' | 'languages' | 'countries' | 'storyCount' | 'storyId'
    > {
  /** Set if nobody named its languages, and they are the server's. */
  readonly isInUsualLanguages?: true;
  /** The server whose own articles are included. */
  readonly guildId?: string;
  readonly told: Told;
  /** Whether articles count that were published before the window and stored in it; they do if absent. */
  readonly lateArrivals?: 'left-out';
  /** Whether the store's latest stories replace a window without articles. */
  readonly whenEmpty: 'stay-empty' | 'show-latest';
}
