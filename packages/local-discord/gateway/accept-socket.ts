import type { IncomingMessage } from 'node:http';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { RawData, WebSocket } from 'ws';
import type { World } from '../state/world.ts';
import { greet } from './greeting.ts';
import { bareToken, checkIdentify } from './identify.ts';
import { answerMembersRequest } from './request-members.ts';
import { sendPayload, type Session } from './session.ts';

/** The gateway's state as its sockets use it. */
export interface SocketContext {
  readonly world: World;
  findSession(id: string): Session | undefined;
  openSession(socket: WebSocket, intents: number, shard: readonly [number, number]): Session;
  countResume(): void;
  endSession(id: string): void;
  /** Whether a shard may identify now; if so, that counts. */
  mayIdentify(shard: readonly [number, number]): boolean;
  /** Returns the code with which a test wants sockets to be closed when they identify. */
  closeCodeAtIdentify(): number | undefined;
  /** Updates whether a bot is connected. Called after a socket was opened or closed. */
  updateOnline(): void;
}

/** Discord's limits on the payloads that a bot sends. Source: https://docs.discord.com/developers/events/gateway */
const sendRules = {
  heartbeatIntervalMs: 41_250,
  maxBytes: 4_096,
  maxSends: 120,
  perMs: 60_000,
} as const;

const payloadSchema = z.object({ op: z.number().int(), d: z.unknown().optional() });
const opcodeSchema = z.enum(GatewayOpcodes);
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

/** Greets a socket with Hello and serves it until it closes. */
export function acceptSocket(
  context: SocketContext,
  socket: WebSocket,
  request: IncomingMessage,
): void {
  const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
  if ((query.get('v') ?? '10') !== '10') {
    socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
    return;
  }
  if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
    socket.close(GatewayCloseCodes.DecodeError, 'Only JSON without compression is supported.');
    return;
  }
  let session: Session | undefined;
  let lastHeardAt = context.world.clock.monotonic();
  const sentAt: number[] = [];
  const watch = setInterval(() => {
    const silentMs = context.world.clock.monotonic() - lastHeardAt;
    if (silentMs > 2 * sendRules.heartbeatIntervalMs) {
      socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
    }
  }, sendRules.heartbeatIntervalMs);
  watch.unref();

  const receive = (raw: RawData): void => {
    const now = context.world.clock.monotonic();
    const bytes = raw as Buffer;
    if (bytes.byteLength > sendRules.maxBytes) {
      socket.close(GatewayCloseCodes.DecodeError, 'Payload too large.');
      return;
    }
    sentAt.push(now);
    while ((sentAt[0] ?? now) <= now - sendRules.perMs) sentAt.shift();
    if (sentAt.length > sendRules.maxSends) {
      socket.close(GatewayCloseCodes.RateLimited, 'You are being rate limited.');
      return;
    }
    const payload = parsePayload(bytes);
    if (!payload) {
      socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      return;
    }
    const op = opcodeSchema.safeParse(payload.op);
    if (op.success) handle(op.data, payload.d, now);
    else socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  };

  const handle = (op: GatewayOpcodes, d: unknown, now: number): void => {
    if (op === GatewayOpcodes.Heartbeat) {
      lastHeardAt = now;
      sendPayload(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
      return;
    }
    if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
      if (session?.socket === socket) {
        socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
        return;
      }
      session =
        op === GatewayOpcodes.Identify ? identify(context, socket, d) : resume(context, socket, d);
      context.updateOnline();
      return;
    }
    if (session?.socket !== socket) {
      socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      return;
    }
    if (op === GatewayOpcodes.RequestGuildMembers) answerMembersRequest(context.world, session, d);
    else if (op !== GatewayOpcodes.PresenceUpdate && op !== GatewayOpcodes.VoiceStateUpdate) {
      socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  };

  socket.on('message', receive);
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearInterval(watch);
    session?.detach(socket);
    if (session && (code === 1000 || code === 1001)) context.endSession(session.id);
    context.updateOnline();
  });
  sendPayload(socket, {
    op: GatewayOpcodes.Hello,
    d: { heartbeat_interval: sendRules.heartbeatIntervalMs },
  });
}

function identify(context: SocketContext, socket: WebSocket, d: unknown): Session | undefined {
  const closeCode = context.closeCodeAtIdentify();
  if (closeCode !== undefined) {
    socket.close(closeCode);
    return undefined;
  }
  const result = checkIdentify(context.world, d);
  if ('closeCode' in result) {
    socket.close(result.closeCode, result.reason);
    return undefined;
  }
  if (!context.mayIdentify(result.shard)) {
    sendPayload(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    return undefined;
  }
  const session = context.openSession(socket, result.intents, result.shard);
  greet(context.world, session);
  return session;
}

function resume(context: SocketContext, socket: WebSocket, d: unknown): Session | undefined {
  const parsed = resumeSchema.safeParse(d);
  if (!parsed.success || bareToken(parsed.data.token) !== context.world.application.token) {
    socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    return undefined;
  }
  const { session_id: id, seq } = parsed.data;
  const session = context.findSession(id);
  if (session && seq > session.lastSequence) {
    socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    return undefined;
  }
  if (!session?.resume(socket, seq)) {
    sendPayload(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    return undefined;
  }
  session.dispatch({ t: GatewayDispatchEvents.Resumed, d: undefined });
  context.countResume();
  return session;
}

function parsePayload(bytes: Buffer): z.infer<typeof payloadSchema> | undefined {
  try {
    return payloadSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}
