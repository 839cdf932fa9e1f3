import type { Steps } from '../../slices.ts';
import { OWN_HOUR } from '../join/article-order.ts';
import { NeighbourIndex } from '../join/neighbour-index.ts';
import { WeightedLists } from '../join/weighted-lists.ts';
import { ChangedNeighbours } from './changed-neighbours.ts';
import { FoldHours } from './fold-hours.ts';
import { forgetSlots } from './forget-slots.ts';
import { FormerStories } from './former-stories.ts';
import { joinStep } from './join-step.ts';
import { SlotStories } from './slot-stories.ts';
import {
  findTouched,
  isAsBefore,
  type Change,
  type FoldArticle,
  type FoldStory,
} from './step-parts.ts';

const HOUR_MS = 3_600_000;

/**
 * Stories as a fold over the hours of publication: the stories after an hour follow from those before it and
 * from the hour's articles, sorted by id. So they depend on the set of articles alone. An article that
 * arrives late or changes takes the fold back to its hour. Steps that it does not concern are taken again as
 * they were. One that is forgotten only leaves its story: what is left is not joined again.
 */
export class StoryFold {
  readonly #index = new NeighbourIndex();
  readonly #hours = new FoldHours();
  /** By hour: its last change, which holds again if the same stories are touched. */
  readonly #changes = new Map<number, Change>();
  /** The articles of the step that has begun. */
  #begun: readonly number[] | undefined;
  /** A server's own articles while they are listed. */
  #listedOwn: readonly number[] = [];
  readonly #neighbours = new WeightedLists();
  /** Those whose neighbours may be others since an article was added or removed. */
  readonly #stale = new Set<number>();
  /** Since the fold was settled. */
  readonly #changedNeighbours = new ChangedNeighbours();
  /** No article of a later hour has neighbours yet. */
  #lastHour = -Infinity;
  readonly #storyOf = new SlotStories();
  /** Since the fold was settled. */
  readonly #former = new FormerStories();
  /** The slots of forgotten articles that stories may still have. */
  readonly #forgotten = new Set<number>();
  readonly #freed: number[] = [];

  /** Adds an article whose slot is free. */
  add({ slot, id, at, counts }: FoldArticle): void {
    const hour = Math.floor(at / HOUR_MS);
    this.#goBackTo(hour);
    this.#index.setVector({ slot, id, at, hour }, counts);
    this.#index.list(slot);
    this.#noteConcerned(slot, hour);
    this.#hours.add(slot, id, hour);
  }

  /** Removes an article as if it had never been. Its slot is free at once. */
  remove(slot: number, id: string): void {
    const hour = this.#hours.hourOf(slot);
    if (hour === undefined) return;
    this.#goBackTo(hour);
    this.#former.lose();
    this.#noteConcerned(slot, hour);
    this.#leave(slot, id);
    this.#dropEmptyHours();
  }

  /** Takes an article out of its story, and joins none of the others again. Its slot is free once `takeFreed` has it. */
  forget(slot: number, id: string): void {
    if (this.#hours.hourOf(slot) === undefined) return;
    this.#breakOff();
    this.#former.lose();
    this.#leave(slot, id);
    this.#storyOf.set(slot, undefined);
    this.#forgotten.add(slot);
  }

  /** The slots of forgotten articles that no story has any more. Each is returned once. */
  takeFreed(): number[] {
    return this.#freed.splice(0);
  }

  #leave(slot: number, id: string): void {
    this.#hours.remove(slot, id);
    this.#neighbours.delete(slot);
    this.#stale.delete(slot);
    this.#changedNeighbours.delete(slot);
    this.#index.unlist(slot);
    this.#index.deleteVector(slot);
  }

  /** Keeps the vector of an article that is not in the fold, for `overlay`. Its slot is free. */
  keep({ slot, id, at, counts }: FoldArticle): void {
    this.#breakOff();
    this.#index.setVector({ slot, id, at, hour: OWN_HOUR }, counts);
  }

  /** Forgets the vector of an article that was kept. */
  drop(slot: number): void {
    this.#breakOff();
    this.#index.deleteVector(slot);
  }

  /** The share of the hours that are done: 1 when the stories are up to date. */
  get progress(): number {
    return this.#forgotten.size > 0 ? Math.min(this.#hours.share, 0.99) : this.#hours.share;
  }

  /** The story of an article; undefined while it is not settled. */
  storyOf(slot: number): FoldStory | undefined {
    return this.#storyOf.list[slot];
  }

  /** The slots whose stories may be others than at the last call. */
  takeMoved(): Set<number> {
    return this.#storyOf.takeMoved();
  }

