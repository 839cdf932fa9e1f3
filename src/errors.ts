/** A machine-readable reason of an error. The message is for people. */
export type UserErrorCode =
  | 'bad-input'
  | 'bad-option'
  | 'not-found'
  | 'not-allowed'
  | 'too-short'
  | 'not-available'
  | 'bad-config'
  /** An older Dateline wrote it. The next start of the bot sees to that. */
  | 'outdated';

/**
 * The only error whose message users may see. It says what happened and what to do next. Any other
 * error is a bug: it is logged and answered with an apology and a reference.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: UserErrorCode;
  /** What Discord's members read instead, if the message is for the person who runs the bot. */
  readonly forMembers: string | undefined;

  constructor(
    code: UserErrorCode,
    message: string,
    { forMembers, ...options }: { cause?: unknown; forMembers?: string } = {},
  ) {
    super(message, options);
    this.code = code;
    this.forMembers = forMembers;
  }
}
