import { describe, expect, it } from 'vitest';
import { fetchAttachment } from '../../src/web/fetch-attachment.ts';

const file = { url: 'https://cdn.example/feeds.opml', bytes: 100 };

describe('fetchAttachment', () => {
  it('returns the text of a file', async () => {
    const answer = async () => new Response('<opml/>');
    expect(await fetchAttachment(file, answer)).toBe('<opml/>');
  });

  it('does not request a file that is too large', async () => {
    const fetching = fetchAttachment({ ...file, bytes: 3_000_000 }, async () => new Response('x'));
    await expect(fetching).rejects.toThrow('too large');
  });

  it.each<[string, typeof fetch]>([
    ['Discord refuses it', async () => new Response('', { status: 404 })],
    ['nobody answers', async () => Promise.reject(new TypeError('fetch failed'))],
  ])('says so if %s', async (_, answer) => {
    await expect(fetchAttachment(file, answer)).rejects.toThrow('could not fetch that file');
  });
});
