import type { Subscription } from './subscription.ts';
import type { Told } from './told.ts';
import type { DigestWindow } from './plan-window.ts';

/** What a digest is asked to cover, for whom. */
export interface DigestRequest
  extends
    DigestWindow,
    Pick<Subscription, 'topics' | 'sources' | 'languages' | 'countries' | 'storyCount'> {
  readonly told: Told;
  /** Whether the store's latest stories stand in for a window without any article. */
  readonly whenEmpty: 'stay-empty' | 'show-latest';
}
