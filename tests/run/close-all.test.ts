import { expect, it } from 'vitest';
import { closeAll } from '../../src/run/close-all.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';

it('closes what was opened last first, and the rest when one cannot be closed', async () => {
  const { log, lines } = collectLog();
  const closed: string[] = [];
  const closer = (name: string) => async () => void closed.push(name);
  const fails = () => Promise.reject(new Error('the socket is gone'));
  await closeAll([closer('health'), closer('store'), fails, closer('bot')], log);
  expect(closed).toEqual(['bot', 'store', 'health']);
  expect(lines).toEqual([
    expect.objectContaining({
      level: LEVELS.warn,
      err: expect.objectContaining({ message: 'the socket is gone' }) as unknown,
    }),
  ]);
});