  /** Brings the stories up to date. Pauses often. Articles may be added and removed during a pause, but no other steps taken. */
  *settle(): Steps<void> {
    while (!this.#hours.areAllDone || this.#forgotten.size > 0) {
      yield* this.#forgetAll();
      if (this.#hours.areAllDone) continue;
      const hour = this.#hours.next();
      this.#lastHour = Math.max(this.#lastHour, hour);
      yield;
      // An article that came during the pause may have made an earlier hour due.
      if (!this.#hours.isNext(hour) || this.#forgotten.size > 0) continue;
      const before = this.#changes.get(hour);
      const change = yield* this.#step(this.#hours.slotsOf(hour), before);
      // An article that came during a pause has taken the fold back.
      if (!change) continue;
      this.#begun = undefined;
      this.#hours.finishNext();
      this.#changes.set(hour, change);
      this.#former.apply(change, this.#storyOf, hour < this.#lastHour ? { before } : undefined);
    }
    this.#changedNeighbours.clear();
    this.#former.clear();
  }

  /**
   * Finds out what kept articles, given in order, would change if they came after all others, without
   * changing anything: the stories that they are in, by slot. The fold must be settled. Undefined if an
   * article came or went during a pause.
   */
  *overlay(slots: readonly number[]): Steps<ReadonlyMap<number, FoldStory> | undefined> {
    if (this.#forgotten.size > 0) return undefined;
    for (const slot of slots) this.#index.list(slot);
    this.#listedOwn = slots;
    const change = yield* this.#step(slots, undefined);
    if (change) this.#breakOff();
    for (const slot of slots) {
      this.#neighbours.delete(slot);
      this.#changedNeighbours.delete(slot);
    }
    if (!change) return undefined;
    return new Map(change.added.flatMap((story) => story.slots.map((slot) => [slot, story])));
  }

  /** Finds out what some articles change; undefined if the step was broken off. */
  *#step(slots: readonly number[], before: Change | undefined): Steps<Change | undefined> {
    this.#begun = slots;
    for (const slot of slots) {
      if (this.#neighbours.has(slot) && !this.#stale.has(slot)) continue;
      const found = this.#index.findNeighbours(slot);
      this.#stale.delete(slot);
      this.#changedNeighbours.note(slot, this.#neighbours, found);
      this.#neighbours.set(slot, found.neighbours, found.cosines);
      yield;
      if (this.#begun !== slots) return undefined;
    }
    const touched = this.#findTouched(slots, before);
    const changed = this.#changedNeighbours;
    if (before && isAsBefore(slots, touched, before, changed)) return before;
    const joining = joinStep(slots, touched, before, {
      neighbours: this.#neighbours,
      storyOf: this.#storyOf.list,
      order: this.#index,
      changed: this.#former.isKnown ? changed : undefined,
    });
    let joined = joining.next();
    for (; !joined.done; joined = joining.next()) {
      yield;
      // An article of the step may have been removed.
      if (this.#begun !== slots) return undefined;
    }
    return joined.value;
  }

  #findTouched(slots: readonly number[], before: Change | undefined): ReadonlySet<FoldStory> {
    const changed = this.#changedNeighbours;
    const areSame =
      before?.slots.length === slots.length &&
      this.#former.isKnown &&
      !slots.some((slot) => changed.has(slot)) &&
      this.#former.areAsBefore(slots, this.#neighbours);
    return areSame ? before.touched : findTouched(slots, this.#neighbours, this.#storyOf);
  }

  /** Notes whose neighbours may be others with a listed article than without it. */
  #noteConcerned(slot: number, hour: number): void {
    if (hour > this.#lastHour) return;
    const isFound = (other: number): boolean =>
      this.#neighbours.has(other) && !this.#stale.has(other);
    for (const other of this.#index.findConcerned(slot, isFound)) this.#stale.add(other);
  }

  *#forgetAll(): Steps<void> {
    if (this.#forgotten.size === 0) return;
    const gone = new Set(this.#forgotten);
    const [changes, storyOf, neighbours] = [this.#changes, this.#storyOf, this.#neighbours];
    const slots = (): Iterable<number> => this.#hours.slots();
    yield* forgetSlots(gone, { changes, storyOf, neighbours, slots, order: this.#index });
    for (const slot of gone) this.#forgotten.delete(slot);
    this.#freed.push(...gone);
    this.#dropEmptyHours();
  }

  /** Drops the hours without articles. One whose step joined others must stay as long as that is so. */
  #dropEmptyHours(): void {
    for (const hour of this.#hours.empty()) {
      if (this.#hours.isDone(hour) && this.#changes.get(hour)!.added.length > 0) continue;
      this.#hours.drop(hour);
      this.#changes.delete(hour);
    }
  }

  /** Undoes the steps of an hour and of all later ones. */
  #goBackTo(hour: number): void {
    this.#breakOff();
    for (let last; (last = this.#hours.undoLast(hour)) !== undefined;) {
      this.#former.takenBack();
      const { removed, added } = this.#changes.get(last)!;
      for (const story of added) for (const slot of story.slots) this.#storyOf.set(slot, undefined);
      for (const story of removed) for (const slot of story.slots) this.#storyOf.set(slot, story);
    }
  }

  /** Ends the step that has begun, which notices it after its pause. */
  #breakOff(): void {
    for (const slot of this.#listedOwn) this.#index.unlist(slot);
    this.#listedOwn = [];
    this.#begun = undefined;
  }
}
