import { STORY_RULES } from '../join/join-settings.ts';
import type { OwnStories, StoryRecords } from './story-records.ts';

/** The stories of servers with own articles, as the process that joins them has stored them. */
export interface OwnReading {
  /** What is stored for a server; undefined if it has no own articles. */
  read(guildId: string | undefined): Promise<OwnStories | undefined>;
  /** Asks for a server's stories as of a cursor of the journal. */
  request(guildId: string, position: number): Promise<void>;
  /** Changes whenever something else was read. */
  readonly version: number;
}

export function createOwnReading({
  own,
  requests,
}: Pick<StoryRecords, 'own' | 'requests'>): OwnReading {
  /** By server: the position that was read last. */
  const positions = new Map<string, number | undefined>();
  let version = 0;
  return {
    async read(guildId) {
      if (guildId === undefined) return undefined;
      const stored = await own.get(guildId);
      const position = stored?.position;
      if (positions.get(guildId) !== position) version += 1;
      if (position === undefined) positions.delete(guildId);
      else positions.set(guildId, position);
      // Those of other rules are as good as none.
      return stored && stored.rules !== STORY_RULES ? { rules: STORY_RULES, stories: [] } : stored;
    },
    request: (guildId, position) => requests.put(guildId, { position }),
    get version() {
      return version;
    },
  };
}
