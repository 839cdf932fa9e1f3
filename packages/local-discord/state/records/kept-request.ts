/** A request of the bot, stored with the message that it created or changed. */
export interface KeptRequest {
  /** Ms since 1970. */
  readonly atMs: number;
  readonly method: string;
  /** The path below `/api/v10`, without tokens. */
  readonly path: string;
  /** The JSON as the bot sent it. */
  readonly text: string;
  readonly files: readonly KeptFile[];
}

/** A file of a request, without its content, which the attachment has. */
export interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  /** The size in bytes. */
  readonly bytes: number;
}
