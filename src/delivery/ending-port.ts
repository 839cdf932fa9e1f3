import { setMaxListeners } from 'node:events';
import { onAbort } from '../abort.ts';
import type { MessagePort } from './message-port.ts';

/**
 * The same port, but its requests end when `ending` aborts, however much time they have left. For the code that sent
 * them, Discord has not answered: what it records is taken up by the next process.
 */
export function createEndingPort(port: MessagePort, ending: AbortSignal): MessagePort {
  // Every request under way listens to it. More than ten at once are no leak.
  setMaxListeners(0, ending);
  async function until<T>(signal: AbortSignal, send: (signal: AbortSignal) => Promise<T>) {
    const either = new AbortController();
    const stops = [signal, ending].map((one) =>
      onAbort(one, () => either.abort(one.reason as Error)),
    );
    try {
      return await send(either.signal);
    } finally {
      for (const stop of stops) stop();
    }
  }
  return {
    post: (channelId, message, nonce, signal) =>
      until(signal, (either) => port.post(channelId, message, nonce, either)),
    find: (wanted, signal) => until(signal, (either) => port.find(wanted, either)),
    openDirect: (userId, signal) => until(signal, (either) => port.openDirect(userId, either)),
    startThread: (channelId, messageId, name, signal) =>
      until(signal, (either) => port.startThread(channelId, messageId, name, either)),
  };
}
