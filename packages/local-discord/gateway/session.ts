import {
  GatewayOpcodes,
  type GatewayDispatchPayload,
  type GatewayReceivePayload,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Dispatch } from '../state/feed.ts';
import type { SessionInfo } from './session-info.ts';

/** How many events a session that lost its socket keeps for a resume. */
const replayEvents = 5_000;

/** A session of the bot: it outlives its socket, so that a resume can replay what was missed. */
export interface Session extends SessionInfo {
  /** Milliseconds since its socket went, 0 while it has one. */
  awayMs(): number;
  /** Numbers an event, keeps it for a resume and sends it if there is a socket. */
  dispatch(event: Dispatch): void;
  /** Takes over a new socket and sends again all events after the given number; false if they are gone. */
  resume(socket: WebSocket, afterSequence: number): boolean;
  /** Notes that the socket is gone. */
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
      // Events are told as they are now, however the world changes later.
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

/** Sends a payload as JSON, if the socket is open. */
export function sendPayload(socket: WebSocket, payload: GatewayReceivePayload | object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}
