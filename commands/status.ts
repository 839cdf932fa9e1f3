import { describeOutage } from '../src/ingest/sources/describe-outage.ts';
import { describeHealth, type SourceHealth } from '../src/ingest/sources/describe-health.ts';
import type { Source } from '../src/ingest/sources/source.ts';
import { waitUnlessAborted } from '../src/abort.ts';
import { defineAction } from '../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../src/command/command.ts';
import type { Services } from '../src/command/services.ts';
import { describeJoining } from './shared/stories/describe-joining.ts';
import { drawSourceSparklines } from './sources/source-sparklines.ts';
import type { DeliveryRecord } from '../src/digest/delivery.ts';
import { nameSubscription } from '../src/digest/subscription-name.ts';
import { describeOutcome } from '../src/render/describe-outcome.ts';
import { renderLines } from '../src/render/render-lines.ts';
import { renderLine } from '../src/render/render-text.ts';
import { countOf } from '../src/text/count-of.ts';
import { renderTimeStamp } from '../src/render/time-stamp.ts';

const DELIVERIES_SHOWN = 10;
const SOURCES_SHOWN = 5;
/** Stories that are still being joined must not delay the rest. */
const JOINING_WAIT_MS = 500;
const NAME_SIZE = 100;
const DESCRIPTION = 'Shows how the bot is, and what became of the last digests';

/** `/status`: the bot's health; managers also see the last deliveries and why some failed. */
export const status: SlashCommand = {
  kind: 'slash',
  name: 'status',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {},
    audience: 'requester',
    storesNothing: true,
    example: '/status',
    run: async (_, context) => {
      const sources = await listSources(context);
      const picture = drawSourceSparklines(sources, context.now);
      return renderLines({
        heading: 'Status',
        blocks: [
          [...renderHealth(context.services), ...(await renderJoining(context))],
          await renderDeliveries(context),
          await renderPaused(context),
          renderSources(sources, context.now),
        ],
        ...(picture && { picture }),
      });
    },
  }),
};

function renderHealth({ health: read, older }: Pick<Services, 'health' | 'older'>): string[] {
  const health = read();
  const { articleCount, newestAt, reading, gatewayLatencyMs } = health;
  const newest = renderTimeStamp(newestAt, 'R');
  return [
    `- Dateline ${health.version}, running since ${renderTimeStamp(health.startedAt, 'R')}`,
    `- ${countOf(articleCount, 'article')}${older ? ` of the last ${countOf(older.days, 'day')}` : ''}${newest ? `, the newest from ${newest}` : ''}`,
    ...(reading ? ['- Still reading the stored articles; there will be more in a moment'] : []),
    `- Store: ${health.storeEngine}, which keeps ${describeKeeping(health.keepDays)}`,
    ...(health.storeFault === undefined
      ? []
      : [
          `- **Nothing can be saved**, because ${health.storeFault}. Until the person who runs the bot mends that, nothing new is read or posted`,
        ]),
    ...(health.lacksIngest
      ? [
          '- **Nothing new is read**, because no process of the bot reads the sources. Whoever runs it has to start one with the role `ingest`',
        ]
      : []),
    `- Memory: ${Math.round(health.memoryBytes / 2 ** 20)} MB`,
    ...(gatewayLatencyMs === undefined
      ? []
      : [`- Discord answers in ${Math.round(gatewayLatencyMs)} ms`]),
  ];
}

function describeKeeping(days: number): string {
  return days === 0 ? 'everything' : `articles for ${days} days`;
}

async function renderJoining(context: CommandContext): Promise<string[]> {
  if (!context.guildId || !context.isManager) return [];
  const signal = AbortSignal.timeout(JOINING_WAIT_MS);
  try {
    const line = await waitUnlessAborted(describeJoining(context), signal);
    return line === undefined ? [] : [line];
  } catch (error) {
    if (error === signal.reason) return ['- Still joining articles into stories'];
    throw error;
  }
}

async function renderDeliveries({ services, guildId, isManager }: CommandContext) {
  if (!guildId) return [];
  if (!isManager) return ['-# People with Manage Server also see the last digests here.'];
  const deliveries = (await services.recentDeliveries(guildId)).slice(0, DELIVERIES_SHOWN);
  if (deliveries.length === 0) return ['**Last digests**', 'None yet. `/schedule add` plans one.'];
  return ['**Last digests**', ...deliveries.map(renderDelivery)];
}

function renderDelivery({ slot, channelId, name, isAlert, outcome }: DeliveryRecord): string {
  const named = name === undefined ? '' : `**${renderLine(name, NAME_SIZE)}**, `;
  const kind = isAlert ? 'Alert, ' : '';
  return `- ${kind}${named}${renderTimeStamp(slot, 'f')} in <#${channelId}>: ${describeOutcome(outcome)}`;
}

async function renderPaused({ services, guildId, isManager }: CommandContext): Promise<string[]> {
  if (!guildId || !isManager) return [];
  const lines: string[] = [];
  for await (const [, one] of services.subscriptions.list(`${guildId}:`)) {
    const { id, channelId, state } = one;
    if (state.kind !== 'paused') continue;
    const since = renderTimeStamp(state.since, 'R');
    const name = renderLine(nameSubscription(one), NAME_SIZE);
    const where = `**${name}** (\`${id}\`) in <#${channelId}>`;
    lines.push(`- ${where}, ${since}: ${renderLine(state.reason, 200)}`);
  }
  if (lines.length === 0) return [];
  const next = '-# When the cause is fixed, `/schedule resume` starts a schedule again.';
  return ['**Paused schedules**', ...lines, next];
}

/** Managers see the sources of their server and those of the host. */
async function listSources({ services, guildId, isManager }: CommandContext) {
  return guildId && isManager ? await services.manageSources.list(guildId) : [];
}

/** How many sources are in each state, and which of them need attention. */
function renderSources(sources: readonly Source[], now: Date): string[] {
  const all = sources.map((source) => ({ name: source.name, ...describeHealth(source, now) }));
  if (all.length === 0) return [];
  const counts = HEALTH_ORDER.flatMap((kind) => {
    const count = all.filter((one) => one.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  const outage = describeOutage(sources);
  const troubled = all
    .filter(({ kind }) => kind !== 'healthy' && kind !== 'new')
    .toSorted((a, b) => HEALTH_ORDER.indexOf(a.kind) - HEALTH_ORDER.indexOf(b.kind))
    .slice(0, SOURCES_SHOWN)
    .map(
      ({ name, kind, words }) => `- ${renderLine(name, 70)}, ${kind}: ${renderLine(words, 150)}`,
    );
  return [
    '**Sources**',
    counts.join(', '),
    ...(outage ? [outage] : troubled),
    '-# `/sources list` shows them all.',
  ];
}

/** What a manager can fix comes first. */
const HEALTH_ORDER: readonly SourceHealth['kind'][] = [
  'failing',
  'gone',
  'empty',
  'quiet',
  'paused',
  'new',
  'healthy',
];
