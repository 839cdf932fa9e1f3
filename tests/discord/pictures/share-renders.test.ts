import { describe, expect, it } from 'vitest';
import type { RenderPng } from '../../../src/discord/pictures/render-png.ts';
import { shareRenders } from '../../../src/discord/pictures/share-renders.ts';

const NEVER = new AbortController().signal;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A renderer whose renders end when the test says so. */
function buildRenderer() {
  const begun: { svg: string; signal: AbortSignal; end(): void; fail(error: Error): void }[] = [];
  const render: RenderPng = (svg, signal) =>
    new Promise((resolve, reject) => {
      begun.push({ svg, signal, end: () => resolve(bytes(`png of ${svg}`)), fail: reject });
    });
  return { render, begun };
}

describe('shared renders', () => {
  it('draw once for all who ask meanwhile, and for those who ask later', async () => {
    const { render, begun } = buildRenderer();
    const shared = shareRenders(render);
    const asked = [shared('map', NEVER), shared('map', NEVER), shared('chart', NEVER)];
    for (const one of begun) one.end();
    expect(await Promise.all(asked)).toEqual(
      ['png of map', 'png of map', 'png of chart'].map(bytes),
    );
    expect(await shared('map', NEVER)).toEqual(bytes('png of map'));
    expect(begun.map(({ svg }) => svg)).toEqual(['map', 'chart']);
  });

  it('go on while someone waits, and are given up after the last one', async () => {
    const { render, begun } = buildRenderer();
    const shared = shareRenders(render);
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [shared('map', one.signal), shared('map', other.signal)];
    one.abort(new Error('too late'));
    await expect(asked[0]).rejects.toThrow('too late');
    expect(begun[0]!.signal.aborted).toBe(false);
    other.abort(new Error('too late as well'));
    await expect(asked[1]).rejects.toThrow('too late as well');
    expect(begun[0]!.signal.aborted).toBe(true);
    // The next one begins anew, and what was drawn in vain does no harm.
    const again = shared('map', NEVER);
    begun[0]!.fail(new Error('aborted'));
    begun[1]!.end();
    expect(await again).toEqual(bytes('png of map'));
  });

  it('fail for all who wait, and are tried again after that', async () => {
    const { render, begun } = buildRenderer();
    const shared = shareRenders(render);
    const asked = [shared('map', NEVER), shared('map', NEVER)];
    begun[0]!.fail(new Error('no such font'));
    for (const one of asked) await expect(one).rejects.toThrow('no such font');
    const again = shared('map', NEVER);
    begun[1]!.end();
    expect(await again).toEqual(bytes('png of map'));
  });

  it('begin nothing for one who has given up', async () => {
    const { render, begun } = buildRenderer();
    await expect(shareRenders(render)('map', AbortSignal.abort())).rejects.toThrow('aborted');
    expect(begun).toEqual([]);
  });

  it('keep no more than their bound', async () => {
    const drawn: string[] = [];
    const shared = shareRenders(async (svg) => {
      drawn.push(svg);
      return bytes(svg);
    }, 5);
    for (const svg of ['aaa', 'bbb', 'bbb', 'aaa', 'longer', 'longer']) await shared(svg, NEVER);
    expect(drawn).toEqual(['aaa', 'bbb', 'aaa', 'longer', 'longer']);
  });
});
