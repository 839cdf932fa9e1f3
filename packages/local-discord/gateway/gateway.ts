import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { GatewayCounts, GatewayFaults } from '../faults/gateway-faults.ts';
import { isFromThisMachine } from '../guard/is-from-this-machine.ts';
import type { World } from '../state/world.ts';
import { acceptSocket, type SocketContext } from './accept-socket.ts';
import { createIdentifyLimit } from './identify-limit.ts';
import { createSession, freezeSocket, sendPayload, type Session } from './session.ts';
import { receivesEvent, withoutHiddenContent } from './visible.ts';

/** The gateway of the server. */
export interface Gateway extends GatewayFaults {
  close(): void;
}

/** How long a session without a socket can be resumed, in ms. */
const resumableMs = 3 * 60_000;

/** Close codes after which a session cannot be resumed. */
const sessionEndingCodes = new Set([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** Opens the gateway on an HTTP server. */
export function openGateway(world: World, server: Server): Gateway {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const sessions = new Map<string, Session>();
  const counts: GatewayCounts = { identified: 0, resumed: 0, refused: 0, limited: 0 };
  const limit = createIdentifyLimit(() => world.clock.monotonic());
  let refusing = false;
  let silent = false;
  let closeCode: number | undefined;

  const context: SocketContext = {
    world,
    findSession: (id) => sessions.get(id),
    openSession(socket, intents, shard) {
      const id = randomUUID().replaceAll('-', '');
      const session = createSession(id, socket, intents, shard, () => world.clock.monotonic());
      sessions.set(session.id, session);
      counts.identified += 1;
      return session;
    },
    mayIdentify(shard) {
      const may = limit.allows(shard, world.application.maxConcurrency);
      if (!may) counts.limited += 1;
      return may;
    },
    countResume() {
      counts.resumed += 1;
    },
    endSession: (id) => sessions.delete(id),
    closeCodeAtIdentify: () => closeCode,
    updateOnline() {
      const isOnline = [...sessions.values()].some(({ socket }) => socket !== undefined);
      if (isOnline === world.application.isOnline) return;
      world.application.isOnline = isOnline;
      world.viewUpdates.publish({ event: { kind: 'view' } });
    },
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // The server hands the socket over without a listener. An error that nobody hears would end the process.
    socket.on('error', () => socket.destroy());
    const { host, origin } = request.headers;
    // Browsers let any page open a WebSocket to any address. Only the Origin header tells which site it is from.
    if (!isFromThisMachine({ host, origin })) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    if (refusing || new URL(request.url ?? '/', 'ws://localhost').pathname !== '/') {
      counts.refused += 1;
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (!silent) acceptSocket(context, client, request);
    });
  });

  const unsubscribe = world.feed.subscribe((published) => {
    const { dispatch } = published;
    const isPosted =
      dispatch.t === GatewayDispatchEvents.InteractionCreate &&
      world.application.interactionsEndpoint !== undefined;
    if (isPosted) return;
    for (const session of sessions.values()) {
      if (session.awayMs() > resumableMs) sessions.delete(session.id);
      if (!receivesEvent(world, session, published)) continue;
      session.dispatch(withoutHiddenContent(world, session.intents, dispatch));
    }
  });

  const eachSocket = (act: (socket: WebSocket) => void): void => {
    for (const socket of sockets.clients) act(socket);
  };
  return {
    sessions,
    counts,
    dropSockets: () => eachSocket((socket) => socket.terminate()),
    closeSockets(code, reason = '') {
      if (sessionEndingCodes.has(code)) sessions.clear();
      eachSocket((socket) => socket.close(code, reason));
    },
    freezeSockets: () => eachSocket(freezeSocket),
    askToReconnect: () =>
      eachSocket((socket) => sendPayload(socket, { op: GatewayOpcodes.Reconnect, d: null })),
    invalidateSessions(resumable) {
      for (const session of sessions.values()) if (session.socket) session.detach(session.socket);
      if (!resumable) sessions.clear();
      eachSocket((socket) =>
        sendPayload(socket, { op: GatewayOpcodes.InvalidSession, d: resumable }),
      );
    },
    refuseConnections(refuse) {
      refusing = refuse;
    },
    staySilent(shouldStay) {
      silent = shouldStay;
    },
    closeAtIdentify(code) {
      closeCode = code;
    },
    close() {
      unsubscribe();
      eachSocket((socket) => socket.terminate());
      sockets.close();
    },
  };
}
