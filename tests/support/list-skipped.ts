import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints at the end of a run how many tests were skipped for which reason, and in which files. */
export default class ListSkipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const byReason = new Map<string, TestCase[]>();
    for (const test of modules.flatMap((file) => [...file.children.allTests('skipped')])) {
      const reason = reasonOf(test);
      byReason.set(reason, [...(byReason.get(reason) ?? []), test]);
    }
    for (const [reason, tests] of byReason) {
      const files = new Set(tests.map((test) => test.module.relativeModuleId));
      console.log(`Skipped ${tests.length}: ${reason}\n  ${[...files].join('\n  ')}`);
    }
  }
}

/** The reason that the test gave, else the title of its suite, such as "with a PostgreSQL server". */
function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? test.fullName.split(' > ')[0] ?? '';
}
