import type {
  APIAttachment,
  APIInteractionDataResolved,
  ChannelType,
  Snowflake,
} from 'discord-api-types/v10';
import type { World } from '../state/world.ts';
import { storeGivenFile, type GivenFile } from './given-file.ts';
import { resolveIds, type NamedKind } from './resolve-values.ts';
import type { Place } from './send-interaction.ts';

/** What filling in a command's options or a modal's fields needs of this Discord. */
export interface Filling {
  readonly channelTypeOf: (id: string) => ChannelType | undefined;
  /** Stores a file and gives the id that names it. */
  readonly storeFile: (file: GivenFile) => string;
  /** Looks up what was named, the stored files with it. Throws Refused for an unknown id. */
  readonly resolve: (
    named: readonly (readonly [NamedKind, Snowflake])[],
  ) => APIInteractionDataResolved | undefined;
}

/** Creates what fills in one interaction. */
export function createFilling(world: World, at: Place): Filling {
  const attachments: Record<string, APIAttachment> = {};
  return {
    channelTypeOf: (id) => world.channels.get(id)?.type,
    storeFile(file) {
      const stored = storeGivenFile(world, at.channel.id, file);
      attachments[stored.id] = stored;
      return stored.id;
    },
    resolve(named) {
      const resolved = resolveIds(world, at, named);
      return Object.keys(attachments).length > 0 ? { ...resolved, attachments } : resolved;
    },
  };
}
