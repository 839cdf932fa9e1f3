import type { CommandEntry } from '../../../page/composer/command-entries.ts';
import type { OptionSpec } from '../../../page/composer/option-spec.ts';
import type { Directory } from '../../../page/pick/directory-items.ts';

/** Builds an option of a command: by default, an optional text. */
export function buildOption(option: Partial<OptionSpec> & { name: string }): OptionSpec {
  return {
    shown: option.name,
    description: `About ${option.name}`,
    kind: 'string',
    required: false,
    autocomplete: false,
    choices: [],
    channelTypes: [],
    ...option,
  };
}

/** Builds a command with options. */
export function buildEntry(name: string, ...options: OptionSpec[]): CommandEntry {
  return { name, shown: name, description: `About ${name}`, options };
}

/** A server with two members, two roles and two channels. */
export const directory = {
  members: [
    { user: { id: '11', username: 'ada', global_name: 'Ada' }, nick: null, roles: [] },
    { user: { id: '12', username: 'ben', global_name: null }, nick: 'Benny', roles: [] },
  ],
  roles: [
    { id: '21', name: '@everyone', position: 0 },
    { id: '22', name: 'News', position: 1 },
  ],
  channels: [
    { id: '31', name: 'general', type: 0, canSend: true },
    { id: '32', name: 'talk', type: 2, canSend: true },
  ],
} as unknown as Directory;
