import { describe, expect, it } from 'vitest';
import { recall, remember } from '../../../../src/local/page/state/memory.ts';

function openStorage() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}

describe('the page’s memory', () => {
  it('gives back what was put in', () => {
    const storage = openStorage();
    const values = { theme: 'light', viewerId: '5', panel: 'none' } as const;
    remember(storage, values);
    expect(recall(storage)).toEqual(values);
  });

  it.each(['{', '[1]', 'null', '{"theme":"pink","viewerId":"<b>"}'])(
    'takes nothing strange from %s',
    (text) => {
      expect(recall(() => ({ getItem: () => text }))).toEqual({});
    },
  );

  it('does without storage where the browser closes it', () => {
    const closed = (): never => {
      throw new Error('denied');
    };
    expect(recall(closed)).toEqual({});
    expect(() => remember(closed, { theme: 'dark' })).not.toThrow();
  });
});
