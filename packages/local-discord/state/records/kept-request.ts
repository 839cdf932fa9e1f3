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
export interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}
