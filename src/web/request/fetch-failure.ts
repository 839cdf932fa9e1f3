/** Why a document could not be had: a closed set, for code that branches on it. */
export type FetchFailure = keyof typeof SENTENCES;

/** What a failure's sentence and its reader need to know. */
export interface FailureDetail {
  /** The host as the link has it, for people. */
  readonly host?: string;
  /** What was wrong, in words that end the sentence. */
  readonly what?: string;
  /** The limit that was passed, in milliseconds. */
  readonly limitMs?: number;
  /** The limit that was passed, in bytes. */
  readonly limitBytes?: number;
  /** The HTTP status of the answer. */
  readonly status?: number;
  /** How long the host asks to be left alone. */
  readonly retryAfterMs?: number;
}

/** A failure on its way to the outcome; no caller of a Fetcher ever sees it thrown. */
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
  'bad-link': () => 'This is no web address.',
  'link-too-long': () => 'This link is too long.',
  'refused-scheme': ({ what }) => `Only http and https links are opened, not ${what}.`,
  'refused-credentials': () => 'Links with a user name or password in them are not opened.',
  'refused-port': ({ host }) => `${host}: only the usual ports of http and https are opened.`,
  'refused-address': ({ host, what }) => `${host} leads to ${what} and is not opened.`,
  'no-such-host': ({ host }) => `${host} was not found: is it spelled right?`,
  'dns-failed': ({ host }) => `${host} could not be looked up; the name service did not answer.`,
  'no-connection': ({ host, what }) => `${host} could not be reached${inBrackets(what)}.`,
  'bad-certificate': ({ host, what }) =>
    `The certificate of ${host} is not valid${inBrackets(what)}.`,
  'tls-failed': ({ host }) => `No secure connection to ${host} could be made.`,
  'connect-timeout': ({ host, limitMs }) =>
    `${host} could not be reached within ${seconds(limitMs)}.`,
  'headers-timeout': ({ host, limitMs }) => `${host} did not answer within ${seconds(limitMs)}.`,
  'body-timeout': ({ host, limitMs }) => `${host} sent nothing more for ${seconds(limitMs)}.`,
  'too-slow': ({ host, limitMs }) => `${host} did not send all of it within ${seconds(limitMs)}.`,
  'broken-off': ({ host }) => `${host} broke the connection off before all was sent.`,
  'bad-response': ({ host }) => `${host} sent an answer that is not proper HTTP.`,
  'bad-encoding': ({ host }) => `${host} sent data that cannot be decompressed.`,
  'too-large': ({ host, limitBytes }) =>
    `What ${host} sends is larger than ${megabytes(limitBytes)}.`,
  'wrong-type': ({ host, what }) => `${host} sent ${what}, not a text.`,
  'too-many-redirects': ({ host }) => `${host} redirects too many times.`,
  'redirect-loop': ({ host }) => `${host} redirects in a circle.`,
  'bad-redirect': ({ host }) => `${host} redirects to nowhere.`,
  'not-found': ({ host, status }) => `${host} does not have this page (${status}).`,
  forbidden: ({ host, status }) => `${host} does not let this page be read (${status}).`,
  'rate-limited': ({ host }) => `${host} asks for fewer requests; it is left alone for a while.`,
  'server-error': ({ host, status }) => `${host} has a fault of its own (${status}).`,
  'http-status': ({ host, status }) => `${host} answered with status ${status}.`,
  'robots-disallowed': ({ host }) =>
    `The robots.txt of ${host} asks programs not to read this page.`,
  'robots-unreachable': ({ host }) =>
    `The robots.txt of ${host} cannot be read now, so its pages are left alone for a while.`,
  busy: () => 'Too many links are being read already; try again later.',
  aborted: () => 'Reading was given up.',
  closed: () => 'The bot is being stopped.',
  unexpected: ({ host }) => `${host} could not be read.`,
} as const satisfies Record<string, (detail: FailureDetail) => string>;

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
