import type { APIAttachment } from 'discord-api-types/v10';
import { buildAttachments } from '../state/attachments.ts';
import type { World } from '../state/world.ts';
import { Refused } from './refused.ts';

/** A file that a user sends along with a command or in a modal. */
export interface GivenFile {
  readonly filename: string;
  readonly content: string;
  /** How `content` holds the bytes; `utf8` by default. */
  readonly encoding?: 'utf8' | 'base64' | undefined;
  /** Plain text by default. */
  readonly contentType?: string | undefined;
}

/** What Discord takes from somebody without a subscription. */
const maxBytes = 10 * 1024 * 1024;

/** Stores a file as Discord does before the command is sent. Throws Refused for one that is too large. */
export function storeGivenFile(
  world: World,
  channelId: string,
  { filename, content, encoding = 'utf8', contentType }: GivenFile,
): APIAttachment {
  const bytes = new Uint8Array(Buffer.from(content, encoding));
  if (bytes.byteLength > maxBytes) throw new Refused('The file is too large.');
  const upload = {
    index: '0',
    name: filename,
    contentType: typeOf(contentType, encoding),
    bytes,
  };
  const [stored] = buildAttachments(world, channelId, {}, [upload]);
  if (!stored) throw new Refused('The file could not be stored.');
  return { ...stored, ephemeral: true };
}

function typeOf(said: string | undefined, encoding: 'utf8' | 'base64'): string {
  const type = said ?? 'text/plain';
  const isBare = type.startsWith('text/') && !type.includes('charset');
  return isBare && encoding === 'utf8' ? `${type}; charset=utf-8` : type;
}
