import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { articleLabel } from '../../../../page/message/head/article-label.ts';
import { authorOf } from '../../../../page/message/head/author.ts';
import { avatarUrl } from '../../../../page/message/head/avatar.ts';
import { BOT, buildLookup, MANAGER } from '../build-lookup.ts';

const OUTSIDER = { id: '1', username: 'outsider', global_name: null } as APIUser;

describe('an author', () => {
  it('has the nickname of the server', () => {
    expect(authorOf(MANAGER, buildLookup())).toEqual({ name: 'The Boss', isApp: false });
  });

  it('has the colour of the highest role', () => {
    expect(authorOf(BOT, buildLookup())).toEqual({
      name: 'Test Bot',
      isApp: true,
      color: '#e67e22',
    });
  });

  it('has a name even without being a member', () => {
    expect(authorOf(OUTSIDER, buildLookup()).name).toBe('outsider');
  });

  it('has a picture that is a data URL', () => {
    const url = avatarUrl(MANAGER.id, 'élan vital');
    expect(url).toMatch(/^data:image\/svg\+xml,/);
    expect(decodeURIComponent(url)).toContain('>ÉV</text>');
    expect(decodeURIComponent(avatarUrl('x', '<b> &c'))).toContain('>?</text>');
  });
});

describe('a message', () => {
  it('is labelled with its author and time', () => {
    const message = { author: BOT, timestamp: '2026-11-24T16:00:00Z' } as APIMessage;
    expect(articleLabel(message, buildLookup())).toBe('Test Bot, today at 17:00');
  });
});
