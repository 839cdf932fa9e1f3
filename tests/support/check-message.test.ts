import { ComponentType, type APISectionComponent } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { checkMessage } from './check-message.ts';
import {
  buildButton,
  buildLinkButton,
  buildPanel,
  buildRow,
  buildText,
} from '../../src/render/components.ts';
import type { Message } from '../../src/render/message.ts';
import { buildGallery } from '../../src/render/picture/picture.ts';

const quiet = { parse: [] };
const file = { name: 'a.txt', data: new Uint8Array(), description: 'Text' };
const showMap = (description: string): Message => {
  const map = { name: 'map.png', svg: '<svg/>', description };
  return { ...buildPanel([buildGallery(map)]), pictures: [map] };
};
const plain = (content: string): Message => ({ content, allowed_mentions: quiet });

describe('checkMessage', () => {
  it('accepts a message within the limits', () => {
    const section: APISectionComponent = {
      type: ComponentType.Section,
      components: [buildText('text')],
      accessory: buildLinkButton('Read', 'https://news.example'),
    };
    const message = buildPanel([section], [buildRow([buildButton('Next', 'latest:page:5')])]);
    expect(checkMessage(message)).toEqual([]);
    expect(checkMessage(plain('text'))).toEqual([]);
    expect(checkMessage(showMap('A map'))).toEqual([]);
  });

  it.each<[string, Message]>([
    ['content: 2001', plain('a'.repeat(2001))],
    ['empty', plain(' ')],
    ['empty', { flags: 1 << 15, components: [], allowed_mentions: quiet }],
    ['a container is empty', buildPanel([])],
    ['a text display is empty', buildPanel([buildText(' ')])],
    [
      'text of all components',
      buildPanel([buildText('a'.repeat(2500)), buildText('a'.repeat(1501))]),
    ],
    ['components: 41', buildPanel(Array.from({ length: 40 }, () => buildText('a')))],
    ['content beside', { ...buildPanel([buildText('a')]), content: 'b' }],
    ['without Components V2', { ...buildPanel([buildText('a')]), flags: 0, content: 'b' }],
    ['parts of a row', buildPanel([buildRow('123456'.split('').map((id) => buildButton(id, id)))])],
    [
      'attachment://map.png is not sent along',
      buildPanel([buildGallery({ name: 'map.png', svg: '', description: 'A map' })]),
    ],
    ['description of a picture: 1025', showMap('a'.repeat(1025))],
    ['description of a file: 1025', showMap('a'.repeat(1025))],
    ['files: 11', { ...showMap('A map'), files: Array.from({ length: 10 }, () => file) }],
    ['stands twice', buildPanel([buildRow([buildButton('a', 'x'), buildButton('b', 'x')])])],
    ['custom_id: 101', buildPanel([buildRow([buildButton('a', 'x'.repeat(101))])])],
    ['custom_id: none', buildPanel([buildRow([buildButton('a', '')])])],
    ['label of a button: 81', buildPanel([buildRow([buildButton('a'.repeat(81), 'x')])])],
    ['links elsewhere', buildPanel([buildRow([buildLinkButton('a', 'file:///a')])])],
    ['parse: []', { content: 'a', allowed_mentions: {} }],
    [
      'allowed roles',
      { content: 'a', allowed_mentions: { parse: [], roles: Array<string>(101).fill('1') } },
    ],
  ])('reports "%s"', (words, message) => {
    expect(checkMessage(message).join('; ')).toContain(words);
  });
});
