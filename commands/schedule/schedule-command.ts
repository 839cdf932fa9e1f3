import { applyEdit } from './apply-edit.ts';
import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { describeSubscription } from './describe-subscription.ts';
import { refuseDuplicate } from './refuse-duplicate.ts';
import {
  addSubscription,
  changeSubscription,
  findSubscription,
  listSubscriptions,
  MOST_SUBSCRIPTIONS,
  requireGuild,
  suggestSubscription,
} from './guild-subscriptions.ts';
import { buildPageButtons, clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import { parseDigestOptions } from './parse-digest-options.ts';
import { parseScheduleOptions } from '../shared/scheduling/parse-schedule-options.ts';
import { CLEARABLE, SCHEDULE_OPTIONS } from './schedule-options.ts';
import { suggestCountryList } from '../shared/narrowing/suggest-country.ts';
import { suggestLanguageList } from '../shared/narrowing/suggest-language.ts';
import { suggestSourceList } from '../shared/narrowing/suggest-source.ts';
import { previewSubscription } from './preview-subscription.ts';
import { describeUnreadable, listUnreadable } from '../shared/scheduling/unreadable-records.ts';
import { suggestZone } from '../shared/scheduling/suggest-zone.ts';
import { removeUnreadable, suggestRemovable } from './unreadable-subscriptions.ts';
import { refuseForeignChannel, warnAboutSubscription } from './warn-about-subscription.ts';
import { pauseSubscription, resumeSubscription } from '../../src/digest/change-subscription.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { UserError } from '../../src/errors.ts';
import { KEEP } from '../../src/store/record-store.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLines } from '../../src/render/render-lines.ts';

const DEFAULT_STORIES = 5;
const SCHEDULES_A_PAGE = 5;

const CHOSEN = {
  schedule: {
    type: 'string',
    description: 'Which schedule',
    required: true,
    autocomplete: true,
    maxLength: 100,
  },
} as const;
const SUGGEST_CHOSEN = { schedule: suggestSubscription } as const;
const SUGGEST_OPTIONS = {
  zone: suggestZone,
  sources: suggestSourceList,
  language: suggestLanguageList,
  country: suggestCountryList,
} as const;

/** `/schedule`: managers plan the digests of their server. */
export const schedule: SlashCommand = {
  kind: 'slash',
  name: 'schedule',
  description: 'Plans digests for the channels of this server',
  access: 'managers',
  contexts: ['guild'],
  subcommands: {
    add: defineAction({
      description: 'Plans a digest for this channel or another',
      options: SCHEDULE_OPTIONS,
      audience: 'requester',
      example: '/schedule add time:08:00 days:weekdays zone:Europe/Paris topics:climate',
      suggest: SUGGEST_OPTIONS,
      run: async (values, context) => {
        const guildId = requireGuild(context);
        const planned = {
          guildId,
          channelId: values.channel ?? context.channelId,
          schedule: parseScheduleOptions(values, context.usual.zone),
          topics: [],
          sources: [],
          storyCount: DEFAULT_STORIES,
          thread: 'none',
          onQuiet: 'post-nothing',
          ...parseDigestOptions(values, guildId, context),
          state: { kind: 'active' },
          createdBy: context.userId,
          createdAt: context.now.toISOString(),
          changedAt: context.now.toISOString(),
        } as const;
        if ((await listSubscriptions(context)).length >= MOST_SUBSCRIPTIONS) {
          throw new UserError(
            'not-allowed',
            `A server can have ${MOST_SUBSCRIPTIONS} schedules. Remove one with \`/schedule remove\` first.`,
          );
        }
        await refuseForeignChannel(planned, context);
        await refuseDuplicate(planned, context);
        return renderChange('Digest planned', await addSubscription(planned, context), context);
      },
    }),
    list: defineAction({
      description: 'Lists the schedules of this server',
      options: {},
      audience: 'requester',
      storesNothing: true,
      example: '/schedule list',
      run: async (_, context) => renderPage(context, 0),
    }),
    edit: defineAction({
      description: 'Changes a schedule; what you leave out stays',
      options: {
        ...CHOSEN,
        ...SCHEDULE_OPTIONS,
        clear: { type: 'string', description: 'What to take away', choices: CLEARABLE },
      },
      audience: 'requester',
      example: '/schedule edit schedule:1a2b3c4d time:18:30',
      suggest: { ...SUGGEST_CHOSEN, ...SUGGEST_OPTIONS },
      run: async ({ schedule: id, clear, ...values }, context) => {
        const found = await findSubscription(id, context);
        if (clear === undefined && Object.keys(values).length === 0) {
          throw new UserError('bad-option', 'Say what to change, such as `time:18:30`.');
        }
        const edit = (present: Subscription) => applyEdit(present, values, clear, context);
        await refuseForeignChannel(edit(found), context);
        await refuseDuplicate(edit(found), context);
        const { subscription } = await changeSubscription(id, edit, context);
        return renderChange('Schedule changed', subscription, context);
      },
    }),
    pause: defineAction({
      description: 'Stops a schedule until it is resumed',
      options: CHOSEN,
      audience: 'requester',
      example: '/schedule pause schedule:1a2b3c4d',
      suggest: SUGGEST_CHOSEN,
      run: async ({ schedule: id }, context) =>
        switchState(id, 'paused', context, (present) =>
          pauseSubscription(present, 'manager', 'a manager paused it', context.now),
        ),
    }),
    resume: defineAction({
      description: 'Lets a paused schedule run again',
      options: CHOSEN,
      audience: 'requester',
      example: '/schedule resume schedule:1a2b3c4d',
      suggest: SUGGEST_CHOSEN,
      run: async ({ schedule: id }, context) =>
        switchState(id, 'active', context, (present) => resumeSubscription(present, context.now)),
    }),
    remove: defineAction({
      description: 'Removes a schedule for good',
      options: CHOSEN,
      audience: 'requester',
      example: '/schedule remove schedule:1a2b3c4d',
      suggest: { schedule: suggestRemovable },
      run: async ({ schedule: id }, context) => {
        const unreadable = await removeUnreadable(id, context);
        if (unreadable) return unreadable;
        const present = await findSubscription(id, context);
        await context.services.subscriptions.remove(subscriptionKey(present));
        const lines = describeSubscription(present, context);
        // Leaves out the line that says when it would run next.
        const blocks = [lines.filter((_, index) => index !== 1)];
        return renderLines({ heading: 'Schedule removed', blocks });
      },
    }),
    preview: defineAction({
      description: 'Shows what a schedule would post now',
      options: CHOSEN,
      audience: 'requester',
      storesNothing: true,
      example: '/schedule preview schedule:1a2b3c4d',
      suggest: SUGGEST_CHOSEN,
      run: async ({ schedule: id }, context) =>
        previewSubscription(await findSubscription(id, context), context),
    }),
  },
  components: {
    page: async ([offset], context) => renderPage(context, parseOffset(offset)),
  },
};

const STATE_HEADINGS = {
  paused: { changed: 'Schedule paused', kept: 'Already paused' },
  active: { changed: 'Schedule resumed', kept: 'Already running' },
} as const;

/** Pauses or resumes a schedule, unless it is in that state already. */
async function switchState(
  id: string,
  wanted: keyof typeof STATE_HEADINGS,
  context: CommandContext,
  change: (present: Subscription) => Subscription,
): Promise<Message> {
  const { kind, subscription } = await changeSubscription(
    id,
    (present) => (present.state.kind === wanted ? KEEP : change(present)),
    context,
  );
  const { changed, kept } = STATE_HEADINGS[wanted];
  return renderChange(kind === 'kept' ? kept : changed, subscription, context);
}

async function renderChange(
  heading: string,
  present: Subscription,
  context: CommandContext,
): Promise<Message> {
  return renderLines({
    heading,
    blocks: [
      describeSubscription(present, context),
      await warnAboutSubscription(present, context),
      ['-# `/schedule preview` shows what it would post now.'],
    ],
  });
}

async function renderPage(context: CommandContext, from: number) {
  const all = await listSubscriptions(context);
  const offset = clampOffset(from, SCHEDULES_A_PAGE, all.length);
  const page = all.slice(offset, offset + SCHEDULES_A_PAGE);
  const position = { command: 'schedule', offset, count: SCHEDULES_A_PAGE, total: all.length };
  return renderLines({
    heading: all.length === 1 ? '1 schedule' : `${all.length} schedules`,
    blocks: [
      ...(page.length > 0
        ? page.map((one) => describeSubscription(one, context))
        : [['No digest is planned here yet. `/schedule add` plans one.']]),
      describeUnreadable(await listUnreadable(requireGuild(context), context), '/schedule remove'),
    ],
    buttons: buildPageButtons({ ...position, shown: page.length, state: [] }) ?? [],
  });
}
