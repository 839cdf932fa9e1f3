import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { buildPayload, buildUpdate } from '../../../src/discord/rest/payload.ts';
import { buildPanel, buildText } from '../../../src/render/components.ts';
import type { Message } from '../../../src/render/message.ts';

const text: Message = { content: 'Hello', allowed_mentions: { parse: [] } };
const panel = buildPanel([buildText('Hello')]);

describe('a payload', () => {
  it('contains the parts of the message and nothing else', () => {
    expect(buildPayload(text)).toEqual({
      body: {
        content: 'Hello',
        components: [],
        flags: 0,
        allowed_mentions: { parse: [] },
        attachments: [],
      },
      files: [],
    });
  });

  it('has no content beside Components V2, which Discord would refuse', () => {
    const { body } = buildPayload(panel);
    expect(body).not.toHaveProperty('content');
    expect(body.flags).toBe(MessageFlags.IsComponentsV2);
    expect(body.components).toBe(panel.components);
  });

  it('adds flags to those of the message', () => {
    const { body } = buildPayload(panel, MessageFlags.Ephemeral);
    expect(body.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  });

  it('lists each file under its number in the request', () => {
    const data = new Uint8Array([1, 2]);
    const { body, files } = buildPayload({
      ...text,
      files: [{ name: 'chart.png', data, description: 'Articles a day' }],
    });
    expect(body.attachments).toEqual([
      { id: '0', filename: 'chart.png', description: 'Articles a day' },
    ]);
    expect(files).toEqual([{ name: 'chart.png', data }]);
  });
});

describe('an update of a shown message', () => {
  it('removes what Discord refuses beside Components V2', () => {
    const { body } = buildUpdate(panel, {});
    expect(body).toMatchObject({ content: null, embeds: [], flags: MessageFlags.IsComponentsV2 });
  });

  it('shows text as a component once the message has Components V2', () => {
    const { body } = buildUpdate(text, { flags: MessageFlags.IsComponentsV2 });
    expect(body).not.toHaveProperty('content');
    expect(body.flags).toBe(MessageFlags.IsComponentsV2);
    expect(body.components).toEqual([{ type: ComponentType.TextDisplay, content: 'Hello' }]);
  });

  it('removes all of the older text', () => {
    const { body } = buildUpdate({ ...text, content: 'New' }, {});
    expect(body).toMatchObject({ content: 'New', embeds: [], components: [], attachments: [] });
  });

  it('changes Components V2 in place', () => {
    const { body } = buildUpdate(panel, { flags: MessageFlags.IsComponentsV2 });
    expect(body).not.toHaveProperty('content');
    expect(body).not.toHaveProperty('embeds');
  });
});
