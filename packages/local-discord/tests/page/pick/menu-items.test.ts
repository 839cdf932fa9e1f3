import { describe, expect, it } from 'vitest';
import { defaultValues, menuItems, type Menu } from '../../../page/pick/menu-items.ts';
import { BOT, buildLookup, MANAGER } from '../message/build-lookup.ts';

function buildMenu(menu: object): Menu {
  return menu as Menu;
}

function labels(menu: object): string[] | undefined {
  return menuItems(buildMenu(menu), buildLookup())?.map(({ label }) => label);
}

describe('a menu', () => {
  it('offers its own options', () => {
    const options = [
      { label: 'Climate', value: 'c', description: 'Weather', emoji: { name: '🌍' } },
      { label: 'Sport', value: 's', default: true, emoji: { id: '1', name: 'ball' } },
    ];
    const menu = buildMenu({ type: 3, options });
    expect(menuItems(menu, buildLookup())).toEqual([
      { value: 'c', label: 'Climate', description: 'Weather', icon: '🌍' },
      { value: 's', label: 'Sport', icon: ':ball:' },
    ]);
    expect(defaultValues(menu)).toEqual(['s']);
  });

  it.each([
    ['members', 5, ['Test Bot', 'The Boss']],
    ['roles', 6, ['Bots', 'Readers']],
    ['members and roles', 7, ['Test Bot', 'The Boss', 'Bots', 'Readers']],
    ['channels', 8, ['general', 'talk']],
  ])('offers %s', (_, type, expected) => {
    expect(labels({ type })).toEqual(expected);
  });

  it('offers only channels of its types', () => {
    expect(labels({ type: 8, channel_types: [2] })).toEqual(['talk']);
  });

  it('has the bot’s default values', () => {
    const picked = [BOT.id, MANAGER.id].map((id) => ({ id, type: 'user' }));
    expect(defaultValues(buildMenu({ type: 5, default_values: picked }))).toEqual([
      BOT.id,
      MANAGER.id,
    ]);
  });
});
