import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand, Suggest } from '../../src/command/command.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { warnAboutTopics } from '../schedule/warn-about-subscription.ts';
import { ALERT } from '../shared/scheduling/alert-option.ts';
import { describeUnreadable } from '../shared/scheduling/unreadable-records.ts';
import { suggestLanguageList } from '../shared/narrowing/suggest-language.ts';
import { suggestZone } from '../shared/scheduling/suggest-zone.ts';
import { warnAboutAlert } from '../shared/scheduling/warn-about-alert.ts';
import { suggestStories } from '../story/suggest-stories.ts';
import { addFollow } from './add-follow.ts';
import { describeFollow } from './describe-follow.ts';
import {
  FOLLOWS_A_PERSON,
  listFollows,
  listUnreadableFollows,
  removeFollow,
  suggestFollow,
} from './own-follows.ts';
import { leaveServer } from './leave-server.ts';

/** Suggests stories as direct messages see them: a server's own stories cannot be followed. */
const suggestAnyStory: Suggest = (typed, context, others) =>
  suggestStories(typed, leaveServer(context), others);

/** `/follow`: a person's own topics and stories, told by direct message. */
export const follow: SlashCommand = {
  kind: 'slash',
  name: 'follow',
  description: 'Your own topics and stories, by direct message',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  subcommands: {
    add: defineAction({
      description: 'Sends you a topic or a story by direct message every day',
      options: {
        topic: {
          type: 'string',
          description: 'What to follow: words, "a phrase", -without',
          maxLength: 300,
        },
        story: {
          type: 'string',
          description: 'Or one story: type some words of it, then choose',
          autocomplete: true,
          maxLength: 300,
        },
        time: {
          type: 'string',
          description: 'Your time of day; 08:00 if left out',
          maxLength: 100,
        },
        zone: {
          type: 'string',
          description: 'Time zone, such as Europe/Paris',
          autocomplete: true,
          maxLength: 60,
        },
        language: {
          type: 'string',
          description: 'Languages, separated by commas; all shows every language',
          autocomplete: true,
          maxLength: 200,
        },
        alert: ALERT,
      },
      audience: 'requester',
      example: '/follow add topic:climate time:07:30 zone:Europe/Paris alert:5',
      suggest: { story: suggestAnyStory, zone: suggestZone, language: suggestLanguageList },
      run: async (values, context) => {
        const own = leaveServer(context);
        const { follow: added, isNew } = await addFollow(values, own);
        return renderLines({
          heading: isNew ? 'Followed' : 'Changed',
          blocks: [
            describeFollow(added, own),
            [
              ...warnAboutTopics(added, own),
              ...warnAboutAlert(added, own.services),
              '-# It comes by direct message. Discord delivers that only if we share a server and your settings allow it. Otherwise it stops, and `/follow list` says why.',
            ],
          ],
        });
      },
    }),
    list: defineAction({
      description: 'Lists what you follow, and when it comes next',
      options: {},
      audience: 'requester',
      storesNothing: true,
      example: '/follow list',
      run: async (_, context) => renderList(context),
    }),
    remove: defineAction({
      description: 'Stops following a topic or a story',
      options: {
        follow: {
          type: 'string',
          description: 'Which one',
          required: true,
          autocomplete: true,
          maxLength: 100,
        },
      },
      audience: 'requester',
      example: '/follow remove follow:1a2b3c4d',
      suggest: { follow: suggestFollow },
      run: async ({ follow: id }, context) => {
        const removed = await removeFollow(id, context);
        const [line = `I could not read \`${id}\`, and sent nothing for it.`] = removed
          ? describeFollow(removed, context)
          : [];
        return renderLines({ heading: 'No longer followed', blocks: [[line]] });
      },
    }),
  },
};

const ADVICE = '`/follow add topic:climate` sends you a topic every day.';

async function renderList(context: CommandContext): Promise<Message> {
  const all = await listFollows(context);
  const unreadable = describeUnreadable(await listUnreadableFollows(context), '/follow remove');
  const follows = all.map((one) => describeFollow(one, context));
  return renderLines(
    all.length === 0
      ? { heading: 'You follow nothing yet', blocks: [[ADVICE], unreadable] }
      : {
          heading: `You follow ${all.length} of at most ${FOLLOWS_A_PERSON}`,
          blocks: [...follows, unreadable],
        },
  );
}
