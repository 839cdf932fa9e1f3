import type { SessionInfo } from '../gateway/session-info.ts';

/** The gateway's sessions, and the faults that a test can inject. */
export interface GatewayFaults {
  readonly sessions: ReadonlyMap<string, SessionInfo>;
  /** How often bots identified, resumed, were refused a connection and identified too often. */
  readonly counts: Readonly<GatewayCounts>;
  /** Closes every socket without a close frame. Sessions stay resumable. */
  dropSockets(): void;
  /** Closes every socket with a code, and forgets the sessions if the code ends them. */
  closeSockets(code: number, reason?: string): void;
  /**
   * Sends nothing more over the sockets that are open, as if their connections had died unnoticed. Sessions stay
   * resumable.
   */
  freezeSockets(): void;
  /** Asks every bot to reconnect (op 7). */
  askToReconnect(): void;
  /** Declares every session invalid (op 9). */
  invalidateSessions(resumable: boolean): void;
  /** While true, connections are refused with 503. */
  refuseConnections(refuse: boolean): void;
  /** While true, connections are accepted but get no payloads, not even Hello. */
  staySilent(silent: boolean): void;
  /** Closes every socket with this code when it identifies. A call without a code ends that. */
  closeAtIdentify(code?: number): void;
}

export interface GatewayCounts {
  identified: number;
  resumed: number;
  refused: number;
  limited: number;
}
