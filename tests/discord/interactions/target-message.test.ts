import { ComponentType, type APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { buildTargetMessage } from '../../../src/discord/interactions/target-message.ts';

const CHANNEL = '200000000000000001';
const GUILD = '100000000000000001';

function buildApiMessage(parts: Partial<APIMessage>): APIMessage {
  const message = { id: '300000000000000001', channel_id: CHANNEL, content: '', embeds: [] };
  return { ...message, ...parts } as APIMessage;
}

describe('the target of a message command', () => {
  it('has its text and its link', () => {
    expect(buildTargetMessage(buildApiMessage({ content: 'A report.' }), GUILD)).toEqual({
      id: '300000000000000001',
      content: 'A report.',
      url: `https://discord.com/channels/${GUILD}/${CHANNEL}/300000000000000001`,
      embeds: [],
    });
  });

  it('has another link in a direct message', () => {
    expect(buildTargetMessage(buildApiMessage({})).url).toContain(`/channels/@me/${CHANNEL}/`);
  });

  it('has the texts and links of its embeds', () => {
    const embeds = [
      { title: 'A title', description: 'A description', url: 'https://example.org/a' },
      { description: 'Only text' },
    ];
    expect(buildTargetMessage(buildApiMessage({ embeds }), GUILD).embeds).toEqual([
      { text: 'A title\nA description', url: 'https://example.org/a' },
      { text: 'Only text' },
    ]);
  });

  it('reads the text displays of Components V2, in order', () => {
    const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;
    const components = [
      text('One.'),
      {
        type: ComponentType.Container,
        components: [
          {
            type: ComponentType.Section,
            components: [text('Two.')],
            accessory: { type: ComponentType.Thumbnail, media: { url: 'attachment://a.png' } },
          },
          text('Three.'),
        ],
      },
    ] as NonNullable<APIMessage['components']>;
    expect(buildTargetMessage(buildApiMessage({ components }), GUILD).content).toBe(
      'One.\nTwo.\nThree.',
    );
  });

  it('reads a forwarded message from its snapshot', () => {
    const snapshot = { message: buildApiMessage({ content: 'Forwarded.' }) };
    const message = buildApiMessage({ message_snapshots: [snapshot] });
    expect(buildTargetMessage(message, GUILD).content).toBe('Forwarded.');
  });
});
