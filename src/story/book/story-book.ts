import type { Article } from '../../article/article.ts';
import { articleTime } from '../../article/article-time.ts';
import { createBreather, runInSlices, type Steps } from '../../slices.ts';
import type { Sketch } from '../join/sketch.ts';
import { readStoryText } from '../join/story-text.ts';
import { OwnArticles } from './own-articles.ts';
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

/** The members of a story, and the sketches that they were told by: a text may change without its story. */
interface Described {
  readonly members: StoryMembers;
  readonly sketches: readonly Sketch[];
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
  readonly #own = new OwnArticles();
  readonly #overlays = new Map<string, ReadonlyMap<number, FoldStory>>();
  readonly #members = new WeakMap<FoldStory, Described>();
  /** Articles that came, changed or went since `takeChanged`. */
  readonly #changed = new Set<string>();
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
    const { counts, sketch } = readStoryText(article);
    const { id, onlyFor } = article;
    const at = articleTime(article);
    this.#version += 1;
    this.#freeSlots.push(...this.#fold.takeFreed());
    const slot = this.#freeSlots.pop() ?? this.#ids.length;
    this.#ids[slot] = id;
    this.#sketches[slot] = sketch;
    this.#slots.set(id, slot);
    this.#changed.add(id);
    if (onlyFor === undefined) {
      this.#fold.add({ slot, id, at, counts });
      this.#overlays.clear();
      return;
    }
    this.#fold.keep({ slot, id, at, counts });
    this.#own.add(onlyFor, slot, { id, at });
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
    const isOwn = this.#own.remove(slot);
    if (isOwn) this.#fold.drop(slot);
    else if (isReplaced) this.#fold.remove(slot, id);
    else this.#fold.forget(slot, id);
    this.#overlays.clear();
    this.#changed.add(id);
    this.#slots.delete(id);
    this.#ids[slot] = '';
    this.#sketches[slot] = undefined;
    if (isOwn || isReplaced) this.#freeSlots.push(slot);
    return true;
  }

  /** The ids of all articles. */
  ids(): Iterable<string> {
    return this.#slots.keys();
  }

  /** The articles whose stories may be others than at the last call, those that are gone included. */
  takeChanged(): Set<string> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    for (const slot of this.#fold.takeMoved()) {
      const id = this.#ids[slot] ?? '';
      if (id !== '') changed.add(id);
    }
    return changed;
  }

  /** Which servers have articles of their own. */
  get owners(): Pick<OwnArticles, 'has' | 'takeChanged'> {
    return this.#own;
  }

  /** The story of an article that everyone may see, if all are settled. */
  sharedStory(id: string): StoryMembers | undefined {
    const story = this.#fold.storyOf(this.#slots.get(id) ?? -1);
    return story && (this.#known(story) ?? this.#build(story).members);
  }

  /** The stories that a server's own articles are in. Nothing may change until it resolves. */
  async ownStories(guildId: string): Promise<StoryMembers[]> {
    await this.settle();
    const overlay = (await this.#overlay(guildId)) ?? NO_OVERLAY;
    return [...new Set(overlay.values())].map((story) => this.#describe(story));
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
      const version = this.#version;
      const stories = [...this.#lookUp(ids, overlay)];
      for (const story of stories) {
        if (this.#known(story)) continue;
        this.#describe(story);
        const pause = breathe();
        if (pause) await pause;
        if (this.#version !== version) break;
      }
      if (this.#version === version) return stories.map((story) => this.#describe(story));
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

  /** The stories that a server's own articles are in, by slot; undefined if an article came meanwhile. */
  async #overlay(guildId: string | undefined): Promise<ReadonlyMap<number, FoldStory> | undefined> {
    if (guildId === undefined || !this.#own.has(guildId)) return NO_OVERLAY;
    const known = this.#overlays.get(guildId);
    if (known) return known;
    const overlay = await this.#inTurn(() => this.#fold.overlay(this.#own.slotsOf(guildId)));
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
    const known = this.#known(story);
    if (known) return known;
    const described = this.#build(story);
    this.#members.set(story, described);
    return described.members;
  }

  /** What was told of a story before, if it still holds. */
  #known(story: FoldStory): StoryMembers | undefined {
    const described = this.#members.get(story);
    const holds = described?.sketches.every(
      (sketch, at) => sketch === this.#sketches[story.slots[at]!],
    );
    return holds ? described?.members : undefined;
  }

  #build(story: FoldStory): Described {
    const articleIds = story.slots.map((slot) => this.#ids[slot]!);
    const sketches = story.slots.map((slot) => this.#sketches[slot]!);
    return { members: buildStoryMembers(articleIds, sketches), sketches };
  }
}
