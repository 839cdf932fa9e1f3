import { assert, bigInt, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEvent,
  byId,
  startFetch,
  takeFetched,
  UNKNOWN_MESSAGES,
  type ChannelMessages,
} from '../../../page/state/channel-messages.ts';
import { buildMessage } from '../build-page.ts';

const ids = ({ messages }: ChannelMessages) => messages.map(({ id }) => id);
const posted = (id: string) => ({
  kind: 'message' as const,
  channelId: '100',
  message: buildMessage(id),
});
const edited = (id: string, content: string) => ({
  kind: 'message-edit' as const,
  channelId: '100',
  message: buildMessage(id, { content }),
});
const deleted = (messageId: string) => ({
  kind: 'message-delete' as const,
  channelId: '100',
  messageId,
});

describe('the messages of a channel', () => {
  it('include those posted while they were being fetched', () => {
    const waiting = applyEvent(startFetch(UNKNOWN_MESSAGES), posted('3'));
    const taken = takeFetched(waiting, [buildMessage('1'), buildMessage('2')]);
    expect(ids(taken)).toEqual(['1', '2', '3']);
    expect(taken.loaded).toBe(true);
  });

  it('exclude those deleted while they were being fetched', () => {
    const waiting = applyEvent(startFetch(UNKNOWN_MESSAGES), deleted('2'));
    expect(ids(takeFetched(waiting, [buildMessage('1'), buildMessage('2')]))).toEqual(['1']);
  });

  it('keep an edit that the fetched list does not contain yet', () => {
    const waiting = applyEvent(startFetch(UNKNOWN_MESSAGES), edited('1', 'changed'));
    expect(takeFetched(waiting, [buildMessage('1')]).messages[0]?.content).toBe('changed');
  });

  it('exclude those from before a restart of the local Discord', () => {
    const before = takeFetched(UNKNOWN_MESSAGES, [buildMessage('1')]);
    expect(ids(takeFetched(startFetch(before), [buildMessage('7')]))).toEqual(['7']);
  });

  it('contain a message once, however often its event arrives', () => {
    const once = applyEvent(applyEvent(UNKNOWN_MESSAGES, posted('1')), posted('1'));
    expect(ids(once)).toEqual(['1']);
  });

  it('are in the order of their ids, whatever the order of the events', () => {
    const numbers = uniqueArray(bigInt({ min: 1n, max: 10n ** 19n }));
    assert(
      property(numbers, (given) => {
        const all = given.reduce(
          (channel, id) =>
            applyEvent(channel, {
              ...posted('1'),
              message: { ...buildMessage('1'), id: String(id) },
            }),
          UNKNOWN_MESSAGES,
        );
        expect(ids(all).map(BigInt)).toEqual(given.toSorted((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  it('compare ids of different length by value', () => {
    expect([{ id: '10' }, { id: '9' }].toSorted(byId)).toEqual([{ id: '9' }, { id: '10' }]);
  });
});
