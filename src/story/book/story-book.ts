import type { Article } from '../../article/article.ts';
import { articleTime } from '../../index/article-time.ts';
import { createBreather, runInSlices, type Breather, type Steps } from '../../slices.ts';
import type { Sketch } from '../join/sketch.ts';
import { readStoryText } from '../join/story-text.ts';
import { StoryFold } from './story-fold.ts';
import type { FoldStory } from './step-parts.ts';
import { buildStoryMembers, type StoryMembers } from './story-members.ts';

/** The book without its methods that change it. */
export type StoryReader = Pick<StoryBook, 'storiesOf'>;

type BookArticle = Pick<
  Article,
  'id' | 'title' | 'text' | 'lang' | 'source' | 'onlyFor' | 'publishedAt'
> & {
  readonly firstSeenAt?: string;
};

const NO_OVERLAY: ReadonlyMap<number, FoldStory> = new Map();

/** An article only one server may see. */
interface OwnArticle {
  readonly id: string;
  readonly at: number;
}

/**
 * The stories of all stored articles, in memory. Articles that only one server may see join stories in that
 * server's view and change nothing for others.
 */
export class StoryBook {
  readonly #fold = new StoryFold();
  readonly #slots = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #sketches: (Sketch | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  /** By server: its own articles by slot. */
  readonly #own = new Map<string, Map<number, OwnArticle>>();
  readonly #overlays = new Map<string, ReadonlyMap<number, FoldStory>>();
  readonly #members = new WeakMap<FoldStory, StoryMembers>();
  #version = 0;
  /** How many questions wait for an answer. */
  #asked = 0;
  /** The steps that are taken; only one at a time may change the fold. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #signal: AbortSignal | undefined;

  /** Joining, which takes minutes after the start with a large store, ends when the signal aborts. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Changes whenever an article does. */
  get version(): number {
    return this.#version;
  }

  /** The share of the hours of publication that are joined: 0 to 1. */
  get progress(): number {
    return this.#fold.progress;
  }

  /** The stories that are joined, those of one article included. */
  get storyCount(): number {
    return this.#ids.reduce(
      (count, id, slot) => count + Number(id !== '' && this.#fold.storyOf(slot)?.slots[0] === slot),
      0,
    );
  }

  /** Adds an article, or replaces the one with its id. */
  put(article: BookArticle): void {
    this.#take(article.id, true);
    const { counts, names, sketch } = readStoryText(article);
    const { id, onlyFor } = article;
    const at = articleTime(article);
    this.#version += 1;
    this.#freeSlots.push(...this.#fold.takeFreed());
    const slot = this.#freeSlots.pop() ?? this.#ids.length;
    this.#ids[slot] = id;
    this.#sketches[slot] = sketch;
    this.#slots.set(id, slot);
    if (onlyFor === undefined) {
      this.#fold.add({ slot, id, at, counts, names });
      this.#overlays.clear();
      return;
    }
    this.#fold.keep({ slot, id, at, counts, names });
    const own = this.#own.get(onlyFor) ?? new Map<number, OwnArticle>();
    this.#own.set(onlyFor, own.set(slot, { id, at }));
    this.#overlays.delete(onlyFor);
  }

  /**
   * Removes an article; false if there was none. It leaves its story, whose others stay together until something new
   * comes to them: so thousands of old articles go without anybody waiting.
   */
  remove(id: string): boolean {
    return this.#take(id, false);
  }

  /** Takes an article out; one that another takes the place of as if it had never been. */
  #take(id: string, isReplaced: boolean): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    this.#version += 1;
    const owner = [...this.#own.values()].find((own) => own.delete(slot));
    if (owner) this.#fold.drop(slot);
    else if (isReplaced) this.#fold.remove(slot, id);
    else this.#fold.forget(slot, id);
    this.#overlays.clear();
    this.#slots.delete(id);
    this.#ids[slot] = '';
    this.#sketches[slot] = undefined;
    if (owner || isReplaced) this.#freeSlots.push(slot);
    return true;
  }

  /** Brings all stories up to date, in slices. */
  settle(): Promise<void> {
    return this.#inTurn(() => this.#fold.settle());
  }

  /**
   * The stories of some articles as one server sees them, or without a server everyone; in the order of
   * `ids`, each once. An article that the book doesn't know has none.
   */
  async storiesOf(ids: readonly string[], guildId?: string): Promise<StoryMembers[]> {
    this.#asked += 1;
    try {
      return await this.#answer(ids, guildId);
    } finally {
      this.#asked -= 1;
    }
  }

  async #answer(ids: readonly string[], guildId: string | undefined): Promise<StoryMembers[]> {
    const breathe = createBreather();
    for (;;) {
      if (this.#fold.progress < 1) await this.settle();
      const overlay = await this.#overlay(guildId);
      // An article may arrive during the steps, so both must hold at once, without a pause before they are used.
      if (this.#fold.progress < 1 || !overlay) continue;
      const stories = this.#lookUp(ids, overlay);
      const pause = this.#describeNew(stories, breathe);
      if (!pause) return [...stories].map((story) => this.#describe(story));
      await pause;
    }
  }

  #lookUp(ids: readonly string[], overlay: ReadonlyMap<number, FoldStory>): ReadonlySet<FoldStory> {
    const stories = new Set<FoldStory>();
    for (const id of ids) {
      const slot = this.#slots.get(id) ?? -1;
      const story = overlay.get(slot) ?? this.#fold.storyOf(slot);
      if (story) stories.add(story);
    }
    return stories;
  }

  /** Describes stories for the first time until a pause is due, and returns that. */
  #describeNew(stories: Iterable<FoldStory>, breathe: Breather): Promise<void> | undefined {
    for (const story of stories) {
      if (this.#members.has(story)) continue;
      this.#describe(story);
      const pause = breathe();
      if (pause) return pause;
    }
    return undefined;
  }

  /** The stories that a server's own articles are in, by slot; undefined if an article came meanwhile. */
  async #overlay(guildId: string | undefined): Promise<ReadonlyMap<number, FoldStory> | undefined> {
    const own = this.#own.get(guildId ?? '');
    if (guildId === undefined || !own || own.size === 0) return NO_OVERLAY;
    const known = this.#overlays.get(guildId);
    if (known) return known;
    const overlay = await this.#inTurn(() => {
      const slots = [...own]
        .toSorted(([, a], [, b]) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .map(([slot]) => slot);
      return this.#fold.overlay(slots);
    });
    if (overlay) this.#overlays.set(guildId, overlay);
    return overlay;
  }

  #inTurn<T>(begin: () => Steps<T>): Promise<T> {
    const breathe = createBreather(() => (this.#asked > 0 ? 'answering' : 'following'));
    const taken = this.#turn.then(() => runInSlices(begin(), breathe, this.#signal));
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  #describe(story: FoldStory): StoryMembers {
    let members = this.#members.get(story);
    if (!members) {
      const articleIds = story.slots.map((slot) => this.#ids[slot]!);
      const sketches = story.slots.map((slot) => this.#sketches[slot]!);
      members = buildStoryMembers(articleIds, sketches);
      this.#members.set(story, members);
    }
    return members;
  }
}
