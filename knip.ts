import type { KnipConfig } from 'knip';

/**
 * `knip` looks for what nothing uses, `knip --production` for what only tests and benchmarks use ("!"
 * marks what belongs to the program). A formula or limit that its own file uses may be exported for
 * its test.
 */
const config = ({ production = false }: { readonly production?: boolean }): KnipConfig => ({
  entry: [
    'src/main.ts!',
    'packages/local-discord/serve/run-build.ts!',
    'src/web/pages/page-worker.ts!',
    'packages/local-discord/page/main.ts!',
    'packages/local-discord/page/message/skyra/style-map.ts!',
    'packages/*/tests/**/*.test.ts',
    'packages/local-discord/tests/bot-process.ts',
    'bench/*.ts',
    'bench/store/measure-store.ts',
    'bench/index/measure-index.ts',
    'bench/ingest/publisher.ts',
    'tests/**/*.test.ts',
    'tests/**/*child.ts',
    'tests/article/add-fixture.ts',
    'tests/article/page/add-page.ts',
  ],
  project: [
    'src/**/*.ts!',
    'commands/**/*.ts!',
    'packages/**/*.ts!',
    '!packages/*/tests/**!',
    'bench/**/*.ts',
    'tests/**/*.ts',
  ],
  ignoreExportsUsedInFile: production,
  ignoreDependencies: [
    'flexsearch',
    'minisearch',
    'lexrank',
    'lexrank.js',
    'node-summarizer',
    'text-summarization',
  ],
});

export default config;
