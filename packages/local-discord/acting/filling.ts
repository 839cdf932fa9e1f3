import type {
  APIAttachment,
  APIInteractionDataResolved,
  ChannelType,
  Snowflake,
} from 'discord-api-types/v10';
import type { World } from '../state/world.ts';
import { storeGivenFile, type GivenFile } from './given-file.ts';
import { resolveIds, type NamedKind } from './resolve-values.ts';
import type { Actor } from './send-interaction.ts';

/** Access to channels and files while a command's options or a modal's fields are filled in. */
export interface Filling {
  readonly channelTypeOf: (id: string) => ChannelType | undefined;
  /** Stores a file and returns its attachment's id. */
  readonly storeFile: (file: GivenFile) => string;
  /** Looks up the named ids and adds the stored files. Throws Refused for an unknown id. */
  readonly resolve: (
    named: readonly (readonly [NamedKind, Snowflake])[],
  ) => APIInteractionDataResolved | undefined;
}

/** Creates the Filling of one interaction. */
export function createFilling(world: World, actor: Actor): Filling {
  const attachments: Record<string, APIAttachment> = {};
  return {
    channelTypeOf: (id) => world.channels.get(id)?.type,
    storeFile(file) {
      const stored = storeGivenFile(world, actor.channel.id, file);
      attachments[stored.id] = stored;
      return stored.id;
    },
    resolve(named) {
      const resolved = resolveIds(world, actor, named);
      return Object.keys(attachments).length > 0 ? { ...resolved, attachments } : resolved;
    },
  };
}
