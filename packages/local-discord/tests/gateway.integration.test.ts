import { once } from 'node:events';
import { connect } from 'node:net';
import { Events, type Client } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openLocalDiscord } from '../local-discord.ts';
import { ask, type Json } from '../testing/ask.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';

const commands = [{ name: 'hi', description: 'd' }];

async function openAnswering(): Promise<World> {
  const world = await openWorld({}, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('here');
  });
  await world.client.application.commands.set(commands);
  return world;
}

function listen(client: Client): string[] {
  const received: string[] = [];
  client.on(Events.MessageCreate, (message) => received.push(message.id));
  return received;
}

describe('a session that loses its socket', () => {
  it.each<readonly [string, (world: World) => void]>([
    ['the socket is dropped', ({ discord }) => discord.faults.gateway.dropSockets()],
    ['it is closed with 4000', ({ discord }) => discord.faults.gateway.closeSockets(4000)],
    ['it is asked to reconnect', ({ discord }) => discord.faults.gateway.askToReconnect()],
    [
      'its session is declared invalid but resumable',
      ({ discord }) => discord.faults.gateway.invalidateSessions(true),
    ],
  ])('resumes after %s, and receives the events that it missed', async (_what, injectFault) => {
    await using world = await openAnswering();
    const { discord, client } = world;
    const received = listen(client);
    injectFault(world);
    const { id } = discord.asUser(discord.memberId).sendMessage('while you were away');
    await until(() => received.includes(id), 'the missed message is replayed');
    await until(() => discord.faults.gateway.counts.resumed === 1, 'it has resumed');
    expect(discord.faults.gateway.counts.identified).toBe(1);
    expect(received).toEqual([id]);
    const outcome = await discord.asUser(discord.memberId).runCommand('hi');
    expect(outcome).toMatchObject({ kind: 'replied', message: { content: 'here' } });
  });

  it('identifies again if the session is invalid for good, and misses the events in between', async () => {
    await using world = await openAnswering();
    const { discord, client } = world;
    const received = listen(client);
    const back = once(client, Events.ShardReady);
    discord.faults.gateway.invalidateSessions(false);
    discord.asUser(discord.memberId).sendMessage('lost');
    const { counts } = discord.faults.gateway;
    // discord.js waits five seconds between two identifies.
    await back;
    expect(counts).toMatchObject({ identified: 2, resumed: 0 });
    expect(received).toEqual([]);
  });

  it('reconnects after the gateway refused connections for a while', async () => {
    await using world = await openAnswering();
    const { discord, client } = world;
    const { gateway } = discord.faults;
    const back = Promise.race([once(client, Events.ShardReady), once(client, Events.ShardResume)]);
    gateway.refuseConnections(true);
    gateway.dropSockets();
    await until(() => gateway.counts.refused > 0, 'a connection was refused');
    gateway.refuseConnections(false);
    await back;
    const outcome = await discord.asUser(discord.memberId).runCommand('hi');
    expect(outcome).toMatchObject({ kind: 'replied' });
  });

  it('is disconnected for good by a close code that ends sessions', async () => {
    await using world = await openAnswering();
    const { discord, client } = world;
    const code = new Promise((resolve) => {
      client.once(Events.ShardDisconnect, (event) => resolve(event.code));
    });
    discord.faults.gateway.closeSockets(4004);
    expect(await code).toBe(4004);
  });
});

describe('a new connection', () => {
  const identify = (token: string) => ({ op: 2, d: { token, intents: 1, properties: {} } });

  it('is closed with a test’s code when it identifies, until the test ends that', async () => {
    await using world = await openWorld();
    const { discord } = world;
    discord.faults.gateway.closeAtIdentify(4014);
    const first = await openSocket(discord.url);
    first.send(identify(discord.token));
    expect(await first.closed).toBe(4014);
    discord.faults.gateway.closeAtIdentify();
    const second = await openSocket(discord.url);
    second.send(identify(discord.token));
    await second.next('READY');
    second.socket.terminate();
  });

  it('receives nothing while the gateway stays silent', async () => {
    await using world = await openWorld();
    const { url, faults } = world.discord;
    faults.gateway.staySilent(true);
    const silentSocket = new WebSocket(`${url.replace('http', 'ws')}/?v=10&encoding=json`);
    const received: unknown[] = [];
    silentSocket.on('message', (raw) => received.push(raw));
    await once(silentSocket, 'open');
    faults.gateway.staySilent(false);
    const greeted = await openSocket(url);
    expect(received).toEqual([]);
    greeted.socket.terminate();
    silentSocket.terminate();
  });
});

