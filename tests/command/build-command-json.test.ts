import { describe, expect, it } from 'vitest';
import { buildCommandJson } from '../../src/command/build-command-json.ts';
import { defineAction } from '../../src/command/command.ts';
import type { SlashCommand } from '../../src/command/command.ts';
import type { Localizations, Translations } from '../../src/command/localizations/localizations.ts';

const same = (text: string): Translations => ({
  fr: text,
  de: text,
  'es-ES': text,
  'es-419': text,
  ar: text,
  ru: text,
});
const table: Localizations = {
  names: { weather: same('wetter'), place: same('ort') },
  choices: { cold: same('kalt') },
  descriptions: { 'Tells the weather': same('Sagt das Wetter') },
};

const weather: SlashCommand = {
  kind: 'slash',
  name: 'weather',
  description: 'Tells the weather',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: 'Tells the weather',
    options: {
      feel: { type: 'string', description: 'How it feels', choices: ['cold'] },
      days: { type: 'integer', description: 'For how many days', min: 1, max: 7 },
      place: { type: 'string', description: 'Where', required: true, autocomplete: true },
      to: { type: 'channel', description: 'Told where' },
    },
    audience: 'requester',
    example: '/weather place:Oslo',
    run: async () => ({ content: 'Rain', allowed_mentions: { parse: [] } }),
  }),
};

describe('buildCommandJson', () => {
  const json = buildCommandJson(weather, table);

  it('puts required options first', () => {
    expect(json).toHaveProperty('options.0.name', 'place');
    expect(json).toHaveProperty('options.0.required', true);
    expect(json).toHaveProperty('options.0.autocomplete', true);
  });

  it('translates names, descriptions and choices by the table', () => {
    expect(json).toHaveProperty('name_localizations.ar', 'wetter');
    expect(json).toHaveProperty('description_localizations.de', 'Sagt das Wetter');
    expect(json).toHaveProperty('options.0.name_localizations.fr', 'ort');
    expect(json).toHaveProperty('options.1.choices.0', {
      name: 'cold',
      name_localizations: same('kalt'),
      value: 'cold',
    });
  });

  it('contains the bounds of numbers and the kinds of channels', () => {
    expect(json).toHaveProperty('options.2.min_value', 1);
    expect(json).toHaveProperty('options.2.max_value', 7);
    expect(json).toHaveProperty('options.3.channel_types', [0, 5]);
  });

  it('offers a command to user installs only if it works in private channels', () => {
    expect(json).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(buildCommandJson({ ...weather, contexts: ['guild'] }, table)).toMatchObject({
      contexts: [0],
      integration_types: [0],
    });
  });

  it('asks Discord to show commands for managers only to people with Manage Server', () => {
    expect(json.default_member_permissions).toBeNull();
    const managers = buildCommandJson({ ...weather, access: 'managers' }, table);
    expect(managers.default_member_permissions).toBe('32');
  });

  it('builds subcommands', () => {
    const { action, ...rest } = weather;
    if (!action) throw new Error('the command above has an action');
    const grouped = buildCommandJson({ ...rest, subcommands: { place: action } }, table);
    expect(grouped).toHaveProperty('options.0.type', 1);
    expect(grouped).toHaveProperty('options.0.name_localizations.ru', 'ort');
    expect(grouped).toHaveProperty('options.0.options.0.name', 'place');
  });

  it('builds a message command without description and options', () => {
    const menu = buildCommandJson(
      {
        kind: 'message',
        name: 'Summarize',
        description: 'Summarizes this message',
        access: 'everyone',
        contexts: ['guild'],
        audience: 'requester',
        example: 'Apps → Summarize',
        run: async () => ({ content: '', allowed_mentions: { parse: [] } }),
      },
      table,
    );
    expect(menu).toMatchObject({ type: 3, name: 'Summarize' });
    expect(menu).not.toHaveProperty('description');
    expect(menu).not.toHaveProperty('options');
  });
});
