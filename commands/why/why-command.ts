import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import { buildButton } from '../../src/render/components.ts';
import { renderMaskedLink } from '../../src/render/masked-link.ts';
import type { Message } from '../../src/render/message.ts';
import { parseLink } from '../../src/render/parse-link.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { buildStoryButtonId } from '../../src/render/story/render-direct-menus.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';
import { renderStages } from '../../src/render/why/render-stages.ts';
import type { Story } from '../../src/story/story.ts';
import { countOf } from '../../src/text/count-of.ts';
import { describeState } from '../digest/describe-edition.ts';
import { requireGuild, suggestSubscription } from '../schedule/guild-subscriptions.ts';
import { describeUnreadable, listUnreadable } from '../shared/scheduling/unreadable-records.ts';
import { chooseStoryHeadline } from '../shared/stories/read-story.ts';
import { findStory } from '../story/find-story.ts';
import { suggestStories } from '../story/suggest-stories.ts';
import { suggestArticles } from '../summarize/suggest-articles.ts';
import { suggestDigest } from './choose-digest.ts';
import { describeDigest, describeVerdict } from './describe-digest.ts';
import { explainArticle, type ArticleExplanation } from './explain-article.ts';
import { explainChannel } from './explain-channel.ts';
import { explainStory } from './explain-story.ts';
import { renderJoining, renderStoryReasons } from './render-story-reasons.ts';

const HEADLINE_SIZE = 250;
const NAME_SIZE = 100;

const DIGEST = {
  type: 'string',
  description: 'In which digest; the latest here that told it, or the next one, if left out',
  autocomplete: true,
  maxLength: 100,
} as const;

/** `/why`: why a story is in a digest, what stopped an article, and what keeps a channel's digests from coming. */
export const why: SlashCommand = {
  kind: 'slash',
  name: 'why',
  description: 'Says why something is in a digest or not',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  subcommands: {
    story: defineAction({
      description: 'Why a story is shown or not, its rank, its sentences, and why it is one story',
      options: {
        story: {
          type: 'string',
          description: 'Type some words of it, then choose',
          required: true,
          autocomplete: true,
          maxLength: 300,
        },
        digest: DIGEST,
      },
      audience: 'requester',
      storesNothing: true,
      example: '/why story story:earthquake',
      suggest: { story: suggestStories, digest: suggestDigest },
      run: async ({ story: typed, digest }, context) =>
        renderStoryAnswer(await findStory(typed, context, undefined), digest, context),
    }),
    article: defineAction({
      description: 'Which stage stopped an article on its way to a digest',
      options: {
        article: {
          type: 'string',
          description: 'Type some words of its title, then choose; or give its link',
          required: true,
          autocomplete: true,
          maxLength: 2000,
        },
        digest: DIGEST,
      },
      audience: 'requester',
      storesNothing: true,
      example: '/why article article:Notre-Dame',
      suggest: { article: suggestArticles, digest: suggestDigest },
      run: async ({ article, digest }, context) =>
        renderArticleAnswer(await explainArticle(article, digest, context), context),
    }),
    channel: defineAction({
      description: 'What keeps the digests of a channel from coming',
      options: {
        channel: { type: 'channel', description: 'Which channel; this one if left out' },
        schedule: {
          type: 'string',
          description: 'Only this schedule',
          autocomplete: true,
          maxLength: 100,
        },
      },
      audience: 'requester',
      storesNothing: true,
      access: 'managers',
      example: '/why channel',
      suggest: { schedule: suggestSubscription },
      run: async ({ channel, schedule }, context) =>
        renderChannelAnswer(channel ?? context.channelId, schedule, context),
    }),
  },
};

async function renderStoryAnswer(
  story: Story,
  digest: string | undefined,
  context: CommandContext,
): Promise<Message> {
  const explanation = await explainStory(story, digest, context);
  return renderLines({
    heading: `Why: ${nameStory(story, context)}`,
    blocks: renderStoryReasons(explanation),
    buttons: [openButton(story)],
  });
}

function renderArticleAnswer(explanation: ArticleExplanation, context: CommandContext): Message {
  const { stages } = explanation;
  if (explanation.kind === 'missing') {
    const link = parseLink(explanation.url);
    return renderLines({
      heading: 'Why: an article that I have not stored',
      blocks: [
        [...(link ? [`<${link}>`] : []), describeVerdict(stages)],
        renderStages(stages),
        ['-# `/sources list` shows what is read, and what is wrong with it.'],
      ],
    });
  }
  const { entry, digest, story, joining } = explanation;
  const isShared = story !== undefined && story.articles.length > 1;
  return renderLines({
    heading: `Why: ${renderMaskedLink(entry.title, entry.url, HEADLINE_SIZE)}`,
    blocks: [
      [...describeDigest(digest), describeVerdict(stages)],
      renderStages(stages),
      isShared
        ? [
            `It is in a story of ${countOf(story.articles.length, 'article')}: ${nameStory(story, context)}`,
          ]
        : ['No other article is in its story.'],
      joining ? renderJoining(joining) : [],
    ],
    buttons: isShared ? [openButton(story)] : [],
  });
}

async function renderChannelAnswer(
  channelId: string,
  schedule: string | undefined,
  context: CommandContext,
): Promise<Message> {
  const explained = await explainChannel(channelId, schedule, context);
  const where = explained[0]?.subscription?.channelId ?? channelId;
  return renderLines({
    heading: `Why: digests in <#${where}>`,
    blocks: [
      ...explained.map(({ subscription, stages, latest }) => [
        ...(subscription
          ? [
              `**${renderLine(nameSubscription(subscription), NAME_SIZE)}** · \`${subscription.id}\``,
            ]
          : []),
        ...renderStages(stages),
        ...(latest.length > 0 ? [`-# Last slots: ${latest.map(describeSlot).join('; ')}`] : []),
      ]),
      describeUnreadable(await listUnreadable(requireGuild(context), context), '/schedule remove'),
      ['-# `/schedule list` shows all schedules, `/status` the last deliveries.'],
    ],
  });
}

function describeSlot(edition: Edition): string {
  return `${renderTimeStamp(edition.slot, 'f')} ${describeState(edition)}`;
}

function nameStory(story: Story, { locale }: CommandContext): string {
  const headline = chooseStoryHeadline(story, locale);
  const { url } = story.articles.find(({ id }) => id === headline?.articleId) ?? {};
  return renderMaskedLink(headline?.text ?? '', url, HEADLINE_SIZE);
}

function openButton({ id }: Story) {
  return buildButton('Open the story', buildStoryButtonId(id));
}
