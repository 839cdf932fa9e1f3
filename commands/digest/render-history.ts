import type { CommandContext } from '../../src/command/command.ts';
import { buildPageButtons, clampOffset } from '../../src/command/page-buttons.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';
import { countStories, describeState, hasStories } from './describe-edition.ts';
import { listNewestEditions } from './past-editions.ts';

const EDITIONS_A_PAGE = 15;
const NAME_SIZE = 100;

/** Renders a page of the channel's editions, the newest first. */
export async function renderHistory(context: CommandContext, from: number): Promise<Message> {
  const { services, channelId } = context;
  const all = await listNewestEditions(services, channelId);
  const offset = clampOffset(from, EDITIONS_A_PAGE, all.length);
  const page = all.slice(offset, offset + EDITIONS_A_PAGE);
  const position = { command: 'digest', offset, count: EDITIONS_A_PAGE, total: all.length };
  return renderLines({
    heading: 'Digests of this channel',
    blocks: [page.length > 0 ? page.map(renderEdition) : [describeNone(context)]],
    buttons: buildPageButtons({ ...position, shown: page.length, state: [] }) ?? [],
  });
}

function describeNone({ guildId, isManager }: CommandContext): string {
  const plan = !guildId
    ? '`/follow add` has them sent to you; in a server, `/schedule add` plans them'
    : isManager
      ? '`/schedule add` plans one'
      : 'People with Manage Server plan them with `/schedule add`';
  return `There are none yet. ${plan}; \`/digest now\` makes one at once.`;
}

function renderEdition(edition: Edition): string {
  const slot = `${renderTimeStamp(edition.slot, 'f')}${renderName(edition)}`;
  // An edition without stories cannot be shown again, so that nobody needs its id.
  if (!hasStories(edition)) return `- ${slot} · ${describeState(edition)}`;
  return `- ${slot} · ${countStories(edition)} · ${describeState(edition)} · \`${edition.id}\``;
}

/** An edition from before they had names has none. */
function renderName({ name }: Edition): string {
  return name === undefined ? '' : ` · **${renderLine(name, NAME_SIZE)}**`;
}
