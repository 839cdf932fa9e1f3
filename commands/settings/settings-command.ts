import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { MOST_LANGUAGES, type Settings } from '../../src/digest/guild/settings.ts';
import { UserError } from '../../src/errors.ts';
import { parseNarrowing } from '../../src/index/narrowing/parse-narrowing.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { parseZone } from '../../src/text/zones/parse-zone.ts';
import { requireGuild } from '../schedule/guild-subscriptions.ts';
import { suggestLanguageList } from '../shared/narrowing/suggest-language.ts';
import { splitList } from '../shared/scheduling/split-list.ts';
import { suggestZone } from '../shared/scheduling/suggest-zone.ts';
import { describeSettings } from './describe-settings.ts';
import { readSettings } from './read-settings.ts';

/** `/settings`: managers choose the languages and the zone of their server. */
export const settings: SlashCommand = {
  kind: 'slash',
  name: 'settings',
  description: 'The languages and the time zone of this server',
  access: 'managers',
  contexts: ['guild'],
  subcommands: {
    show: defineAction({
      description: 'Shows what is used where nobody names a language or a zone',
      options: {},
      audience: 'requester',
      storesNothing: true,
      example: '/settings show',
      run: async (_, context) => renderSettings('Settings', context),
    }),
    set: defineAction({
      description: 'Chooses the languages and the time zone of this server',
      options: {
        languages: {
          type: 'string',
          description: 'Languages, separated by commas; all shows every language',
          autocomplete: true,
          maxLength: 200,
        },
        zone: {
          type: 'string',
          description: 'Time zone, such as Europe/Paris',
          autocomplete: true,
          maxLength: 60,
        },
      },
      audience: 'requester',
      example: '/settings set languages:German, French zone:Europe/Zurich',
      suggest: { languages: suggestLanguageList, zone: suggestZone },
      run: async (values, context) => {
        const chosen = parseSettings(values, context);
        const { services, userId, now } = context;
        await services.settings.change(requireGuild(context), (present) => ({
          ...present,
          ...chosen,
          changedBy: userId,
          changedAt: now.toISOString(),
        }));
        return renderSettings('Settings changed', context);
      },
    }),
    reset: defineAction({
      description: 'Goes back to the language that the server has in Discord, and the usual zone',
      options: {},
      audience: 'requester',
      example: '/settings reset',
      run: async (_, context) => {
        const removed = await context.services.settings.remove(requireGuild(context));
        return renderSettings(removed ? 'Settings reset' : 'Nothing was set', context);
      },
    }),
  },
};

/** Reads what a manager chose. Throws a UserError. */
function parseSettings(
  { languages, zone }: { readonly languages?: string; readonly zone?: string },
  context: CommandContext,
): Pick<Settings, 'languages' | 'zone'> {
  if (languages === undefined && zone === undefined) {
    throw new UserError(
      'bad-option',
      'Say what to change: `languages:German`, `languages:all` or `zone:Europe/Berlin`. `/settings reset` takes both away.',
    );
  }
  return {
    ...(languages !== undefined && { languages: parseLanguages(languages, context) }),
    ...(zone !== undefined && { zone: parseZone(zone) }),
  };
}

function parseLanguages(typed: string, context: CommandContext): readonly string[] {
  const names = splitList(typed, 'languages');
  if (names.length === 0)
    throw new UserError('bad-option', 'Name a language, such as German or de, or `all`.');
  return parseNarrowing({ languages: names }, context).languages.slice(0, MOST_LANGUAGES);
}

async function renderSettings(heading: string, context: CommandContext): Promise<Message> {
  return renderLines({ heading, blocks: describeSettings(await readSettings(context), context) });
}
