import { defineAction } from '../src/command/command.ts';
import type { Command, SlashCommand } from '../src/command/command.ts';
import { UserError } from '../src/errors.ts';
import { buildPanel, buildSeparator, buildText } from '../src/render/components.ts';

/** `/help`: every command with an example, generated from the commands. */
export function createHelp(others: readonly Command[]): SlashCommand {
  const help: SlashCommand = {
    kind: 'slash',
    name: 'help',
    description: 'Shows every command with an example',
    access: 'everyone',
    contexts: ['guild', 'bot-dm', 'private-channel'],
    action: defineAction({
      description: 'Shows every command with an example',
      options: {
        command: {
          type: 'string',
          description: 'Only this command',
          // Commands of the message menu are left out: one may have the name of a slash command.
          choices: [
            ...others.filter(({ kind }) => kind === 'slash').map(({ name }) => name),
            'help',
          ],
        },
      },
      audience: 'requester',
      storesNothing: true,
      example: '/help',
      run: async ({ command: name }) => {
        const all = [...others, help];
        if (!name) return renderOverview(all);
        const command = all.find((one) => one.kind === 'slash' && one.name === name);
        if (!command) {
          throw new UserError('not-found', `There is no command "${name}". /help lists them all.`);
        }
        return buildPanel([buildText(renderDetails(command))]);
      },
    }),
  };
  return help;
}

function renderOverview(all: readonly Command[]) {
  const lines = all.flatMap((command) =>
    listUses(command).map((use) => `**${use.usage}** — ${use.description}\n\`${use.example}\``),
  );
  return buildPanel([
    buildText('## Dateline\nNews in the publishers’ own sentences, each with its link.'),
    buildSeparator(),
    buildText(lines.join('\n')),
    buildSeparator(),
    buildText('-# `/help command:` says more about one command.'),
  ]);
}

function renderDetails(command: Command): string {
  const parts = listUses(command).map((use) => {
    const options = use.options.map(
      ([name, spec]) => `- \`${name}\`${spec.required ? ' (required)' : ''}: ${spec.description}`,
    );
    return [
      `### ${use.usage}`,
      use.description,
      ...options,
      `For example: \`${use.example}\``,
      ...(use.isForManagers ? ['-# Only for people with Manage Server.'] : []),
    ].join('\n');
  });
  const access = command.access === 'managers' ? ['-# Only for people with Manage Server.'] : [];
  return [...parts, ...access].join('\n');
}

/** The ways to use a command: its action, its subcommands, or its entry in the message menu. */
function listUses(command: Command) {
  if (command.kind === 'message') {
    return [
      {
        usage: `Apps → ${command.name}`,
        description: command.description,
        example: command.example,
        options: [],
        isForManagers: false,
      },
    ];
  }
  const actions = command.action
    ? [[`/${command.name}`, command.action] as const]
    : Object.entries(command.subcommands ?? {}).map(
        ([name, action]) => [`/${command.name} ${name}`, action] as const,
      );
  return actions.map(([usage, action]) => ({
    usage,
    description: action.description,
    example: action.example,
    options: Object.entries(action.options),
    isForManagers: action.access === 'managers',
  }));
}
