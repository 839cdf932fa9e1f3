import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { chooseHold } from '../../../page/selectors/choose-hold.ts';
import { buildMessage, buildUser } from '../build-page.ts';

const answer = (id: string, interactionId: string, userId = '5') =>
  buildMessage(id, {
    interaction_metadata: {
      id: interactionId,
      user: buildUser(userId),
    } as never,
  });
const others = [buildMessage('1'), buildMessage('2')];
const hold = (came: APIMessage[], isAtEnd: boolean, held?: APIMessage) =>
  chooseHold(came, { meId: '5', isAtEnd, held });

describe('the message scrolled to when messages arrive', () => {
  it('is the first message of others if the newest was in view', () => {
    expect(hold(others, true)).toBe('1');
  });

  it('is none of others’ messages if the viewer reads further up', () => {
    expect(hold(others, false)).toBeUndefined();
  });

  it.each([true, false])('is the viewer’s own answer, with the newest in view: %s', (isAtEnd) => {
    expect(hold([...others, answer('3', '7')], isAtEnd)).toBe('3');
  });

  it('is not the answer to another user', () => {
    expect(hold([answer('3', '7', '6')], false)).toBeUndefined();
  });

  it('is not the follow-up to an answer that is being read', () => {
    expect(hold([answer('4', '7')], false, answer('3', '7'))).toBeUndefined();
    expect(hold([answer('4', '8')], false, answer('3', '7'))).toBe('4');
  });

  it('is the follow-up if the whole answer is in view', () => {
    expect(hold([answer('4', '7')], true, answer('3', '7'))).toBe('4');
  });

  it('is none if nothing arrived', () => {
    expect(hold([], true)).toBeUndefined();
  });
});
