/** Why a document could not be fetched: a closed set, for code that branches on it. */
export type FetchFailure = keyof typeof SENTENCES;

/** The details of a failure, for its sentence and for the caller. */
export interface FailureDetail {
  /** The host, spelled as in the link. */
  readonly host?: string;
  /** What was wrong, worded to fit into the sentence. */
  readonly what?: string;
  /** The exceeded limit, in milliseconds. */
  readonly limitMs?: number;
  /** The exceeded limit, in bytes. */
  readonly limitBytes?: number;
  /** The HTTP status of the response. */
  readonly status?: number;
  /** How long the host asks to be left alone. */
  readonly retryAfterMs?: number;
}

/** A failure inside the fetcher. Callers of a Fetcher get it as an outcome, never thrown. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly reason: FetchFailure;
  readonly detail: FailureDetail;

  constructor(reason: FetchFailure, detail: FailureDetail = {}) {
    super(SENTENCES[reason]({ host: 'The host', ...detail }));
    this.reason = reason;
    this.detail = detail;
  }
}

const SENTENCES = {
  'bad-link': () => 'This is not a web address.',
  'link-too-long': () => 'This link is too long.',
  'refused-scheme': ({ what }) => `Only http and https links are opened, not ${what}.`,
  'refused-credentials': () => 'Links with a user name or password in them are not opened.',
  'refused-port': ({ host }) => `${host}: only the usual ports of http and https are opened.`,
  'refused-address': ({ host, what }) => `${host} leads to ${what} and is not opened.`,
  'no-such-host': ({ host }) => `${host} was not found.`,
  'dns-failed': ({ host }) => `${host} could not be looked up; the DNS server did not answer.`,
  'no-connection': ({ host, what }) => `${host} could not be reached${inBrackets(what)}.`,
  'bad-certificate': ({ host, what }) =>
    `The certificate of ${host} is not valid${inBrackets(what)}.`,
  'tls-failed': ({ host }) => `No secure connection to ${host} could be made.`,
  'connect-timeout': ({ host, limitMs }) =>
    `${host} could not be reached within ${seconds(limitMs)}.`,
  'headers-timeout': ({ host, limitMs }) => `${host} did not answer within ${seconds(limitMs)}.`,
  'body-timeout': ({ host, limitMs }) => `${host} sent nothing more for ${seconds(limitMs)}.`,
  'too-slow': ({ host, limitMs }) => `${host} did not send all of it within ${seconds(limitMs)}.`,
  'broken-off': ({ host }) => `${host} closed the connection before everything was sent.`,
  'bad-response': ({ host }) => `${host} sent a response that is not valid HTTP.`,
  'bad-encoding': ({ host }) => `${host} sent data that cannot be decompressed.`,
  'too-large': ({ host, limitBytes }) =>
    `What ${host} sends is larger than ${megabytes(limitBytes)}.`,
  'wrong-type': ({ host, what }) => `${host} sent ${what}, not text.`,
  'too-many-redirects': ({ host }) => `${host} redirects too many times.`,
  'redirect-loop': ({ host }) => `${host} redirects in a circle.`,
  'bad-redirect': ({ host }) => `${host} redirects to nowhere.`,
  'not-found': ({ host, status }) => `${host} does not have this page (${status}).`,
  forbidden: ({ host, status }) => `${host} does not allow this page to be read (${status}).`,
  'rate-limited': ({ host }) => `${host} asks for fewer requests; it is left alone for a while.`,
  'server-error': ({ host, status }) => `${host} had an internal error (${status}).`,
  'http-status': ({ host, status }) => `${host} answered with status ${status}.`,
  'robots-disallowed': ({ host }) =>
    `The robots.txt of ${host} asks programs not to read this page.`,
  'robots-unreachable': ({ host }) =>
    `The robots.txt of ${host} cannot be read now, so its pages are left alone for a while.`,
  busy: () => 'Too many links are being read already; try again later.',
  aborted: () => 'Reading was given up.',
  closed: () => 'The bot is shutting down.',
  unexpected: ({ host }) => `${host} could not be read.`,
} as const satisfies Record<string, (detail: FailureDetail) => string>;

/** Describes a failure to the person who typed the link. Feeds that are polled were right once. */
export function explainToTypist({
  reason,
  message,
}: {
  readonly reason: string;
  readonly message: string;
}): string {
  const isTypo = reason === ('no-such-host' satisfies FetchFailure);
  return isTypo ? message.replace(/\.$/u, ': is it spelled right?') : message;
}

function seconds(ms = 0): string {
  const value = Math.max(1, Math.round(ms / 1000));
  return value === 1 ? 'one second' : `${value} seconds`;
}

function megabytes(bytes = 0): string {
  return `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
}

function inBrackets(what: string | undefined): string {
  return what === undefined ? '' : ` (${what})`;
}
