import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../support/check-message.ts';
import { buildPanel, buildText } from '../../../src/render/components.ts';
import { leaveOutPictures } from '../../../src/render/picture/leave-out-pictures.ts';
import { buildGallery, type Picture } from '../../../src/render/picture/picture.ts';

const picture = (name: string): Picture => ({ name, svg: '<svg/>', description: `Shows ${name}` });
const [map, chart] = [picture('map.png'), picture('chart.png')];
const message = {
  ...buildPanel([buildText('Head'), buildGallery(map), buildText('Body')], [buildGallery(chart)]),
  pictures: [map, chart],
};

describe('leaving out pictures', () => {
  it('removes their galleries and keeps the text', () => {
    expect(leaveOutPictures(message)).toEqual(buildPanel([buildText('Head'), buildText('Body')]));
  });

  it('keeps the pictures that it is told to keep', () => {
    const left = leaveOutPictures(message, (name) => name === 'map.png');
    expect(left).toEqual({
      ...buildPanel([buildText('Head'), buildGallery(map), buildText('Body')]),
      pictures: [map],
    });
    expect(checkMessage(left)).toEqual([]);
  });

  it('changes nothing in a message without pictures', () => {
    const plain = buildPanel([buildText('Head')]);
    expect(leaveOutPictures(plain)).toBe(plain);
  });
});
