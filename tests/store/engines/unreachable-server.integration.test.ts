import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { findFreePort } from '../../support/local-server.ts';

describe('the error about a server', () => {
  const servers = [
    ['postgres', 'news'],
    ['redis', '0'],
  ];

  it.each(servers)('that does not run (%s) names it without its password', async (scheme, path) => {
    const port = await findFreePort();
    const error = await failToOpen(`${scheme}://user:s3cret@127.0.0.1:${port}/${path}`);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(`at 127.0.0.1:${port} cannot be reached. Check that it runs`);
    expect(error.message).not.toContain('s3cret');
  });

  it.each(servers)('whose host does not exist (%s) names the host', async (scheme, path) => {
    const error = await failToOpen(`${scheme}://user:s3cret@no-such-host.invalid/${path}`);
    expect(error.message).toContain('The host no-such-host.invalid is not known');
    expect(error.message).not.toContain('s3cret');
  });
});

async function failToOpen(url: string): Promise<Error> {
  return openStore(url).then(
    () => new Error('It opened.'),
    (error: unknown) => error as Error,
  );
}
