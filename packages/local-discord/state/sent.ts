import type { Upload } from './attachments.ts';
import type { StoredMessage, World } from './world.ts';

/** A request of the bot as it came, kept with the message that it created or changed. */
export interface KeptRequest {
  /** Ms since 1970. */
  readonly atMs: number;
  readonly method: string;
  /** Below `/api/v10`, without tokens. */
  readonly path: string;
  /** The JSON as it was written. */
  readonly text: string;
  readonly files: readonly KeptFile[];
}

/** What is remembered of a file that was sent: not its bytes, which the attachment has. */
interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/**
 * Requests kept of one message: the first, which created it, and the newest. Somebody may page through
 * a message all day long.
 */
const requestsKept = 50;

/** Keeps a request with its message, as long as the message is there. */
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

/** Whoever has an interaction's token may answer in the bot's name. */
function hideToken(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/[^/?]+\/)[^/?]+/, '$1:token');
}

function describeFile({ name, contentType, bytes }: Upload): KeptFile {
  return { name, contentType, bytes: bytes.byteLength };
}
