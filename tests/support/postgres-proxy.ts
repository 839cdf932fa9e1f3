import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A statement of a client: its text with the values, and what has to be sent on. */
interface Statement {
  readonly text: string;
  readonly bytes: Buffer;
}

/** A way to a PostgreSQL server on which a test can hold statements. */
export interface PostgresProxy {
  readonly url: string;
  /**
   * Holds the next statement that contains all of these words: `before` the server has it, or `after` the server has
   * done it and before the client knows.
   */
  readonly hold: (words: readonly string[], when: 'before' | 'after') => StatementHold;
  /** Refuses connections, as a server that was stopped. Open ones are the server's to close. */
  refuse(): void;
  /** Takes connections again. */
  take(): Promise<void>;
  close(): Promise<void>;
}

/** A statement that a test holds. */
interface StatementHold {
  /** Resolves when the statement arrives at the step where it is held. */
  readonly reached: Promise<void>;
  /** Continues. */
  release(): void;
  /** Closes the connection. */
  drop(): void;
}

interface Waiting {
  readonly words: readonly string[];
  readonly when: 'before' | 'after';
  readonly reach: () => void;
  readonly end: Promise<'go on' | 'drop'>;
}

/** Opens a proxy on loopback. */
export async function openPostgresProxy(serverUrl: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(serverUrl);
  const waiting = new Set<Waiting>();
  const sockets = new Set<Socket>();
  const take = (text: string): Waiting | undefined => {
    const found = [...waiting].find(({ words }) => words.every((word) => text.includes(word)));
    if (found) waiting.delete(found);
    return found;
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay();
      one.on('error', () => other.destroy());
      one.on('end', () => other.end());
      one.on('close', () => {
        sockets.delete(one);
        // What was written to it is still sent.
        other.end();
      });
    }
    void passStatements(client, upstream, take);
  });
  let at = 0;
  const listen = async (): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    at = (server.address() as AddressInfo).port;
  };
  await listen();
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${at}`;
  return {
    url: url.href,
    hold(words, when) {
      let reach!: () => void;
      let finish!: (how: 'go on' | 'drop') => void;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      const end = new Promise<'go on' | 'drop'>((resolve) => (finish = resolve));
      waiting.add({ words, when, reach, end });
      return { reached, release: () => finish('go on'), drop: () => finish('drop') };
    },
    refuse: () => void server.close(),
    take: listen,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close').catch(() => undefined);
    },
  };
}

/** Passes statements on, one after the other, and answers as they come unless they are held. */
async function passStatements(
  client: Socket,
  upstream: Socket,
  take: (text: string) => Waiting | undefined,
): Promise<void> {
  let answered: Waiting | undefined;
  /** Waits while a test holds this connection. */
  const pass = async (held: Waiting | undefined): Promise<void> => {
    held?.reach();
    if ((await held?.end) !== 'drop') return;
    client.destroy();
    upstream.destroy();
  };
  const answer = async (bytes: Buffer): Promise<void> => {
    if (answered && !isComplete(bytes)) await answered.end;
    else await pass(answered);
    answered = undefined;
    client.write(bytes);
  };
  upstream.on('data', (bytes: Buffer) => void answer(bytes));
  try {
    for await (const { text, bytes } of readStatements(client)) {
      const held = take(text);
      if (held?.when === 'before') await pass(held);
      else answered = held;
      upstream.write(bytes);
    }
  } catch {
    // The connection broke.
  }
}

/** ReadyForQuery is the end of every answer. */
function isComplete(answer: Buffer): boolean {
  return answer.length >= 6 && answer.readUInt8(answer.length - 6) === 'Z'.charCodeAt(0);
}

/** Messages after which the server answers: Sync, Query, Terminate, and those of the start. */
const LAST = new Set(['S', 'Q', 'X', 'p'].map((letter) => letter.charCodeAt(0)));

/** Reads what a client sends, a statement at a time. https://www.postgresql.org/docs/current/protocol-flow.html */
async function* readStatements(client: Socket): AsyncGenerator<Statement> {
  let rest = Buffer.alloc(0);
  let done = 0;
  let isStart = true;
  for await (const chunk of client as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message has no letter.
      const head = isStart ? 0 : 1;
      if (rest.length < done + head + 4) break;
      const end = done + head + rest.readUInt32BE(done + head);
      if (rest.length < end) break;
      const isLast = isStart || LAST.has(rest.readUInt8(done));
      done = end;
      if (!isLast) continue;
      const bytes = rest.subarray(0, done);
      yield { text: bytes.toString('latin1'), bytes };
      isStart = false;
      rest = rest.subarray(done);
      done = 0;
    }
  }
}
