import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  createBreather,
  runAtOnce,
  runInSlices,
  takeTurn,
  type Steps,
  type WorkKind,
} from '../src/slices.ts';

function* countTo(limit: number): Steps<number> {
  let count = 0;
  while (count < limit) {
    count += 1;
    yield;
  }
  return count;
}

describe('long work', () => {
  it('has the same result in slices and at once', async () => {
    expect(await runInSlices(countTo(1000))).toBe(1000);
    expect(runAtOnce(countTo(1000))).toBe(1000);
  });

  it('lets other work run between slices', async () => {
    const order: string[] = [];
    const work = runInSlices(countTo(3), createBreather('answering', 0)).then(() =>
      order.push('work'),
    );
    setImmediate(() => order.push('other'));
    await work;
    expect(order).toEqual(['other', 'work']);
  });

  it('resumes one waiting piece of work per turn of the event loop', async () => {
    const order: string[] = [];
    const works = ['a', 'b', 'c'].map((name) => takeTurn().then(() => order.push(name)));
    const other = async (name: string) => {
      await new Promise(setImmediate);
      order.push(name);
    };
    await Promise.all([...works, other('1').then(() => other('2'))]);
    expect(order.toSorted()).toEqual(['1', '2', 'a', 'b', 'c']);
    expect(order.indexOf('2')).toBeLessThan(order.indexOf('c'));
  });

  it('ends when it is to be broken off', async () => {
    const broken = new AbortController();
    let steps = 0;
    function* count(): Steps<void> {
      for (;;) {
        steps += 1;
        if (steps === 5) broken.abort(new Error('enough'));
        yield;
      }
    }
    const work = runInSlices(count(), createBreather('answering', 0), broken.signal);
    await expect(work).rejects.toThrow('enough');
    expect(steps).toBe(5);
  });

  it('resumes answers first, then what follows the store, then imports', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    onTestFinished(() => void vi.restoreAllMocks());
    const order: string[] = [];
    const wait = (kind: WorkKind): Promise<unknown> => takeTurn(kind).then(() => order.push(kind));
    // After this, no kind has waited for long.
    await Promise.all([wait('importing'), wait('following'), wait('answering')]);
    order.length = 0;
    const kinds = ['importing', 'following', 'answering'] as const;
    await Promise.all([...kinds, ...kinds].map(wait));
    expect(order).toEqual(kinds.toReversed().flatMap((kind) => [kind, kind]));
  });

  it('gives imports less of the time while answers wait', async () => {
    let now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => void vi.restoreAllMocks());
    // Queues of its own, because in those of other tests this clock would be ahead.
    vi.resetModules();
    const { takeTurn: takeOwnTurn } = await import('../src/slices.ts');
    const runFor = async (urgent: WorkKind, slices: number): Promise<number> => {
      const state = { imported: 0, isDone: false };
      const importing = async (): Promise<void> => {
        for (; !state.isDone; state.imported += 1) {
          now += 10;
          await takeOwnTurn('importing');
        }
      };
      const working = async (): Promise<void> => {
        for (let slice = 0; slice < slices; slice += 1) {
          now += 10;
          await takeOwnTurn(urgent);
        }
        state.isDone = true;
      };
      await Promise.all([importing(), working()]);
      return state.imported;
    };
    const besideStories = await runFor('following', 250);
    const besideAnswers = await runFor('answering', 250);
    expect(besideAnswers).toBeGreaterThan(5);
    expect(besideStories).toBeGreaterThan(3 * besideAnswers);
  });

  it('never lets less urgent work wait for ever', async () => {
    const progress = { imported: 0, answered: 0 };
    const importing = async (): Promise<void> => {
      for (; progress.imported < 2; progress.imported += 1) await takeTurn('importing');
    };
    const answering = async (): Promise<void> => {
      for (; progress.imported < 2; progress.answered += 1) await takeTurn();
    };
    await Promise.all([importing(), answering()]);
    expect(progress.answered).toBeGreaterThan(1);
  });

  it('rejects with the error of a step', async () => {
    function* fail(): Steps<never> {
      yield;
      throw new Error('no');
    }
    await expect(runInSlices(fail())).rejects.toThrow('no');
    expect(() => runAtOnce(fail())).toThrow('no');
  });
});
