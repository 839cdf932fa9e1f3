import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { buildManyArticles } from '../../support/build-many-articles.ts';

// The process that is killed in a backup, a restore or a migration. It prints "begin" when it begins and "end" when
// it has succeeded.
const [verb = '', path = '', file = ''] = process.argv.slice(2);
const now = new Date();
if (verb === 'fill') {
  // Ends without closing the store, as if it was killed.
  const store = await openStore(`sqlite:${path}`);
  await store.articles.putMany(buildManyArticles(Number(file)), now);
  process.kill(process.pid, 'SIGKILL');
}
process.stdout.write('begin\n');
if (verb === 'backup') await writeBackup(path, file, { now, force: true });
else if (verb === 'restore') await restoreBackup(file, path, { now, forget: [], put: [] });
else await (await openStore(`sqlite:${path}`)).close();
process.stdout.write('end\n');
