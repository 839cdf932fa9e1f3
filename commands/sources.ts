import { defineAction } from '../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../src/command/command.ts';
import { buildPageButtons, clampOffset, parseOffset } from '../src/command/page-buttons.ts';
import type { SourceStatus } from '../src/command/services.ts';
import { renderLine } from '../src/render/render-text.ts';
import { renderLines } from '../src/render/render-lines.ts';
import { renderTimeStamp } from '../src/render/time-stamp.ts';

const SOURCES_A_PAGE = 20;
const DESCRIPTION = 'Shows what is read and how fresh it is';

/** `/sources`: what is read and how fresh it is. */
export const sources: SlashCommand = {
  kind: 'slash',
  name: 'sources',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {},
    audience: 'asker',
    example: '/sources',
    run: async (_, context) => renderPage(context, 0),
  }),
  components: {
    page: async ([offset], context) => renderPage(context, parseOffset(offset)),
  },
};

function renderPage({ services }: CommandContext, asked: number) {
  const all = services.sources().toSorted(byFreshness);
  const offset = clampOffset(asked, SOURCES_A_PAGE, all.length);
  const page = all.slice(offset, offset + SOURCES_A_PAGE);
  const position = { command: 'sources', offset, count: SOURCES_A_PAGE, total: all.length };
  return renderLines({
    heading: all.length === 1 ? '1 source' : `${all.length} sources`,
    blocks: [page.length > 0 ? page.map(renderSource) : [NOTHING_READ]],
    buttons: buildPageButtons({ ...position, shown: page.length, state: [] }) ?? [],
  });
}

const NOTHING_READ =
  'Nothing has been read yet. Whoever runs this bot adds articles with `dateline import PATH`.';

function renderSource({ name, articleCount, newestAt }: SourceStatus): string {
  const articles = articleCount === 1 ? '1 article' : `${articleCount} articles`;
  const newest = renderTimeStamp(newestAt, 'R');
  return `- **${renderLine(name, 100)}** · ${articles}${newest ? ` · newest ${newest}` : ''}`;
}

function byFreshness(a: SourceStatus, b: SourceStatus): number {
  const [x, y] = [a.newestAt ?? '', b.newestAt ?? ''];
  return x === y ? a.name.localeCompare(b.name, 'en') : x < y ? 1 : -1;
}
