import {
  GatewayOpcodes,
  type GatewayDispatchPayload,
  type GatewayReceivePayload,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Dispatch } from '../state/feed.ts';
import type { SessionInfo } from './session-info.ts';

/** How many events a session keeps for a resume. */
const replayEvents = 5_000;

/** A session of the bot. It outlives its socket so that a resume can replay the missed events. */
export interface Session extends SessionInfo {
  /** Milliseconds since its socket was closed; 0 while it has one. */
  awayMs(): number;
  /** Numbers an event, keeps it for a resume and sends it if there is a socket. */
  dispatch(event: Dispatch): void;
  /** Switches to a new socket and replays all events after a sequence number. False if they are gone. */
  resume(socket: WebSocket, afterSequence: number): boolean;
  /** Forgets a socket that was closed. */
  detach(socket: WebSocket): void;
  readonly socket: WebSocket | undefined;
}

/** Creates a session on a socket. */
export function createSession(
  id: string,
  socket: WebSocket,
  intents: number,
  shard: readonly [number, number],
  now: () => number,
): Session {
  let current: WebSocket | undefined = socket;
  let leftAt = 0;
  let sequence = 0;
  const kept: GatewayDispatchPayload[] = [];
  return {
    id,
    intents,
    shard,
    get lastSequence() {
      return sequence;
    },
    awayMs: () => (current ? 0 : now() - leftAt),
    get socket() {
      return current;
    },
    dispatch(event) {
      sequence += 1;
      // A copy, because a replayed event must not show later changes of the world.
      const payload = structuredClone({ op: GatewayOpcodes.Dispatch, s: sequence, ...event });
      kept.push(payload as GatewayDispatchPayload);
      if (kept.length > replayEvents) kept.shift();
      if (current) sendPayload(current, payload);
    },
    resume(next, afterSequence) {
      const oldestKept = kept[0]?.s ?? sequence + 1;
      if (afterSequence + 1 < oldestKept) return false;
      current = next;
      for (const payload of kept) if (payload.s > afterSequence) sendPayload(next, payload);
      return true;
    },
    detach(gone) {
      if (current !== gone) return;
      current = undefined;
      leftAt = now();
    },
  };
}

/** Sockets over which nothing is sent any more. */
const frozen = new WeakSet<WebSocket>();

/** Sends nothing more over a socket, heartbeats' answers included. */
export function freezeSocket(socket: WebSocket): void {
  frozen.add(socket);
}

/** Sends a payload as JSON, if the socket is open. */
export function sendPayload(socket: WebSocket, payload: GatewayReceivePayload | object): void {
  if (socket.readyState === socket.OPEN && !frozen.has(socket))
    socket.send(JSON.stringify(payload));
}
