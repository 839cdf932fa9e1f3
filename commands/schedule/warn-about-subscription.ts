import { nameSubscription } from '../../src/digest/subscription-name.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { UserError } from '../../src/errors.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { describeLimits } from '../../src/render/describe-narrowing.ts';
import { renderLine } from '../../src/render/render-text.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { VIEW_CHANNEL } from '../../src/command/needed-permissions.ts';
import type { ChannelCheck } from '../../src/command/services.ts';
import { findNamesakes } from './refuse-duplicate.ts';
import { adviseOnWords } from '../shared/narrowing/advise-on-words.ts';
import {
  adviseOnSources,
  findUnknownLimits,
  listNames,
} from '../shared/narrowing/unknown-limits.ts';
import { warnAboutAlert } from '../shared/scheduling/warn-about-alert.ts';

const LIST_SIZE = 300;
const SOURCE_SIZE = 100;

/** Warns of everything that would keep digests from coming as planned: lines of markdown, often none. */
export async function warnAboutSubscription(
  subscription: Subscription,
  context: CommandContext,
): Promise<string[]> {
  const { services } = context;
  const check = await services.checkChannel?.(subscription);
  return [
    ...(check ? warnAboutChannel(subscription, check) : []),
    ...(await warnAboutLimits(subscription, context)),
    ...warnAboutTopics(subscription, context),
    ...warnAboutAlert(subscription, services),
    ...(await warnAboutName(subscription, context)),
    ...(subscription.state.kind === 'paused'
      ? ['It is paused. `/schedule resume` starts it again.']
      : []),
  ];
}

/** Throws a UserError when the channel belongs to another server: the requester's client may offer any. */
export async function refuseForeignChannel(
  subscription: Omit<Subscription, 'id'>,
  { services }: CommandContext,
): Promise<void> {
  const check = await services.checkChannel?.(subscription);
  if (!check?.isElsewhere) return;
  throw new UserError('not-found', 'This server has no such channel. Choose one from the list.');
}

function warnAboutChannel(
  { channelId, roleId = '' }: Subscription,
  { toPost, toOpenThreads, toAttach = [], canMention }: ChannelCheck,
): string[] {
  return [
    ...(toPost.length > 0 ? [explainMissing(channelId, toPost)] : []),
    ...(toOpenThreads.length > 0
      ? [`I cannot open threads in <#${channelId}> yet. I need there: ${toOpenThreads.join(', ')}.`]
      : []),
    ...(toAttach.length > 0
      ? [
          `My digests in <#${channelId}> have no pictures yet. I need there: ${toAttach.join(', ')}.`,
        ]
      : []),
    ...(canMention
      ? []
      : [
          `Nobody in <@&${roleId}> will be notified yet: allow anyone to mention this role in its settings, or allow me to mention all roles.`,
        ]),
  ];
}

/** A channel that the bot cannot see may also be deleted; it cannot tell. */
function explainMissing(channelId: string, toPost: readonly string[]): string {
  return toPost.includes(VIEW_CHANNEL)
    ? `**I cannot see <#${channelId}>.** I need there: ${toPost.join(', ')}. Or choose another channel with \`/schedule edit\`.`
    : `**I cannot post in <#${channelId}> yet.** I need there: ${toPost.join(', ')}.`;
}

async function warnAboutName(subscription: Subscription, context: CommandContext) {
  const [other] = await findNamesakes(subscription, context);
  if (!other) return [];
  const name = renderLine(nameSubscription(other), LIST_SIZE);
  return [
    `\`${other.id}\` in this channel is called **${name}** too. Give one of them a \`name\`, so that readers can tell them apart.`,
  ];
}

async function warnAboutLimits(subscription: Subscription, { services, usual }: CommandContext) {
  const limits = { ...subscription, languages: subscription.languages ?? usual.languages };
  const { sources, languages, countries } = findUnknownLimits(limits, services.index);
  const feeds = await services.manageSources.list(subscription.guildId);
  const names = listNames(services.index, feeds);
  const advice = adviseOnSources(sources, names, (name) => renderLine(name, SOURCE_SIZE));
  return [
    ...describeLimits({ sources }).map((limit) => `I have no articles ${limit} yet. ${advice}`),
    ...describeLimits({ languages, countries }).map((limit) => `I have no articles ${limit} yet.`),
  ];
}

/** Names the topics that no article is on yet: a line of markdown, or none. */
export function warnAboutTopics(
  { topics }: Subscription,
  { services, now }: CommandContext,
): string[] {
  const empty = topics.filter((topic) => {
    const filter = compileNarrowing(parseQuery(topic, now), { isTopic: true });
    return services.index.newest(filter, { limit: 1, isFirst: true }).total === 0;
  });
  if (empty.length === 0) return [];
  const meant = empty
    .map((topic) => adviseOnWords(parseQuery(topic, now), services.index))
    .filter((advice) => advice !== undefined);
  const warning = `I have no articles yet on: ${renderLine(empty.join(', '), LIST_SIZE)}.`;
  return [[warning, ...meant.map((advice) => renderLine(advice, LIST_SIZE))].join(' ')];
}
