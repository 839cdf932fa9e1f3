import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { explainErrors } from '../../src/store/explain-errors.ts';
import { explainPostgresError } from '../../src/store/engines/explain-postgres-error.ts';
import { explainRedisError } from '../../src/store/engines/redis/explain-redis-error.ts';
import { explainSqliteError, isBusy } from '../../src/store/engines/explain-sqlite-error.ts';
import { collect } from '../support/collect.ts';

const fail = (message: string, fields: object = {}): Error =>
  Object.assign(new Error(message), fields);
const url = new URL('postgres://user:s3cret@db.example:5432/news');

/** As the driver has them: their `name` is "Error". */
class ClientOfflineError extends Error {}
class SocketClosedUnexpectedlyError extends Error {}

describe('an error of the database', () => {
  it.each([
    [fail('database is locked', { code: 'SQLITE_BUSY', rawCode: 5 }), 'is busy: another process'],
    [fail('', { code: 'UNKNOWN_SQLITE_ERROR_1544', rawCode: 1544 }), 'is read-only. Check that'],
    [
      fail('ConnectionFailed("Unable to open connection to local database x: 14")'),
      'cannot be opened',
    ],
    [fail('database or disk is full', { rawCode: 13 }), 'The disk is full'],
    [fail('disk I/O error', { rawCode: 778 }), 'is read-only or reports an error. Check the disk'],
    [fail('i/o error', { code: 'EIO' }), 'is read-only or reports an error. Check the disk'],
    [fail('read-only file system', { code: 'EROFS' }), 'is read-only. Check that'],
    [fail('quota', { code: 'EDQUOT' }), 'The disk is full'],
    [fail('malformed', { rawCode: 11 }), 'is damaged. Restore'],
    [fail('not a database', { rawCode: 26 }), 'is not a database'],
    [fail('no space left', { code: 'ENOSPC' }), 'The disk is full'],
    [fail('permission denied', { code: 'EACCES' }), 'is read-only. Check that'],
  ])('SQLite: %s', (error, advice) => {
    const explained = explainSqliteError(error, 'data/x.sqlite');
    expect(explained).toBeInstanceOf(UserError);
    expect(String(explained)).toContain(advice);
    expect(String(explained)).toContain('data/x.sqlite');
  });

  it.each([5, 261, 517, 6])('SQLite: number %i means that it is busy', (rawCode) => {
    expect(isBusy(fail('locked', { rawCode }))).toBe(true);
  });

  it.each([
    [
      fail('password authentication failed for user "user"', { code: '28P01' }),
      'refuses the user or password',
    ],
    [fail('no such database', { code: '3D000' }), 'has no database "news"'],
    [fail('permission denied', { code: '42501' }), 'Grant it'],
    [fail('disk full', { code: '53100' }), 'is full. Free some space'],
    [fail('too many clients', { code: '53300' }), 'no connection left'],
    [fail('read-only transaction', { code: '25006' }), 'is read-only'],
    [fail('terminating connection', { code: '57P01' }), 'cannot be reached'],
    [fail('timeout exceeded when trying to connect'), 'cannot be reached'],
    [fail('Connection terminated unexpectedly'), 'cannot be reached'],
    [fail('Client has encountered a connection error and is not queryable'), 'cannot be reached'],
    [fail('', { code: 'ECONNREFUSED' }), 'at db.example:5432 cannot be reached'],
    [fail('', { code: 'ENOTFOUND' }), 'The host db.example is not known'],
  ])('PostgreSQL: %s', (error, advice) => {
    const explained = explainPostgresError(error, url);
    expect(explained).toBeInstanceOf(UserError);
    expect(String(explained)).toContain(advice);
    expect(String(explained)).not.toContain('s3cret');
  });

  it('PostgreSQL: a table that is gone is told to members as any store that is gone', () => {
    const gone = fail('relation "dateline_entries" does not exist', { code: '42P01' });
    const explained = explainPostgresError(gone, url) as UserError;
    expect(explained.message).toContain('The table of the store in "news" was dropped');
    expect(explained.forMembers).toContain('so nothing can be stored any more');
  });

  it.each([
    [fail('WRONGPASS invalid username-password pair'), 'refuses the user or password'],
    [fail('NOAUTH Authentication required.'), 'refuses the user or password'],
    [fail("OOM command not allowed when used memory > 'maxmemory'."), 'is out of memory'],
    [fail('MISCONF Redis is configured to save RDB snapshots'), 'cannot write to its disk'],
    [fail("READONLY You can't write against a read only replica."), 'is a replica'],
    [fail('', { code: 'ECONNREFUSED' }), 'cannot be reached'],
    [new ClientOfflineError('The client is offline'), 'cannot be reached'],
    [new SocketClosedUnexpectedlyError('Socket closed unexpectedly'), 'cannot be reached'],
    [fail('', { code: 'EAI_AGAIN' }), 'is not known'],
  ])('Redis: %s', (error, advice) => {
    const explained = explainRedisError(error, url);
    expect(explained).toBeInstanceOf(UserError);
    expect(String(explained)).toContain(advice);
    expect(String(explained)).not.toContain('s3cret');
  });

  it('that is a bug of ours is not changed', () => {
    const bug = new TypeError('x is not a function');
    expect(explainSqliteError(bug, 'x')).toBe(bug);
    expect(explainPostgresError(bug, url)).toBe(bug);
    expect(explainRedisError(bug, url)).toBe(bug);
  });

  it('is explained both from a promise and in the middle of a list', async () => {
    const functions = {
      later: () => Promise.reject(fail('later')),
      async *list() {
        yield await Promise.resolve(1);
        throw fail('list');
      },
    };
    const explained = explainErrors(functions, (error) =>
      fail(`explained ${(error as Error).message}`),
    );
    await expect(explained.later()).rejects.toThrow('explained later');
    await expect(collect(explained.list())).rejects.toThrow('explained list');
  });
});
