import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand, Suggest } from '../../src/command/command.ts';
import { findEditionDay, hasPictures, listNewestEditions } from './past-editions.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { buildPageButtons, clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { suggestSource } from '../shared/narrowing/suggest-source.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { UserError } from '../../src/errors.ts';
import { toNeutralQuery } from '../../src/index/query/neutral-query.ts';
import { parseSince } from '../../src/index/query/parse-since.ts';
import { describeOutcome } from '../../src/render/describe-outcome.ts';
import { renderDigest } from '../../src/render/render-digest.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';

const DEFAULT_STORIES = 5;
const EDITIONS_A_PAGE = 15;
const EDITIONS_SUGGESTED = 25;

/** `/digest`: the news of this moment, and the channel's past editions. */
export const digest: SlashCommand = {
  kind: 'slash',
  name: 'digest',
  description: 'The news of this moment, and past digests again',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  subcommands: {
    now: defineAction({
      description: 'Makes a digest of this moment',
      options: {
        topic: {
          type: 'string',
          description: 'Only news on this: words, "a phrase", -without',
          maxLength: 100,
        },
        source: {
          type: 'string',
          description: 'Only articles of this publisher',
          autocomplete: true,
          maxLength: 100,
        },
        stories: { type: 'integer', description: 'How many stories, 1 to 10', min: 1, max: 10 },
      },
      audience: 'channel',
      example: '/digest now topic:earthquake stories:3',
      suggest: { source: suggestSource },
      run: async ({ topic, source, stories = DEFAULT_STORIES }, context) => {
        const { services, channelId, now, locale } = context;
        const narrowing = readNarrowing({ query: topic, source }, context);
        const made = await services.previewDigest(
          {
            channelId,
            topics: topic === undefined ? [] : [toNeutralQuery(topic, locale)],
            sources: source === undefined ? [] : narrowing.sources,
            storyCount: stories,
          },
          now,
        );
        // Stories too short to quote are at least counted.
        if (made.stories.length + made.omissions.length > 0) return renderDigest(made);
        throw buildNothingFound(
          services,
          'There is no story to tell. Ask for another topic or source, or use `/search` to look further back.',
          narrowing,
        );
      },
    }),
    show: defineAction({
      description: 'Shows a past digest of this channel again',
      options: {
        edition: {
          type: 'string',
          description: 'Its id, or its date such as 2024-06-15',
          required: true,
          autocomplete: true,
          maxLength: 100,
        },
      },
      audience: 'requester',
      example: '/digest show edition:2024-06-15',
      suggest: { edition: (...asked) => suggestEdition(...asked) },
      run: async ({ edition: asked }, context) => {
        const edition = await findEdition(asked, context);
        return renderDigest(edition.digest, {
          editionId: edition.id,
          note: `Shown again · ${describeState(edition)}`,
          pictures: await hasPictures(context.services, edition),
        });
      },
    }),
    history: defineAction({
      description: 'Lists the past digests of this channel',
      options: {},
      audience: 'requester',
      example: '/digest history',
      run: async (_, context) => renderHistory(context, 0),
    }),
  },
  components: {
    page: async ([offset], context) => renderHistory(context, parseOffset(offset)),
  },
};

async function findEdition(asked: string, context: CommandContext): Promise<Edition> {
  const editions = (await listNewestEditions(context.services, context.channelId)).filter(
    hasStories,
  );
  const byId = editions.find(({ id }) => id === asked.toLowerCase().replace(/^edition /u, ''));
  if (byId) return byId;
  const day = parseSince(asked, context.now)?.toISOString().slice(0, 10);
  for (const edition of day ? editions : []) {
    if ((await findEditionDay(context.services, edition)) === day) return edition;
  }
  throw new UserError(
    'not-found',
    'This channel has no digest with that id or on that date. `/digest history` lists those it has.',
  );
}

const suggestEdition: Suggest = async (typed, { services, channelId }) => {
  const editions = (await listNewestEditions(services, channelId)).filter(hasStories);
  const choices = [];
  for (const edition of editions) {
    const day = await findEditionDay(services, edition);
    const headline = edition.digest.stories[0]?.headline ?? '';
    const name = `${day} · ${countStories(edition)} · ${headline}`;
    if (!`${name} ${edition.id}`.toLowerCase().includes(typed.trim().toLowerCase())) continue;
    choices.push({ name, value: edition.id });
    if (choices.length === EDITIONS_SUGGESTED) break;
  }
  return choices;
};

async function renderHistory(context: CommandContext, asked: number) {
  const { services, channelId } = context;
  const all = await listNewestEditions(services, channelId);
  const offset = clampOffset(asked, EDITIONS_A_PAGE, all.length);
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
    ? 'In a server, `/schedule add` plans them'
    : isManager
      ? '`/schedule add` plans one'
      : 'People with Manage Server plan them with `/schedule add`';
  return `There was none yet. ${plan}; \`/digest now\` makes one at once.`;
}

function renderEdition(edition: Edition): string {
  const slot = renderTimeStamp(edition.slot, 'f');
  // Without stories there is nothing to show again, so its id is of no use.
  if (!hasStories(edition)) return `- ${slot} · ${describeState(edition)}`;
  return `- ${slot} · ${countStories(edition)} · ${describeState(edition)} · \`${edition.id}\``;
}

function describeState({ state, late, digest: { stories } }: Edition): string {
  switch (state.kind) {
    case 'pending':
      return 'not posted yet';
    case 'posted':
      return `${late ? 'posted late' : 'posted'}${stories.length === 0 ? ' that nothing is new' : ''}`;
    case 'failed':
      return describeOutcome(state.outcome);
    case 'quiet':
    case 'missed':
      return describeOutcome(state);
    default:
      return state satisfies never;
  }
}

function hasStories({ digest: { stories } }: Edition): boolean {
  return stories.length > 0;
}

function countStories({ digest: { stories } }: Edition): string {
  return stories.length === 1 ? '1 story' : `${stories.length} stories`;
}
