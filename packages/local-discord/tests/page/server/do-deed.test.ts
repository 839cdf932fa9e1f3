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

describe('a deed', () => {
  it.each(deeds)('is understood by the local Discord: $do', (deed) => {
    expect(parseActRequest({ ...at, locale: 'de', ...deed })).toMatchObject({ do: deed.do });
  });

  it('that opens a modal shows it', () => {
    const modal = { custom_id: 'm', title: 'M', components: [] };
    expect(changesFor(press, { kind: 'modal', interactionId: '8', modal }, at)).toEqual([
      { is: 'modal', modal: { interactionId: '8', modal } },
    ]);
  });

  it('that fails says so: a command by a notice, a press under its message, a form in the form', () => {
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

  it('that sends a form closes it', () => {
    expect(changesFor(submit, { kind: 'replied' }, at)).toEqual([
      { is: 'modal', modal: undefined },
    ]);
    expect(changesFor(run, { kind: 'replied' }, at)).toEqual([]);
  });
});
