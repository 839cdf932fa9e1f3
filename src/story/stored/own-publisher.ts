import { KEEP, REMOVE } from '../../store/record-store.ts';
import type { StoryBook } from '../book/story-book.ts';
import { STORY_RULES } from '../join/join-settings.ts';
import { packStory, type StoredStory } from './stored-story.ts';
import type { StoryRecords } from './story-records.ts';

type OwnBook = Pick<StoryBook, 'owners' | 'ownStories' | 'version'>;

/**
 * Publishes the stories that servers' own articles are in, each for its server alone. They are joined when a process
 * asks for them, since that takes as long as joining those articles.
 */
export class OwnPublisher {
  readonly #records: Pick<StoryRecords, 'own' | 'requests'>;
  /** Servers whose own articles changed since their record was written. */
  readonly #changed = new Set<string>();
  /** Servers whose stories this process has told. */
  readonly #kept = new Set<string>();
  /** By server: the version of the book of which the record is. */
  readonly #versions = new Map<string, number>();

  constructor(records: Pick<StoryRecords, 'own' | 'requests'>) {
    this.#records = records;
  }

  keep(guildId: string): void {
    this.#kept.add(guildId);
  }

  /** What is stored may be of servers without own articles by now. */
  async takeOver(): Promise<void> {
    for await (const [guildId] of this.#records.own.list()) this.#changed.add(guildId);
  }

  /** The servers whose stories are to be stored. */
  async listAsked(book: OwnBook): Promise<string[]> {
    const kept = [...this.#kept].filter(
      (guildId) => book.owners.has(guildId) && this.#versions.get(guildId) !== book.version,
    );
    this.#kept.clear();
    const asked = new Set(kept);
    for await (const [guildId] of this.#records.requests.list()) asked.add(guildId);
    return [...asked];
  }

  /** Joins the stories of servers. The book must stand still. */
  async collect(
    guildIds: readonly string[],
    book: OwnBook,
  ): Promise<ReadonlyMap<string, readonly StoredStory[]>> {
    const collected = new Map<string, readonly StoredStory[]>();
    for (const guildId of guildIds) {
      const stories = await book.ownStories(guildId);
      collected.set(guildId, stories.map(packStory));
      this.#versions.set(guildId, book.version);
    }
    return collected;
  }

  /** Stores which servers have own articles, and forgets the stories of those whose articles changed. */
  async noteOwners(book: OwnBook): Promise<void> {
    for (const guildId of book.owners.takeChanged()) this.#changed.add(guildId);
    for (const guildId of this.#changed) {
      if (book.owners.has(guildId))
        await this.#records.own.put(guildId, { rules: STORY_RULES, stories: [] });
      else await this.#records.own.remove(guildId);
      this.#changed.delete(guildId);
    }
  }

  /** Stores collected stories as of a cursor that is published. */
  async store(
    collected: ReadonlyMap<string, readonly StoredStory[]>,
    position: number,
  ): Promise<void> {
    for (const [guildId, stories] of collected) {
      await this.#records.own.change(guildId, (present) =>
        present ? { rules: STORY_RULES, position, stories } : KEEP,
      );
      await this.#records.requests.change(guildId, (asked) =>
        asked && asked.position <= position ? REMOVE : KEEP,
      );
    }
  }
}
