import { describe, expect, it } from 'vitest';
import { parseActRequest } from '../../../acting/act-request.ts';
import type { Deed } from '../../../page/server/deed.ts';
import { changesFor } from '../../../page/server/do-deed.ts';

const at = { as: '5', in: '100' };
const run: Deed = { do: 'run-command', name: 'latest', options: {} };
const press: Deed = { do: 'press-button', messageId: '7', customId: 'more' };
const submit: Deed = { do: 'submit-modal', interactionId: '8', values: {} };
const deeds: Deed[] = [
  run,
  press,
  submit,
  { do: 'autocomplete', name: 'latest', focused: { option: 'topic', value: 'a' }, options: {} },
  { do: 'run-message-command', messageId: '7', name: 'Summarize' },
  { do: 'select', messageId: '7', customId: 'menu', values: ['a'] },
  { do: 'dismiss', messageId: '7' },
  { do: 'send-message', content: 'hello' },
];

describe('an action', () => {
  it.each(deeds)('is accepted by the local Discord: $do', (deed) => {
    expect(parseActRequest({ ...at, locale: 'de', ...deed })).toMatchObject({ do: deed.do });
  });

  it('shows the modal that it opens', () => {
    const modal = { custom_id: 'm', title: 'M', components: [] };
    expect(changesFor(press, { kind: 'modal', interactionId: '8', modal }, at)).toEqual([
      { is: 'modal', modal: { interactionId: '8', modal } },
    ]);
  });

  it('reports its failure: a command in a notice, a button under its message, a modal in the modal', () => {
    const failed = { kind: 'failed', reason: 'The application did not respond' } as const;
    expect(changesFor(run, failed, at)).toMatchObject([
      { is: 'noticed', notice: { channelId: '100', reason: failed.reason } },
    ]);
    expect(changesFor(press, failed, at)).toEqual([
      { is: 'touch-failed', messageId: '7', reason: 'This interaction failed' },
    ]);
    expect(changesFor(submit, failed, at)).toEqual([
      { is: 'modal-refused', reason: failed.reason },
    ]);
  });

  it('closes the modal that it submits', () => {
    expect(changesFor(submit, { kind: 'replied' }, at)).toEqual([
      { is: 'modal', modal: undefined },
    ]);
    expect(changesFor(run, { kind: 'replied' }, at)).toEqual([]);
  });
});
