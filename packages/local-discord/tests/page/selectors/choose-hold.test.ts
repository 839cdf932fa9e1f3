import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { chooseHold } from '../../../page/selectors/choose-hold.ts';
import { buildMessage, buildUser } from '../build-page.ts';

const answer = (id: string, asked: string, userId = '5') =>
  buildMessage(id, {
    interaction_metadata: {
      id: asked,
      user: buildUser(userId),
    } as never,
  });
const others = [buildMessage('1'), buildMessage('2')];
const hold = (came: APIMessage[], isAtEnd: boolean, held?: APIMessage) =>
  chooseHold(came, { meId: '5', isAtEnd, held });

describe('what comes into sight when messages come', () => {
  it('is the beginning of what others say where the newest was in sight', () => {
    expect(hold(others, true)).toBe('1');
  });

  it('is nothing of it where one reads further up', () => {
    expect(hold(others, false)).toBeUndefined();
  });

  it.each([true, false])('is one’s own answer, was the newest in sight (%s) or not', (isAtEnd) => {
    expect(hold([...others, answer('3', '7')], isAtEnd)).toBe('3');
  });

  it('is no answer that somebody else asked for', () => {
    expect(hold([answer('3', '7', '6')], false)).toBeUndefined();
  });

  it('is not the follow-up of an answer whose beginning is being read', () => {
    expect(hold([answer('4', '7')], false, answer('3', '7'))).toBeUndefined();
    expect(hold([answer('4', '8')], false, answer('3', '7'))).toBe('4');
  });

  it('is the follow-up where the answer is in sight whole', () => {
    expect(hold([answer('4', '7')], true, answer('3', '7'))).toBe('4');
  });

  it('stays where nothing came', () => {
    expect(hold([], true)).toBeUndefined();
  });
});
