import type { APIAttachment } from 'discord-api-types/v10';
import { buildAttachments } from '../state/attachments.ts';
import type { World } from '../state/world.ts';
import { Refused } from './refused.ts';

/** A file that a user sends with a command or in a modal. */
export interface GivenFile {
  readonly filename: string;
  readonly content: string;
  /** The encoding of `content`; `utf8` by default. */
  readonly encoding?: 'utf8' | 'base64' | undefined;
  /** `text/plain` by default. */
  readonly contentType?: string | undefined;
}

/** Discord's limit for users without a subscription. */
const maxBytes = 10 * 1024 * 1024;

/** Stores a file, as Discord does before it sends the command. Throws Refused if the file is too large. */
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

function typeOf(declared: string | undefined, encoding: 'utf8' | 'base64'): string {
  const type = declared ?? 'text/plain';
  const lacksCharset = type.startsWith('text/') && !type.includes('charset');
  return lacksCharset && encoding === 'utf8' ? `${type}; charset=utf-8` : type;
}
