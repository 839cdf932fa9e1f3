import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openHealthServer, type HealthServer } from '../../src/health/health-server.ts';
import { CHECKS, judgeReadiness, type ReadinessFacts } from '../../src/health/readiness.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';
import { runCli } from '../support/run-cli.ts';

const TOKEN = 'correct-horse-battery';
const WELL: ReadinessFacts = {
  isEnding: false,
  store: { engine: 'SQLite' },
  index: { isLoaded: true, articleCount: 1 },
  gateway: { connected: true, guildCount: 2 },
  expected: CHECKS,
  since: { polling: 15_000, scheduling: 60_000 },
};

let opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened) await one.close();
  opened = [];
});

async function open(facts: () => ReadinessFacts = () => WELL, token?: string, host = '127.0.0.1') {
  const { log, lines } = collectLog();
  const server: HealthServer = await openHealthServer({
    address: { host, port: 0 },
    ...(token !== undefined && { token }),
    // As an async function: facts that throw reject.
    readiness: async () => judgeReadiness(await Promise.resolve().then(facts)),
    metrics: () => Promise.resolve({ text: 'up 1\n', contentType: 'text/plain; version=0.0.4' }),
    log,
  });
  opened.push(server);
  const address = `${host}:${server.port}`;
  return {
    address,
    lines,
    ask: (path: string, init?: RequestInit) => fetch(`http://${address}${path}`, init),
    check: (args: string[] = [], env: Record<string, string> = {}) =>
      runCli(['healthcheck', ...args], { env: { HEALTH_ADDRESS: address, ...env } }),
  };
}

describe('the health server', () => {
  it('answers that the process is alive, whether it is ready, and with metrics', async () => {
    const { ask } = await open();
    const live = await ask('/livez');
    expect([live.status, await live.text()]).toEqual([200, 'ok\n']);
    const ready = await ask('/readyz?verbose');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, checks: { length: 5 } });
    const metrics = await ask('/metrics');
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(await metrics.text()).toBe('up 1\n');
    expect((await ask('/')).status).toBe(404);
    const head = await ask('/readyz', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('says with 503 which part is not well', async () => {
    const { ask } = await open(() => ({ ...WELL, gateway: { connected: false, guildCount: 2 } }));
    const answer = await ask('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      ready: false,
      checks: { 2: { name: 'gateway', ok: false, detail: 'The connection to Discord is lost.' } },
    });
    expect((await ask('/livez')).status).toBe(200);
  });

  it('tells nothing without the token, and lets no web page read it', async () => {
    const { ask, address } = await open(undefined, TOKEN);
    for (const path of ['/livez', '/readyz', '/metrics', '/']) {
      const refused = await ask(path);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused.text()).not.toContain(TOKEN);
    }
    const allowed = await ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(allowed.status).toBe(200);
    const origin = { origin: 'https://evil.example', authorization: `Bearer ${TOKEN}` };
    const crossed = await fetch(`http://${address}/metrics`, { headers: origin });
    expect(crossed.headers.get('access-control-allow-origin')).toBe(null);
    expect((await ask('/metrics', { method: 'POST' })).status).toBe(405);
  });

  it('goes on after a question that it cannot answer, and logs why', async () => {
    let isBroken = true;
    const { ask, lines } = await open(() => {
      if (isBroken) throw new Error('a bug');
      return WELL;
    });
    const failed = await ask('/readyz');
    expect([failed.status, await failed.text()]).toEqual([500, 'It could not be found out.\n']);
    expect(lines).toMatchObject([{ level: LEVELS.error, err: { message: 'a bug' } }]);
    isBroken = false;
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('closes although somebody keeps a connection open', async () => {
    const { address } = await open();
    const [host = '', port] = address.split(':');
    const socket = connect(Number(port), host);
    await once(socket, 'connect');
    socket.write('GET /livez HTTP/1.1\r\n');
    const ended = new Promise((resolve) => {
      socket.on('error', resolve).on('close', resolve);
    });
    await opened.pop()!.close();
    await ended;
    expect(socket.destroyed).toBe(true);
  });

  it('says what to do if its address is taken', async () => {
    const { address } = await open();
    const port = Number(address.split(':')[1]);
    const taken = openHealthServer({
      address: { host: '127.0.0.1', port },
      readiness: () => Promise.resolve(judgeReadiness(WELL)),
      metrics: () => Promise.resolve({ text: '', contentType: '' }),
      log: collectLog().log,
    });
    await expect(taken).rejects.toThrow(
      `The bot cannot listen on ${address} for questions about its health: another program uses it. Set HEALTH_ADDRESS to another address.`,
    );
  });
});

describe('dateline healthcheck', () => {
  it('is one line, and succeeds if the bot is well', async () => {
    const { check } = await open();
    expect(await check()).toEqual({ out: ['ready'], err: [], exitCode: 0 });
    expect(await check(['--live'])).toEqual({ out: ['alive'], err: [], exitCode: 0 });
  });

  it('names every part that is not well', async () => {
    const { check } = await open(() => ({ ...WELL, since: {}, isEnding: true }));
    const { err, exitCode } = await check();
    expect(exitCode).toBe(1);
    expect(err).toEqual([
      'not ready; scheduler: It has not begun yet. polling: It has not begun yet.',
    ]);
    expect((await check(['--live'])).exitCode).toBe(0);
  });

  it('gives the token, also if the server listens on all addresses', async () => {
    const { check, address } = await open(undefined, TOKEN, '0.0.0.0');
    expect((await check([], { HEALTH_TOKEN: TOKEN })).out).toEqual(['ready']);
    const wrong = await check([], { HEALTH_TOKEN: `${TOKEN}-old` });
    const at = address.replace('0.0.0.0', '127.0.0.1');
    expect(wrong).toMatchObject({
      err: [`The bot at ${at} has another HEALTH_TOKEN.`],
      exitCode: 1,
    });
    expect(wrong.err.join()).not.toContain(TOKEN);
  });

  it('says that nothing, or something else, listens there', async () => {
    const other = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = `127.0.0.1:${(other.address() as { port: number }).port}`;
    const env = { HEALTH_ADDRESS: address };
    const foreign = `What listens on ${address} is not a Dateline bot.`;
    expect((await runCli(['healthcheck'], { env })).err).toEqual([foreign]);
    other.close();
    await once(other, 'close');
    const gone = await runCli(['healthcheck'], { env });
    expect(gone).toMatchObject({ err: [`The bot at ${address} does not answer.`], exitCode: 1 });
  });

  it('says that HEALTH_ADDRESS is not set', async () => {
    const { err, exitCode } = await runCli(['healthcheck']);
    expect(exitCode).toBe(1);
    expect(err).toEqual(['HEALTH_ADDRESS is not set, so the bot tells nobody whether it is well.']);
  });
});
