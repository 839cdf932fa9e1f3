import { expect, it } from 'vitest';
import { localName } from '../../../page/composer/localized.ts';

const command = {
  name: 'latest',
  name_localizations: { de: 'neueste', 'es-ES': 'recientes', 'zh-TW': '最新', fr: null },
};

it.each([
  ['de', 'neueste'],
  ['de-CH', 'neueste'],
  ['es-ES', 'recientes'],
  ['es-MX', 'recientes'],
  ['zh-TW', '最新'],
  ['zh-CN', 'latest'],
  ['fr', 'latest'],
  ['en-US', 'latest'],
  ['', 'latest'],
])('names a command in %s %s', (locale, expected) => {
  expect(localName(command, locale)).toBe(expected);
});
