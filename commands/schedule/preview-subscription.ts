import type { CommandContext } from '../../src/command/command.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { isFirstEdition, listEditions } from '../../src/digest/prepare-digest.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { Message } from '../../src/render/message.ts';
import { renderDigest } from '../../src/render/render-digest.ts';

/** Shows what a subscription would post now. */
export async function previewSubscription(
  present: Subscription,
  context: CommandContext,
): Promise<Message> {
  const digest = await context.services.previewDigest(present, context.now);
  const past = await listEditions(context.services.editions, present.channelId);
  const isFirst = isFirstEdition(past, present.id, context.now);
  return renderDigest(digest, {
    name: nameSubscription(present),
    note: describePreview(digest, present, isFirst),
    layout: present.layout,
    pictures: present.pictures !== false,
  });
}

/** Stories older than the window only show what a digest looks like. A slot would post them in its first edition only. */
function describePreview(
  { stories, noNewsSince }: Digest,
  { onQuiet }: Pick<Subscription, 'onQuiet'>,
  isFirst: boolean,
): string {
  if (stories.length > 0 && (isFirst || !noNewsSince))
    return 'A preview: this would be posted now.';
  return onQuiet === 'say-so'
    ? 'A preview: nothing is new, and only that would be posted now.'
    : 'A preview: nothing is new, so nothing would be posted now.';
}
