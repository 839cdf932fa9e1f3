import { describe, expect, it } from 'vitest';
import { recall, remember } from '../../../page/state/memory.ts';

function openStorage() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}

describe('the page’s memory', () => {
  it('returns the values that were stored', () => {
    const storage = openStorage();
    const values = {
      theme: 'light',
      viewerId: '5',
      panel: 'none',
      seen: { '100': '7' },
    } as const;
    remember(storage, values);
    expect(recall(storage)).toEqual(values);
  });

  it('keeps the last read messages of only two hundred channels', () => {
    const storage = openStorage();
    const ids = Array.from({ length: 300 }, (_, at) => String(at));
    remember(storage, { seen: Object.fromEntries(ids.map((id) => [id, id])) });
    expect(Object.keys(recall(storage).seen ?? {})).toHaveLength(200);
  });

  it('accepts only ids as read messages', () => {
    const text = '{"seen":{"1":"2","x":"3","4":{},"5":"<b>"}}';
    expect(recall(() => ({ getItem: () => text })).seen).toEqual({ '1': '2' });
  });

  it.each(['{', '[1]', 'null', '{"theme":"pink","viewerId":"<b>"}'])(
    'ignores invalid values in %s',
    (text) => {
      expect(recall(() => ({ getItem: () => text }))).toEqual({});
    },
  );

  it('works without storage if the browser denies it', () => {
    const denied = (): never => {
      throw new Error('denied');
    };
    expect(recall(denied)).toEqual({});
    expect(() => remember(denied, { theme: 'dark' })).not.toThrow();
  });
});
