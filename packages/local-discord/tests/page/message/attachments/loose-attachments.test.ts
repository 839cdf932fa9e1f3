import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../../page/message/attachments/format-bytes.ts';
import { looseAttachments } from '../../../../page/message/attachments/loose-attachments.ts';

function buildMessage(components: unknown[], embeds: unknown[] = []): APIMessage {
  const attachments = ['a', 'b'].map((id) => ({ id, url: `http://localhost/${id}.png` }));
  return { attachments, components, embeds } as unknown as APIMessage;
}

function looseIds(message: APIMessage): string[] {
  return looseAttachments(message).map(({ id }) => id);
}

describe('attachments', () => {
  it('are shown if nothing else shows them', () => {
    expect(looseIds(buildMessage([]))).toEqual(['a', 'b']);
  });

  it('are not shown again if a component or an embed shows them', () => {
    const media = { url: 'http://localhost/a.png' };
    expect(looseIds(buildMessage([{ type: 12, items: [{ media }] }]))).toEqual(['b']);
    expect(looseIds(buildMessage([], [{ image: media }]))).toEqual(['b']);
  });

  it.each([
    [0, '0 bytes'],
    [1023, '1,023 bytes'],
    [11_734, '11.46 KB'],
    [5 * 1024 * 1024, '5 MB'],
  ])('of %i bytes are labelled %s', (bytes, expected) => {
    expect(formatBytes(bytes, 'en-GB')).toBe(expected);
  });
});
