import { describe, expect, it } from 'vitest';
import { listRows, type Row } from '../../../page/selectors/list-rows.ts';
import { buildMessage, buildUser } from '../build-page.ts';

const zone = 'Europe/Berlin';
const describeRow = (row: Row): string =>
  row.kind === 'message' ? `${row.message.id}${row.grouped ? ' grouped' : ''}` : row.kind;
const rows = (...[messages, newFrom]: [Parameters<typeof listRows>[0], string?]) =>
  listRows(messages, { zone, newFrom }).map(describeRow);

describe('the rows of the message list', () => {
  it('group an author’s messages', () => {
    expect(rows([buildMessage('1'), buildMessage('2')])).toEqual(['day', '1', '2 grouped']);
  });

  it.each([
    { what: 'of another author', over: { author: buildUser('8') } },
    { what: 'that answers a command', over: { interaction_metadata: {} as never } },
    { what: 'that only the viewer sees', over: { flags: 64 } },
    { what: 'of the system', over: { type: 7 } },
    { what: 'after seven minutes', over: { timestamp: '2026-03-01T12:07:01.000Z' } },
  ])('give a message $what its own header', ({ over }) => {
    expect(rows([buildMessage('1'), buildMessage('2', over)])).toEqual(['day', '1', '2']);
  });

  it('begin a day at midnight in the viewer’s time zone', () => {
    const late = buildMessage('1', { timestamp: '2026-03-01T22:59:00.000Z' });
    const early = buildMessage('2', { timestamp: '2026-03-01T23:01:00.000Z' });
    expect(rows([late, early])).toEqual(['day', '1', 'day', '2']);
  });

  it('mark where the new messages begin', () => {
    expect(rows([buildMessage('1'), buildMessage('2')], '2')).toEqual(['day', '1', 'new', '2']);
  });

  it('contain the last hundred messages', () => {
    const many = Array.from({ length: 130 }, (_, at) => buildMessage(String(at + 1)));
    const drawn = listRows(many, { zone }).filter(({ kind }) => kind === 'message');
    expect(drawn).toHaveLength(100);
    expect(drawn.at(-1)?.key).toBe('130');
  });

  it('have unique keys', () => {
    const many = Array.from({ length: 30 }, (_, at) => buildMessage(String(at + 1)));
    const keys = listRows(many, { zone, newFrom: '9' }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
