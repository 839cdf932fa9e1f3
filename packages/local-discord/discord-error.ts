/** Discord's answer to a request that it refuses: a status, a JSON error code and, for 50035, an error per field. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly status: number;
  readonly code: number;
  readonly errors: NestedErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: NestedErrors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** Returns the body of the HTTP response. */
  toBody(): { message: string; code: number; errors?: NestedErrors } {
    const body = { message: this.message, code: this.code };
    return this.errors === undefined ? body : { ...body, errors: this.errors };
  }
}

/** One error of one field. */
export interface FieldError {
  readonly code: string;
  readonly message: string;
}

/** Errors nested like the request's body, with `_errors` at each field that is wrong. */
export interface NestedErrors {
  [field: string]: NestedErrors | readonly FieldError[];
}

const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
  tooManyCommandCreates: [
    400,
    30034,
    'Max number of daily application command creates has been reached (200)',
  ],
  requestTooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tooManyFollowUps: [
    400,
    40094,
    'This interaction has reached the maximum number of follow up messages',
  ],
  missingAccess: [403, 50001, 'Missing Access'],
  cannotEditOthers: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  noMutualGuilds: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  cannotActOnChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

/** The name of an error with a fixed status, code and message. */
export type Refusal = keyof typeof refusals;

/** Returns an error whose status, code and message are always the same. */
export function refuse(refusal: Refusal): DiscordError {
  const [status, code, message] = refusals[refusal];
  return new DiscordError(status, code, message);
}
