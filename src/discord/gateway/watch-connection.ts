import { Events, RESTEvents, type Client } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { explainClose, explainToken } from './explain-login.ts';

/** The dependencies of watching a connection. */
export interface WatchDependencies {
  readonly log: Log;
  readonly onFatal: (error: UserError) => void;
  /** Aborts when the bot starts closing the connection itself. */
  readonly closing: AbortSignal;
}

/**
 * Logs what happens to a logged-in client's connection. Calls `onFatal` once if discord.js will not
 * recover by itself: after a refused token, or a close code that ends the session.
 */
export function watchConnection(
  client: Client,
  { log, onFatal, closing }: WatchDependencies,
): void {
  let ended = false;
  function end(error: UserError): void {
    if (ended || closing.aborted) return;
    ended = true;
    log.fatal({ code: error.code }, error.message);
    onFatal(error);
  }

  client.on(Events.ShardReconnecting, (shard) => {
    if (!closing.aborted) log.info({ shard }, 'reconnecting to Discord');
  });
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'resumed the session with Discord'),
  );
  client.on(Events.ShardDisconnect, ({ code }) => end(explainClose(code) ?? explainEnd(code)));
  // Routes with a token of their own, such as an interaction's, answer 401 when that has expired.
  client.rest.on(RESTEvents.Response, (request, { status }) => {
    if (status === 401 && request.data.auth !== false) end(explainToken());
  });
}

function explainEnd(code: number): UserError {
  return new UserError(
    'not-available',
    `Discord ended the connection for good (close code ${code}). Start the bot again.`,
  );
}
