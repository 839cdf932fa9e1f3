import { describe, expect, it } from 'vitest';
import type { PageChange } from '../../../page/state/page-change.ts';
import { listVisible, startState, type PageState } from '../../../page/state/page-state.ts';
import { reducePage } from '../../../page/state/reduce-page.ts';
import { buildGuild, buildMember, buildMessage, buildUser, buildView } from '../build-page.ts';

const start = startState({}, { prefersLight: false, isNarrow: false });
const after = (changes: readonly PageChange[], state: PageState = start): PageState =>
  changes.reduce(reducePage, state);
const view: PageChange = { is: 'view', view: buildView(), readAt: 0 };
const fetched: PageChange = { is: 'fetched', channelId: '100', messages: [buildMessage('1')] };
const posted = (id: string, channelId = '100', author = buildUser('9')): PageChange => ({
  is: 'message-event',
  event: {
    kind: 'message',
    channelId,
    message: buildMessage(id, { channel_id: channelId, author }),
  },
});

describe('the page', () => {
  it('opens the first channel, or the one that was open before', () => {
    expect(after([view]).channelId).toBe('100');
    const remembered = startState({ channelId: '200' }, { prefersLight: false, isNarrow: false });
    expect(after([view], remembered).channelId).toBe('200');
  });

  it('opens another channel if the open one is gone', () => {
    const state = after([view, { is: 'channel-opened', channelId: '999' }, view]);
    expect(state.channelId).toBe('100');
  });

  it('counts new messages in other channels, and marks the first of them', () => {
    const state = after([view, posted('5', '200'), posted('6', '200')]);
    expect(state.unread['200']).toEqual({ firstId: '5', count: 2, mentions: 0 });
    const opened = after([{ is: 'channel-opened', channelId: '200' }], state);
    expect(opened.unread['200']).toBeUndefined();
    expect(opened.newFrom).toBe('5');
  });

  it.each([
    ['everyone', { mention_everyone: true }, 1],
    ['the viewer', { mentions: [buildUser('5')] }, 1],
    ['a role of the viewer', { mention_roles: ['7'] }, 1],
    ['another role', { mention_roles: ['8'] }, 0],
  ])('counts mentions of %s separately', (_what, over, mentions) => {
    const members = [buildMember(buildUser('5'), ['7'])];
    const among: PageChange = {
      is: 'view',
      view: buildView({ guilds: [buildGuild({ members })] }),
      readAt: 0,
    };
    const message = buildMessage('5', { channel_id: '200', ...over });
    const event = { kind: 'message', channelId: '200', message } as const;
    const state = after([among, { is: 'message-event', event }]);
    expect(state.unread['200']).toMatchObject({ count: 1, mentions });
  });

  it('marks nothing as new while the viewer is looking', () => {
    const state = after([view, fetched, posted('5')]);
    expect(state.unread).toEqual({});
    expect(listVisible(state).map(({ id }) => id)).toEqual(['1', '5']);
  });

  it.each([{ isPageVisible: false }, { isNewestInSight: false }])(
    'marks messages that arrived while %j',
    (attention) => {
      const away = after([view, fetched, { is: 'attention', attention }, posted('5')]);
      expect(away.unread['100']?.count).toBe(1);
      const back = { isPageVisible: true, isNewestInSight: true };
      expect(after([{ is: 'attention', attention: back }], away).newFrom).toBe('5');
    },
  );

  it('keeps messages below the view unread when the page becomes visible', () => {
    const away = { isPageVisible: false, isNewestInSight: false };
    const state = after([view, fetched, { is: 'attention', attention: away }, posted('5')]);
    const returned = after([{ is: 'attention', attention: { isPageVisible: true } }], state);
    expect(returned.unread['100']?.count).toBe(1);
  });

  it('starts at the newest message of a channel that the viewer has never opened', () => {
    const many = [buildMessage('1'), buildMessage('2')];
    const state = after([view, { is: 'fetched', channelId: '100', messages: many }]);
    expect(state).toMatchObject({ startFrom: '2', newFrom: undefined, seen: { '100': '2' } });
  });

  it('starts at the first message since the viewer’s last visit, and marks it', () => {
    const mine = buildMessage('4', { author: buildUser('5') });
    const back = startState({ seen: { '100': '3' } }, { prefersLight: false, isNarrow: false });
    const messages = [buildMessage('3'), mine, buildMessage('10')];
    const state = after([view, { is: 'fetched', channelId: '100', messages }], back);
    expect(state).toMatchObject({ startFrom: '10', newFrom: '10', seen: { '100': '10' } });
  });

  it('starts at the newest message if all have been read', () => {
    const back = startState({ seen: { '100': '1' } }, { prefersLight: false, isNarrow: false });
    expect(after([view, fetched], back)).toMatchObject({
      startFrom: undefined,
      newFrom: undefined,
    });
  });

  it('keeps its start when messages are fetched again', () => {
    const state = after([view, fetched, { is: 'live' }]);
    const again = [buildMessage('1'), buildMessage('2')];
    const fetchedAgain = after([{ is: 'fetched', channelId: '100', messages: again }], state);
    expect(fetchedAgain.newFrom).toBeUndefined();
    expect(fetchedAgain.startFrom).toBe('1');
  });

  it('marks nothing as read while the page is hidden', () => {
    const hidden: PageChange = { is: 'attention', attention: { isPageVisible: false } };
    expect(after([hidden, view, fetched]).seen).toEqual({});
  });

  it('never counts the viewer’s own messages', () => {
    expect(after([view, posted('5', '200', buildUser('5'))]).unread).toEqual({});
  });

  it('forgets the messages of the previous viewer', () => {
    const first = after([view, fetched, posted('5', '200'), { is: 'modal', modal: undefined }]);
    const second = after([{ is: 'viewer', viewerId: '6' }], first);
    expect(second).toMatchObject({ viewerId: '6', messages: {}, unread: {}, commands: {} });
  });

  it('fetches again after the connection was lost, and shows the old messages until then', () => {
    const state = after([view, fetched, { is: 'gone' }, { is: 'live' }]);
    expect(state.messages['100']?.loaded).toBe(false);
    expect(listVisible(state)).toHaveLength(1);
  });

  it('shows a failure under its message until the message changes or the user tries again', () => {
    const failed = after([view, fetched, { is: 'touch-failed', messageId: '1', reason: 'late' }]);
    expect(failed.failures).toEqual({ '1': 'late' });
    const edit: PageChange = {
      is: 'message-event',
      event: { kind: 'message-edit', channelId: '100', message: buildMessage('1') },
    };
    expect(after([edit], failed).failures).toEqual({});
    expect(after([{ is: 'touch-again', messageId: '1' }], failed).failures).toEqual({});
  });

  it('keeps a refused modal open with the reason until it is submitted again', () => {
    const modal = { interactionId: '7', modal: { custom_id: 'm', title: 'M', components: [] } };
    const refused = after([
      { is: 'modal', modal },
      { is: 'modal-refused', reason: 'too long' },
    ]);
    expect(refused.modal?.problem).toBe('too long');
    const again: PageChange = { is: 'deed-started', deed: { key: 1, channelId: '1', label: '' } };
    expect(after([again], refused).modal?.problem).toBeUndefined();
  });

  it('keeps the newest three notices', () => {
    const noticed = [1, 2, 3, 4].map((key): PageChange => ({
      is: 'noticed',
      notice: { key, channelId: '100', text: '' },
    }));
    expect(after(noticed).notices.map(({ key }) => key)).toEqual([2, 3, 4]);
  });

  it.each([
    { prefersLight: true, remembered: {}, theme: 'light' },
    { prefersLight: false, remembered: {}, theme: 'dark' },
    { prefersLight: true, remembered: { theme: 'dark' as const }, theme: 'dark' },
  ])('starts in the $theme theme', ({ prefersLight, remembered, theme }) => {
    expect(startState(remembered, { prefersLight, isNarrow: false }).looks.theme).toBe(theme);
  });

  it('starts without the member list on a narrow screen', () => {
    expect(startState({}, { prefersLight: false, isNarrow: true }).looks.panel).toBe('none');
  });
});
