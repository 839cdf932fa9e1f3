import type { KnipConfig } from 'knip';

/**
 * `knip` looks for what nothing uses, `knip --production` for what only tests and benchmarks use ("!"
 * marks what belongs to the program). A formula or limit that its own file uses may be exported for
 * its test.
 */
const config = ({ production = false }: { readonly production?: boolean }): KnipConfig => ({
  ignoreExportsUsedInFile: production,
  workspaces: {
    '.': {
      entry: [
        'src/main.ts!',
        'src/web/pages/page-worker.ts!',
        'bench/*.ts',
        'bench/store/measure-store.ts',
        'bench/index/measure-index.ts',
        'bench/ingest/publisher.ts',
        'bench/soak/publishing-house.ts',
        'bench/soak/idle-loop.ts',
        'bench/ninety-days/measure-ninety-days.ts',
        'bench/search-at-scale/measure-search.ts',
        'bench/writers/write-articles.ts',
        'tests/**/*.test.ts',
        'tests/**/*child.ts',
        'tests/support/open-compiled-worker.ts',
        'tests/article/add-fixture.ts',
        'tests/store/released/write-store.ts',
        'tests/article/page/add-page.ts',
      ],
      project: ['src/**/*.ts!', 'commands/**/*.ts!', 'bench/**/*.ts', 'tests/**/*.ts'],
      // Of the system; tests skip where they are absent.
      ignoreBinaries: ['systemd-analyze', 'mount', 'umount', 'chattr', 'pg_restore'],
      ignoreDependencies: [
        '@keyv/test-suite',
        'flexsearch',
        'minisearch',
        'lexrank',
        'lexrank.js',
        'node-summarizer',
        'text-summarization',
      ],
    },
    'packages/local-discord': {
      entry: [
        'testing/*.ts',
        'serve/run-build.ts!',
        'page/main.ts!',
        'page/message/skyra/style-map.ts!',
        'tests/**/*.test.ts',
        'tests/**/*child.ts',
        'example/*.ts',
      ],
      project: ['**/*.ts!', '!tests/**!', '!example/**!', '!testing/**!'],
    },
  },
});

export default config;
