import { expect, it } from 'vitest';
import { parseCommandLine } from '../../../page/composer/parse-command-line.ts';
import { readDraft } from '../../../page/composer/read-draft.ts';
import { buildEntry, buildOption, directory } from './build-option.ts';

const entries = [
  buildEntry(
    'latest',
    buildOption({ name: 'topic', shown: 'Thema' }),
    buildOption({ name: 'count', kind: 'integer' }),
    buildOption({ name: 'who', kind: 'user' }),
  ),
  buildEntry(
    'search',
    buildOption({ name: 'query', required: true }),
    buildOption({ name: 'since' }),
  ),
  buildEntry('schedule'),
  buildEntry('schedule add', buildOption({ name: 'time' })),
];

it.each<[string, string, object]>([
  ['/latest topic:rust count:3', 'latest', { topic: 'rust', count: 3 }],
  ['/latest topic:rust news  at sea count:3', 'latest', { topic: 'rust news at sea', count: 3 }],
  ['/latest topic: rust', 'latest', { topic: 'rust' }],
  ['/LATEST thema:rust', 'latest', { topic: 'rust' }],
  ['/latest', 'latest', {}],
  ['/latest who:@Ada', 'latest', { who: '11' }],
  ['/latest topic:https://a.example/x:y', 'latest', { topic: 'https://a.example/x:y' }],
  ['/latest topic:a topic:b', 'latest', { topic: 'a topic:b' }],
  ['/search ships lost at sea since:7d', 'search', { query: 'ships lost at sea', since: '7d' }],
  ['/schedule add time:08:00', 'schedule add', { time: '08:00' }],
])('reads %j', (line, name, options) => {
  const draft = parseCommandLine(line, entries, directory);
  expect(draft?.entry.name).toBe(name);
  expect(draft && readDraft(draft, directory)).toEqual({ options, faults: {} });
});

it.each([['latest topic:a'], ['/later'], ['/latests'], ['/latest rust'], ['text /latest'], ['/']])(
  'does not read %j as a command',
  (line) => {
    expect(parseCommandLine(line, entries, directory)).toBeUndefined();
  },
);

it('shows the name of a mentioned member', () => {
  const draft = parseCommandLine('/latest who:<@12>', entries, directory);
  expect(draft?.fields[0]).toMatchObject({ text: 'Benny', chosen: '12' });
});
