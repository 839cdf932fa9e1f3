/**
 * What the parts of the bot tell of their work, for those who watch it. A part works the same whether or not someone
 * does. Nothing here is text of users, publishers or servers.
 */
export interface Observer {
  /** A source was polled, with this outcome. */
  polled(outcome: 'read' | 'unchanged' | 'gone' | 'failed'): void;
  /** A round of polling goes on: it begins, a source is done, or it ends. */
  pollingGoesOn(): void;
  /** The scheduler's work goes on: a tick begins, a subscription is done, or the tick ends. */
  schedulingGoesOn(): void;
  /** An edition was posted `lagMs` after its slot, or after its alert was raised. */
  posted(kind: EditionKind, lagMs: number): void;
  /** An edition was given up, or Discord refused it for good. */
  failed(kind: EditionKind): void;
  /** A slot passed while nothing ran, and is too old to catch up. */
  missedSlot(): void;
  /** Discord answered 429. */
  limited(scope: LimitScope): void;
}

/** Whether an edition is a digest for a slot or an alert. */
export type EditionKind = 'digest' | 'alert';

/** Whom a rate limit of Discord concerns. `unknown`: what is between the bot and Discord sent it. */
export type LimitScope = 'user' | 'global' | 'shared' | 'unknown';

/** Watches nothing. */
export const NO_OBSERVER: Observer = {
  polled() {},
  pollingGoesOn() {},
  schedulingGoesOn() {},
  posted() {},
  failed() {},
  missedSlot() {},
  limited() {},
};
