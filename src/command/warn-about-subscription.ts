import type { Subscription } from '../digest/subscription.ts';
import { isSourceNamed } from '../rank/source-name.ts';
import { renderLine } from '../render/render-text.ts';
import type { Services } from './services.ts';

/** What a manager should know before the first digest fails: lines of markdown, often none. */
export async function warnAboutSubscription(
  { channelId, sources, state }: Subscription,
  services: Services,
): Promise<string[]> {
  const missing = (await services.checkChannel?.(channelId)) ?? [];
  const stored = services.index.sources();
  const unknown = sources.filter((named) => !stored.some(({ name }) => isSourceNamed(name, named)));
  return [
    ...(missing.length > 0
      ? [`**I cannot post in <#${channelId}> yet.** Give me there: ${missing.join(', ')}.`]
      : []),
    ...(unknown.length > 0
      ? [
          `I have no articles of ${renderLine(unknown.join(', '), 300)} yet. \`/sources\` lists those I have.`,
        ]
      : []),
    ...(state.kind === 'paused' ? ['It is paused; `/schedule resume` lets it run.'] : []),
  ];
}