describe('a raw session', () => {
  it('answers heartbeats, replays after a resume, and refuses what cannot be resumed', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const first = await openSocket(discord.url);
    const properties = { os: 'linux', browser: 'test', device: 'test' };
    first.send({ op: 2, d: { token: discord.token, intents: 512, properties } });
    const ready = await first.next('READY');
    expect(ready.d).toMatchObject({
      v: 10,
      resume_gateway_url: expect.stringContaining('127.0.0.1'),
    });
    first.send({ op: 1, d: ready.s });
    expect(await first.next(11)).toMatchObject({ op: 11 });
    first.socket.terminate();
    discord.asUser(discord.memberId).sendMessage('one');
    discord.asUser(discord.memberId).sendMessage('two');

    const second = await openSocket(discord.url);
    const session_id = ready.d.session_id;
    second.send({ op: 6, d: { token: discord.token, session_id, seq: ready.s } });
    expect((await second.next('MESSAGE_CREATE')).s).toBe(ready.s + 1);
    expect((await second.next('MESSAGE_CREATE')).s).toBe(ready.s + 2);
    expect((await second.next('RESUMED')).s).toBe(ready.s + 3);
    second.socket.terminate();

    const third = await openSocket(discord.url);
    third.send({ op: 6, d: { token: discord.token, session_id, seq: 1_000 } });
    expect(await third.closed).toBe(4007);
    const fourth = await openSocket(discord.url);
    fourth.send({ op: 6, d: { token: discord.token, session_id: 'unknown', seq: 1 } });
    expect(await fourth.next(9)).toMatchObject({ d: false });
    fourth.socket.terminate();
  });

  it('hears nothing over a frozen socket, and everything after a resume', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const frozen = await openSocket(discord.url);
    frozen.send({ op: 2, d: { token: discord.token, intents: 512, properties: {} } });
    const ready = await frozen.next('READY');
    const heard: unknown[] = [];
    frozen.socket.on('message', (raw) => heard.push(raw));
    discord.faults.gateway.freezeSockets();
    frozen.send({ op: 1, d: ready.s });
    discord.asUser(discord.memberId).sendMessage('unheard');

    const next = await openSocket(discord.url);
    next.send({
      op: 6,
      d: { token: discord.token, session_id: ready.d.session_id, seq: ready.s },
    });
    expect((await next.next('MESSAGE_CREATE')).s).toBe(ready.s + 1);
    expect(heard).toEqual([]);
    frozen.socket.terminate();
    next.socket.terminate();
  });

  it('receives only what its intents and the bot’s permissions allow', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const raw = await openSocket(discord.url);
    raw.send({ op: 2, d: { token: discord.token, intents: 1, properties: {} } });
    await raw.next('READY');
    await raw.next('GUILD_CREATE');
    discord.asUser(discord.memberId).sendMessage('without the intent');
    const hidden = discord.state.addChannel(discord.guildId, 'hidden');
    expect((await raw.next()).t).toBe('CHANNEL_CREATE');
    discord.state.setOverwrite(hidden.id, discord.applicationId, { deny: 1n << 10n });
    expect((await raw.next()).t).toBe('CHANNEL_UPDATE');
    raw.socket.terminate();
    expect((await ask(discord, `GET /channels/${hidden.id}`)).json.code).toBe(50001);
  });
});

it.each([
  ['of another site', 'evil.example', '/'],
  ['of another path', 'SELF', '/nope'],
])('a WebSocket %s that is reset ends nothing', async (_, host, path) => {
  const discord = await openLocalDiscord();
  const { port, host: self } = new URL(discord.url);
  const headers = `Host: ${host.replace('SELF', self)}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
  for (let count = 0; count < 10; count += 1) {
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\n${headers}\r\n`);
    socket.resetAndDestroy();
    await once(socket, 'close');
  }
  expect((await fetch(`${discord.url}/local/view`)).status).toBe(200);
  await discord.close();
});

interface RawSocket {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  send(payload: object): void;
  /** Returns the next payload, or the next one with the given event name or opcode. */
  next(which?: string | number): Promise<Json>;
}

async function openSocket(url: string): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?v=10&encoding=json`);
  const received: Json[] = [];
  socket.on('message', (raw: Buffer) => received.push(JSON.parse(raw.toString('utf8'))));
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  const next: RawSocket['next'] = async (which) => {
    const fits = (payload: Json): boolean =>
      which === undefined ||
      payload.t === which ||
      (payload.t === null && payload.op === which) ||
      payload.op === which;
    await until(() => received.some(fits), `${which ?? 'a payload'} has arrived`);
    return received.splice(received.findIndex(fits), 1)[0];
  };
  const opened = {
    socket,
    closed,
    next,
    send: (payload: object) => socket.send(JSON.stringify(payload)),
  };
  await next(10);
  return opened;
}
