import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorkGate } from '../../../src/discord/interactions/work-gate.ts';

/** An acknowledgement that ends when the test says so. */
function buildPending(): { promise: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

/** Runs work at another gate. Work that the tested gate was given earlier has begun by then, unless it is held. */
const workElsewhere = (): Promise<void> => createWorkGate().turn();

describe('the work gate', () => {
  it('starts work at once if nothing is being acknowledged', async () => {
    await expect(createWorkGate().turn()).resolves.toBeUndefined();
  });

  it('holds work until everything has been acknowledged', async () => {
    const gate = createWorkGate(60_000);
    const [one, two] = [buildPending(), buildPending()];
    const acknowledged = [gate.acknowledging(one.promise), gate.acknowledging(two.promise)];
    const began: string[] = [];
    const work = ['first', 'second'].map((name) => gate.turn().then(() => began.push(name)));
    await workElsewhere();
    one.end();
    await acknowledged[0];
    await workElsewhere();
    expect(began).toEqual([]);
    two.end();
    await Promise.all([...acknowledged, ...work]);
    expect(began).toEqual(['first', 'second']);
  });

  it('does not hold work for an acknowledgement that failed', async () => {
    const gate = createWorkGate(60_000);
    await expect(gate.acknowledging(Promise.reject(new Error('too late')))).rejects.toThrow('late');
    await gate.turn();
  });

  it('starts work after a while, however much is being acknowledged', async () => {
    const gate = createWorkGate(30);
    const forever = buildPending();
    void gate.acknowledging(forever.promise);
    await gate.turn();
    await expect(gate.turn()).resolves.toBeUndefined();
  });

  it('holds work that waited long before for other work', async () => {
    let now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => void vi.restoreAllMocks());
    const gate = createWorkGate(500);
    const began: string[] = [];
    const pending = buildPending();
    const long = gate.turn().then(() => {
      now += 600;
      return gate.acknowledging(pending.promise);
    });
    const next = gate.turn().then(() => began.push('next'));
    await workElsewhere();
    await workElsewhere();
    expect(began).toEqual([]);
    pending.end();
    await Promise.all([long, next]);
    expect(began).toEqual(['next']);
  });

  it('lets other events run between two pieces of work', async () => {
    const gate = createWorkGate();
    let turn = 0;
    let ticking: NodeJS.Immediate;
    const tick = (): void => {
      turn += 1;
      ticking = setImmediate(tick);
    };
    tick();
    const began = await Promise.all([1, 2, 3].map(() => gate.turn().then(() => turn)));
    clearImmediate(ticking!);
    expect(new Set(began).size).toBe(3);
  });
});
