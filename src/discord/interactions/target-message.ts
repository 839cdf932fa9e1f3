import { ComponentType } from 'discord-api-types/v10';
import type {
  APIComponentInContainer,
  APIMessage,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { TargetMessage } from '../../command/command.ts';

/** Builds what a message command gets of the message that it was used on. */
export function buildTargetMessage(message: APIMessage, guildId?: string): TargetMessage {
  // A forwarded message carries its text in a snapshot.
  const { content, embeds, components } = message.message_snapshots?.[0]?.message ?? message;
  const texts = [content, ...collectTexts(components ?? [])].filter(Boolean);
  return {
    id: message.id,
    content: texts.join('\n'),
    url: `https://discord.com/channels/${guildId ?? '@me'}/${message.channel_id}/${message.id}`,
    embeds: embeds.map(({ title, description, url }) => ({
      text: [title, description].filter(Boolean).join('\n'),
      ...(url && { url }),
    })),
  };
}

function collectTexts(
  components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[],
): string[] {
  return components.flatMap((component) => {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    if (component.type === ComponentType.Section)
      return component.components.map(({ content }) => content);
    return component.type === ComponentType.Container ? collectTexts(component.components) : [];
  });
}
