import type { SessionInfo } from '../gateway/session-info.ts';

/** The gateway's sessions, and what a test may do to them. */
export interface GatewayFaults {
  readonly sessions: ReadonlyMap<string, SessionInfo>;
  /** How often a bot identified, resumed, and was turned away. */
  readonly counts: Readonly<GatewayCounts>;
  /** Destroys every socket without a close frame; sessions stay resumable. */
  dropSockets(): void;
  /** Closes every socket with a code; sessions are forgotten where the code ends them. */
  closeSockets(code: number, reason?: string): void;
  /** Asks every bot to reconnect (op 7). */
  askToReconnect(): void;
  /** Declares every session invalid (op 9). */
  invalidateSessions(resumable: boolean): void;
  /** While true, connections are refused with 503. */
  refuseConnections(refuse: boolean): void;
  /** While true, connections are accepted and nothing is said on them, not even Hello. */
  staySilent(silent: boolean): void;
  /** Closes every socket that identifies with a code, until it is called without one. */
  closeAtIdentify(code?: number): void;
}

export interface GatewayCounts {
  identified: number;
  resumed: number;
  refused: number;
}
