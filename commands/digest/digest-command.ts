import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { parseOffset } from '../../src/command/page-buttons.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import type { Narrowing } from '../../src/index/narrowing/narrowing.ts';
import { toNeutralQuery } from '../../src/index/query/neutral-query.ts';
import { renderDigest } from '../../src/render/render-digest.ts';
import { countOf } from '../../src/text/count-of.ts';
import { LAYOUT } from '../shared/layout-option.ts';
import { NARROWING, SUGGEST_NARROWING } from '../shared/narrowing/narrowing-options.ts';
import { describeNotUnderstood } from '../shared/narrowing/describe-list.ts';
import { describeUsual } from '../shared/narrowing/describe-usual.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { describeState } from './describe-edition.ts';
import { findEdition, suggestEdition } from './find-edition.ts';
import { hasPictures } from './past-editions.ts';
import { renderHistory } from './render-history.ts';

const DEFAULT_STORIES = 5;

/** `/digest`: a digest of this moment, and the channel's past editions. */
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
        ...NARROWING,
        stories: { type: 'integer', description: 'How many stories, 1 to 10', min: 1, max: 10 },
        layout: LAYOUT,
      },
      audience: 'channel',
      storesNothing: true,
      example: '/digest now topic:earthquake stories:3',
      suggest: SUGGEST_NARROWING,
      run: async ({ topic, stories = DEFAULT_STORIES, layout, ...limits }, context) => {
        const { services, channelId, now, locale } = context;
        const narrowing = readNarrowing({ query: topic, ...limits }, context);
        const { source, language, country } = limits;
        const made = await services.previewDigest(
          {
            channelId,
            topics: topic === undefined ? [] : [toNeutralQuery(topic, locale)],
            // What the topic itself says of them stays with the topic.
            sources: source === undefined ? [] : narrowing.sources,
            languages:
              language !== undefined || narrowing.isInUsualLanguages ? narrowing.languages : [],
            countries: country === undefined ? [] : narrowing.countries,
            storyCount: stories,
          },
          now,
        );
        // A digest also says how many stories were too short to quote.
        if (made.stories.length + made.omissions.length > 0) {
          const note = describeNotUnderstood(narrowing, context);
          return renderDigest(made, {
            ...(note !== undefined && { note }),
            ...(narrowing.isInUsualLanguages && { limits: describeUsual(context.usual) }),
            layout,
          });
        }
        throw await buildNothingFound(context, adviseOnStories(narrowing, services), narrowing);
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
      storesNothing: true,
      example: '/digest show edition:2024-06-15',
      suggest: { edition: suggestEdition },
      run: async ({ edition: typed }, context) => {
        const edition = await findEdition(typed, context);
        return renderDigest(edition.digest, {
          editionId: edition.id,
          layout: edition.layout,
          ...(edition.name !== undefined && { name: edition.name }),
          ...(edition.alert !== undefined && { alert: edition.alert }),
          note: `Shown again · ${describeState(edition)}`,
          pictures: await hasPictures(context.services, edition),
        });
      },
    }),
    history: defineAction({
      description: 'Lists the past digests of this channel',
      options: {},
      audience: 'requester',
      storesNothing: true,
      example: '/digest history',
      run: async (_, context) => renderHistory(context, 0),
    }),
  },
  components: {
    page: async ([offset], context) => renderHistory(context, parseOffset(offset)),
  },
};

/** A topic that articles only mention has no story, but the reader may want to see them. */
function adviseOnStories(narrowing: Narrowing, { index }: CommandContext['services']): string {
  const hasWords = narrowing.words.length + narrowing.phrases.length > 0;
  const { total } = index.newest(compileNarrowing(narrowing), { limit: 0 });
  return hasWords && total > 0
    ? `I found no story. This topic is only mentioned, in ${countOf(total, 'article')}; \`/search\` shows where.`
    : 'I found no story. Try another topic or source, or use `/search` to look further back.';
}
