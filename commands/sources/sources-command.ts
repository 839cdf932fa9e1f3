import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand, Suggest } from '../../src/command/command.ts';
import { describePublisher, describeTest, renderAddress } from './describe-source.ts';
import { noteRecentOnly } from '../shared/describe-older.ts';
import { listPublishers } from './list-publishers.ts';
import { buildPageButtons, clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import { UserError } from '../../src/errors.ts';
import { countOf } from '../../src/text/count-of.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { describeOutage } from '../../src/ingest/sources/describe-outage.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { buildOpml } from '../../src/ingest/sources/build-opml.ts';
import { HOST, type Source } from '../../src/ingest/sources/source.ts';
import type { ImportedSources } from '../../src/ingest/sources/manage-sources.ts';

const SOURCES_A_PAGE = 10;
const NAMES_SHOWN = 10;
const NAME_SIZE = 100;

const ADDRESS = {
  type: 'string',
  description: 'The address of the feed, or of a page with one',
  maxLength: 1000,
} as const;
const CHOSEN = {
  source: {
    type: 'string',
    description: 'Which source',
    required: true,
    autocomplete: true,
    maxLength: 100,
  },
} as const;

/** Suggests the server's own sources by any part of their name; the value is the id. */
const suggestOwn: Suggest = async (typed, { services, guildId }) => {
  const wanted = typed.trim().toLowerCase();
  const all = guildId === undefined ? [] : await services.manageSources.list(guildId);
  return all
    .filter(({ owner, name }) => owner !== HOST && name.toLowerCase().includes(wanted))
    .map(({ name, id, paused }) => ({ name: paused ? `${name} · paused` : name, value: id }));
};
const SUGGEST_CHOSEN = { source: suggestOwn } as const;

/** `/sources`: lists sources for everyone; managers change those of their server. */
export const sources: SlashCommand = {
  kind: 'slash',
  name: 'sources',
  description: 'Shows and changes what is read',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  subcommands: {
    list: defineAction({
      description: 'Shows what is read, how fresh it is and what is wrong',
      options: {},
      audience: 'requester',
      storesNothing: true,
      example: '/sources list',
      run: async (_, context) => renderPage(context, 0),
    }),
    test: defineAction({
      description: 'Shows what a feed has, and stores nothing',
      options: { url: { ...ADDRESS, required: true } },
      audience: 'requester',
      storesNothing: true,
      access: 'managers',
      example: '/sources test url:https://news.example/feed.xml',
      run: async ({ url }, { services }) => {
        const test = await services.manageSources.test(url);
        const heading = renderLine(test.title ?? 'A feed without a title', NAME_SIZE);
        const next = ['-# Nothing is stored yet. `/sources add` adds it for this server.'];
        return renderLines({ heading, blocks: [...describeTest(test), next] });
      },
    }),
    add: defineAction({
      description: 'Adds a feed, or all feeds of an OPML file, for this server',
      options: {
        url: ADDRESS,
        opml: { type: 'attachment', description: 'Instead: an OPML file from a feed reader' },
      },
      audience: 'requester',
      access: 'managers',
      example: '/sources add url:https://news.example/feed.xml',
      run: async ({ url, opml }, context) => {
        const guildId = requireGuild(context);
        const { services } = context;
        if ((url === undefined) === (opml === undefined)) {
          throw new UserError('bad-option', 'Give either the `url` of a feed or an `opml` file.');
        }
        if (opml) {
          return renderImported(
            await services.manageSources.addList(await services.readAttachment(opml), guildId),
          );
        }
        const { source, test } = await services.manageSources.add(url ?? '', guildId);
        const heading = `Source added: ${renderLine(source.name, NAME_SIZE)}`;
        const next = ['-# I read its articles from now on, for this server only.'];
        return renderLines({ heading, blocks: [...describeTest(test), next] });
      },
    }),
    pause: defineAction({
      description: 'Stops reading a source of this server',
      options: CHOSEN,
      audience: 'requester',
      access: 'managers',
      example: '/sources pause source:Harbour Post',
      suggest: SUGGEST_CHOSEN,
      run: async ({ source }, context) => {
        const { manageSources } = context.services;
        const paused = await manageSources.pause(source, requireGuild(context));
        return renderChange('Source paused', paused, context);
      },
    }),
    resume: defineAction({
      description: 'Reads a paused source of this server again',
      options: CHOSEN,
      audience: 'requester',
      access: 'managers',
      example: '/sources resume source:Harbour Post',
      suggest: SUGGEST_CHOSEN,
      run: async ({ source }, context) => {
        const { manageSources } = context.services;
        const resumed = await manageSources.resume(source, requireGuild(context));
        return renderChange('Source resumed', resumed, context);
      },
    }),
    remove: defineAction({
      description: 'Removes a source of this server for good',
      options: {
        ...CHOSEN,
        with_articles: {
          type: 'boolean',
          description: 'Its stored articles go too (default: they stay until they are old)',
        },
      },
      audience: 'requester',
      access: 'managers',
      example: '/sources remove source:Harbour Post with_articles:True',
      suggest: SUGGEST_CHOSEN,
      run: async ({ source, with_articles: withArticles = false }, context) => {
        const { manageSources } = context.services;
        const guildId = requireGuild(context);
        const removed = withArticles
          ? await manageSources.removeWithArticles(source, guildId)
          : { source: await manageSources.remove(source, guildId) };
        return renderRemoved(removed);
      },
    }),
    export: defineAction({
      description: 'Gives all sources as an OPML file',
      options: {},
      audience: 'requester',
      storesNothing: true,
      access: 'managers',
      example: '/sources export',
      run: async (_, { services, guildId, now }) =>
        renderExport(await services.manageSources.list(guildId), now),
    }),
  },
  components: {
    page: async ([offset], context) => renderPage(context, parseOffset(offset)),
  },
};

function requireGuild({ guildId }: CommandContext): string {
  if (guildId) return guildId;
  throw new UserError('not-available', 'Sources belong to a server. Use this command in one.');
}

async function renderPage({ services, guildId, now }: CommandContext, from: number) {
  const feeds = await services.manageSources.list(guildId);
  const outage = describeOutage(feeds);
  const stored = await services.cache.keep(['sources', guildId], async () => services.sources());
  const all = listPublishers(feeds, stored);
  const offset = clampOffset(from, SOURCES_A_PAGE, all.length);
  const page = all.slice(offset, offset + SOURCES_A_PAGE);
  const position = { command: 'sources', offset, count: SOURCES_A_PAGE, total: all.length };
  return renderLines({
    heading: all.length === 1 ? '1 source' : `${all.length} sources`,
    blocks: [
      outage === undefined ? [] : [`**${outage}**`],
      page.length > 0 ? page.map((one) => describePublisher(one, now)) : [NOTHING_READ],
      noteRecentOnly(services.older).map((note) => `-# Counted: ${note}`),
    ],
    buttons: buildPageButtons({ ...position, shown: page.length, state: [] }) ?? [],
  });
}

const NOTHING_READ =
  'There are no sources yet. `/sources add` adds a feed; the person who runs this bot adds articles with `dateline import PATH`.';

function renderChange(heading: string, source: Source, { now }: CommandContext): Message {
  return renderLines({
    heading,
    blocks: [[describePublisher({ name: source.name, source }, now)]],
  });
}

function renderRemoved({ source, count }: { source: Source; count?: number }): Message {
  const fate =
    count === undefined
      ? 'Its stored articles stay until they are old.'
      : `${countOf(count, 'stored article')} went with it.`;
  return renderLines({
    heading: 'Source removed',
    blocks: [
      [`**${renderLine(source.name, NAME_SIZE)}**`, ...renderAddress(source.url)],
      [`-# ${fate}`],
    ],
  });
}

function renderImported({ added, present, beyondLimit, unreadable }: ImportedSources): Message {
  const names = added.slice(0, NAMES_SHOWN).map(({ name }) => `- ${renderLine(name, NAME_SIZE)}`);
  const more = added.length - names.length;
  return renderLines({
    heading: added.length === 1 ? '1 source added' : `${added.length} sources added`,
    blocks: [
      [...names, ...(more > 0 ? [`- and ${more} more`] : [])],
      [
        ...(present > 0 ? [`- ${present} ${present === 1 ? 'is' : 'are'} here already`] : []),
        ...(beyondLimit > 0
          ? [`- ${beyondLimit} could not be added: the server has as many sources as it can have`]
          : []),
        ...unreadable.map(
          (text) => `- not the address of a feed: ${renderLine(text || '(nothing)', NAME_SIZE)}`,
        ),
      ],
      ['-# `/sources list` will soon show which of them can be read.'],
    ],
  });
}

function renderExport(all: readonly Source[], now: Date): Message {
  const data = new TextEncoder().encode(buildOpml('Dateline sources', all, now));
  const description = 'The sources of this server and of this bot, for any feed reader';
  return {
    content: all.length === 1 ? '1 source' : `${all.length} sources`,
    files: [{ name: 'dateline-sources.opml', data, description }],
    allowed_mentions: { parse: [] },
  };
}
