import { expect, it, vi } from 'vitest';
import { PageThread } from '../../../src/web/pages/page-thread.ts';

it('says that a page could not be read if the system starts no thread', async () => {
  const onError = vi.fn<(error: Error) => void>();
  const refused = new Error('Worker initialization failure: EAGAIN');
  const thread = new PageThread({ timeoutMs: 1000, maxHeapMb: 64 }, onError, () => {
    throw refused;
  });
  const result = await thread.read({ page: '', url: undefined, contentType: undefined });
  expect(result).toMatchObject({ kind: 'fault', reason: 'unreadable' });
  expect(onError).toHaveBeenCalledExactlyOnceWith(refused);
});
