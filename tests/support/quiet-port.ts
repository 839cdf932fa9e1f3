import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the system gives to connections, so that none takes it while its server is down. */
const RANGE = { from: 20_000, count: 12_000 } as const;

/** A free port for a server that is stopped and started again. */
export async function findQuietPort(): Promise<number> {
  for (;;) {
    const port = RANGE.from + Math.floor(Math.random() * RANGE.count);
    const server = createServer();
    try {
      server.listen(port);
      await once(server, 'listening');
      server.close();
      await once(server, 'close');
      return port;
    } catch {
      // Someone else has it.
    }
  }
}
