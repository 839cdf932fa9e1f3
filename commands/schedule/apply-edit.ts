import { editSubscription } from '../../src/digest/change-subscription.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { clearPart, type Clearable } from './clear-part.ts';
import { parseDigestOptions } from './parse-digest-options.ts';
import { parseScheduleOptions } from '../shared/scheduling/parse-schedule-options.ts';
import type { ScheduleValues } from './schedule-options.ts';

/** A subscription with the options of an edit applied and one part cleared. Throws UserErrors. */
export function applyEdit(
  present: Subscription,
  values: ScheduleValues,
  clear: Clearable | undefined,
  context: CommandContext,
): Subscription {
  const edit = {
    ...parseDigestOptions(values, present.guildId, context),
    schedule: parseScheduleOptions(values, context.usual.zone, present.schedule),
    channelId: values.channel ?? present.channelId,
  };
  // Pictures are on unless something says otherwise.
  const { pictures: _off, ...illustrated } = present;
  const shown = values.pictures ? illustrated : present;
  const cleared = clear ? clearPart(shown, clear) : shown;
  const isAlertOff = values.alert !== undefined && edit.alert === undefined;
  const kept = isAlertOff ? clearPart(cleared, 'alert') : cleared;
  return editSubscription(kept, edit, context.now);
}
