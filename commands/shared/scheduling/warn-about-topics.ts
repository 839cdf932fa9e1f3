import type { CommandContext } from '../../../src/command/command.ts';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { renderLine } from '../../../src/render/render-text.ts';

const LIST_SIZE = 300;

/** Names the topics that no article is on yet: a line of markdown, or none. */
export function warnAboutTopics(
  { topics }: Pick<Subscription, 'topics'>,
  { services, now }: Pick<CommandContext, 'services' | 'now'>,
): string[] {
  const empty = topics.filter((topic) => {
    const filter = compileNarrowing(parseQuery(topic, now));
    return services.index.newest(filter, { limit: 1 }).total === 0;
  });
  if (empty.length === 0) return [];
  return [`I have no articles yet on: ${renderLine(empty.join(', '), LIST_SIZE)}.`];
}
