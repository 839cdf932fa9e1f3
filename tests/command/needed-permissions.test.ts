import { readFileSync } from 'node:fs';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/command/localizations/localizations.ts';
import { translate } from '../../src/command/localizations/translate.ts';
import {
  bitsFor,
  buildInvitation,
  listLacking,
  PERMISSIONS,
} from '../../src/command/needed-permissions.ts';

const README = readFileSync('README.md', 'utf8').replaceAll(/\s+/gu, ' ');
const invited = PERMISSIONS.filter(({ isInvited }) => isInvited);

describe('the permissions of the bot', () => {
  it('are those that the invitation in the README asks for, and that it names', () => {
    expect(README).toContain(`\`${buildInvitation('YOUR_APPLICATION_ID')}\``);
    for (const { name } of invited) expect(README, name).toContain(name);
    expect(buildInvitation('1')).toContain(`permissions=${String(309_237_746_688n)}`);
  });

  it('each have a reason, in every language of a greeting', () => {
    expect(new Set(PERMISSIONS.map(({ reason }) => reason)).size).toBe(PERMISSIONS.length);
    for (const { reason } of invited) {
      for (const locale of LOCALES) expect(translate(reason, locale), locale).not.toBe(reason);
    }
  });

  it('are lacking if a bit set has them not, and never from an administrator', () => {
    const some = Bits.ViewChannel | Bits.SendMessages | Bits.AttachFiles;
    expect(listLacking(some, ['post']).map(({ name }) => name)).toEqual(['Read Message History']);
    expect(listLacking(some, ['write', 'attach'])).toEqual([]);
    expect(listLacking(0n)).toEqual(invited);
    expect(listLacking(Bits.Administrator)).toEqual([]);
    expect(bitsFor('write')).toBe(Bits.ViewChannel | Bits.SendMessages);
  });
});
