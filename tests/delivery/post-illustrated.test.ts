import { describe, expect, it } from 'vitest';
import type { PostOutcome } from '../../src/delivery/message-port.ts';
import { postIllustrated } from '../../src/delivery/post-illustrated.ts';
import { buildPanel, buildText } from '../../src/render/components.ts';
import type { Message } from '../../src/render/message.ts';
import { buildGallery } from '../../src/render/picture/picture.ts';
import { buildGuilds, buildPort } from '../support/build-port.ts';
import { collectLog } from '../support/collect-log.ts';

const MAP = { name: 'map.png', svg: '<svg/>', description: 'A map' };
const TEXT = buildPanel([buildText('News')]);
const MESSAGE: Message = {
  ...buildPanel([buildText('News'), buildGallery(MAP)]),
  pictures: [MAP],
};
const POSTED = { kind: 'posted', messageId: '1' } as const;
const FOR_FILES = { kind: 'refused', reason: 'message-invalid', mayBeForFiles: true } as const;

/** Posts a message with a map. Resolves to the outcome and to what was sent, with the nonce. */
async function post(
  outcomes: PostOutcome[],
  mayAttach: boolean | undefined = true,
  isDirect = false,
) {
  const sent: { hasFiles: boolean; nonce: string }[] = [];
  const outcome = await postIllustrated(
    MESSAGE,
    { channelId: '200', nonce: 'n', isDirect },
    {
      port: buildPort({
        async post(_channel, { files = [] }, nonce) {
          sent.push({ hasFiles: files.length > 0, nonce });
          return outcomes.shift() ?? POSTED;
        },
      }),
      guilds: buildGuilds({ mayAttachFiles: async () => mayAttach }),
      attachPictures: async ({ pictures: _pictures, ...message }) => ({
        ...message,
        files: [{ name: MAP.name, data: new Uint8Array([1]), description: MAP.description }],
        withoutPictures: TEXT,
      }),
      log: collectLog().log,
      attemptMs: 1_000,
    },
  );
  return { outcome, sent };
}

describe('a message with a picture', () => {
  it('is posted with it in direct messages, where no permission is known', async () => {
    const { sent } = await post([POSTED], false, true);
    expect(sent).toEqual([{ hasFiles: true, nonce: 'n' }]);
  });

  it.each([true, undefined])(
    'is posted with its picture (files allowed: %s)',
    async (mayAttach) => {
      const { outcome, sent } = await post([], mayAttach);
      expect(outcome).toEqual(POSTED);
      expect(sent).toEqual([{ hasFiles: true, nonce: 'n' }]);
    },
  );

  it('is posted without its picture if the bot may not send files', async () => {
    expect((await post([], false)).sent).toEqual([{ hasFiles: false, nonce: 'n' }]);
  });

  it('is posted without its picture, under the same nonce, if Discord refuses its files', async () => {
    const { outcome, sent } = await post([FOR_FILES]);
    expect(outcome).toEqual(POSTED);
    expect(sent).toEqual([
      { hasFiles: true, nonce: 'n' },
      { hasFiles: false, nonce: 'n' },
    ]);
  });

  it('is refused if its text is refused as well', async () => {
    const { outcome, sent } = await post([FOR_FILES, FOR_FILES]);
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(sent).toHaveLength(2);
  });

  it.each<PostOutcome>([
    { kind: 'refused', reason: 'channel-gone' },
    { kind: 'unreachable', detail: 'Discord did not answer in time.' },
  ])('is not sent again after $kind for another reason', async (failure) => {
    const { outcome, sent } = await post([failure]);
    expect(outcome).toEqual(failure);
    expect(sent).toHaveLength(1);
  });
});
