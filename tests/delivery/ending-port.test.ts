import { describe, expect, it, vi } from 'vitest';
import { createEndingPort } from '../../src/delivery/ending-port.ts';
import type { MessagePort, PortFailure } from '../../src/delivery/message-port.ts';

/** A port to a Discord that never answers: a request resolves when its signal aborts. */
function buildSilentPort(): MessagePort {
  const wait = (signal: AbortSignal): Promise<PortFailure> =>
    new Promise((resolve) => {
      const give = (): void =>
        resolve({ kind: 'unreachable', detail: String(signal.reason), cause: signal.reason });
      if (signal.aborted) give();
      else signal.addEventListener('abort', give, { once: true });
    });
  return {
    post: (_channel, _message, _nonce, signal) => wait(signal),
    find: (_wanted, signal) => wait(signal),
    openDirect: (_user, signal) => wait(signal),
    startThread: (_channel, _message, _name, signal) => wait(signal),
  };
}

const WANTED = { channelId: '1', mark: 'm', since: new Date(0) };

const requests: readonly (readonly [
  string,
  (port: MessagePort, signal: AbortSignal) => Promise<unknown>,
])[] = [
  [
    'post',
    (port, signal) =>
      port.post('1', { content: 'x', allowed_mentions: { parse: [] } }, 'n', signal),
  ],
  ['find', (port, signal) => port.find(WANTED, signal)],
  ['openDirect', (port, signal) => port.openDirect('1', signal)],
  ['startThread', (port, signal) => port.startThread('1', '2', 'n', signal)],
];

describe.each(requests)('%s through a port that ends', (_, send) => {
  it('ends when the bot does, and as if Discord had not answered', async () => {
    const ending = new AbortController();
    const port = createEndingPort(buildSilentPort(), ending.signal);
    const underWay = send(port, new AbortController().signal);
    ending.abort(new Error('the end'));
    const outcome = { kind: 'unreachable', detail: 'Error: the end' };
    expect(await underWay).toMatchObject(outcome);
    expect(await send(port, new AbortController().signal)).toMatchObject(outcome);
  });

  it('ends when its own time is over', async () => {
    const own = new AbortController();
    const port = createEndingPort(buildSilentPort(), new AbortController().signal);
    const underWay = send(port, own.signal);
    own.abort(new Error('late'));
    expect(await underWay).toMatchObject({ detail: 'Error: late' });
  });
});

it('has as many requests under way as channels are served at once, without a warning of Node', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  try {
    const ending = new AbortController();
    const port = createEndingPort(buildSilentPort(), ending.signal);
    const underWay = Array.from({ length: 16 }, () =>
      port.find(WANTED, new AbortController().signal),
    );
    ending.abort(new Error('the end'));
    expect(await Promise.all(underWay)).toHaveLength(16);
    expect(warn).not.toHaveBeenCalled();
  } finally {
    warn.mockRestore();
  }
});
