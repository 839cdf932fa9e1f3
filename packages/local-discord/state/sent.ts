import type { Upload } from './attachments.ts';
import type { KeptFile } from './records/kept-request.ts';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/**
 * How many requests are kept for one message: the first, which created it, and the newest. Without a limit,
 * somebody who turns a message's pages all day would fill the memory.
 */
const requestsKept = 50;

/** Stores a request with its message. */
export function keepRequest(
  world: World,
  message: StoredMessage,
  request: {
    readonly method: string;
    readonly path: string;
    readonly text: string;
    readonly uploads: readonly Upload[];
  },
): void {
  const { method, path, text, uploads } = request;
  const kept = { atMs: world.clock.now(), method, path: hideToken(path), text };
  message.requests.push({ ...kept, files: uploads.map(describeFile) });
  if (message.requests.length > requestsKept) message.requests.splice(1, 1);
}

/** Hides an interaction's token, because anybody who has it may answer in the bot's name. */
function hideToken(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/[^/?]+\/)[^/?]+/, '$1:token');
}

function describeFile({ name, contentType, bytes }: Upload): KeptFile {
  return { name, contentType, bytes: bytes.byteLength };
}
