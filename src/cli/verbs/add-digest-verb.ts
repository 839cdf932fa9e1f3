import { Option, type Command } from 'commander';
import { applyLayout, DEFAULT_LAYOUT, layoutSchema, type Layout } from '../../digest/layout.ts';
import { parseNarrowing } from '../../index/narrowing/parse-narrowing.ts';
import type { CliIo } from '../../io.ts';
import { parseInstant } from '../parse-instant.ts';
import { parseWholeNumber } from '../whole-number.ts';
import { withApp } from '../with-app.ts';
import { countOf } from '../../text/count-of.ts';

interface Options {
  readonly stories: number;
  readonly topic?: string[];
  readonly source?: string[];
  readonly lang?: string[];
  readonly country?: string[];
  readonly at?: Date;
  readonly layout: Layout;
  readonly json?: boolean;
}

/**
 * `dateline digest`: prints the digest of a moment, as a channel would get it. Stores and posts
 * nothing.
 */
export function addDigestVerb(program: Command, io: CliIo): void {
  program
    .command('digest')
    .description('print a digest as of now')
    .option('-n, --stories <number>', 'how many stories', parseWholeNumber(1, 10), 5)
    .option('-t, --topic <query>', 'only this topic; may be repeated', collect)
    .option('-s, --source <name>', 'only this publisher; may be repeated', collect)
    .option('--lang <language>', 'only in it: fr, or French; may be repeated', collect)
    .option('-c, --country <country>', 'only events there: FR, or France; may be repeated', collect)
    .addOption(
      new Option('-l, --layout <layout>', 'how much of each story')
        .choices(layoutSchema.options)
        .default(DEFAULT_LAYOUT),
    )
    .option('--at <instant>', 'as of this time, in ISO 8601 (default: now)', parseInstant)
    .option('--json', 'the digest with the provenance of each sentence')
    .action(async (options: Options) => {
      await withApp(io, async ({ services }) => {
        const { topic: topics = [], source: sources } = options;
        const { lang: languages, country: countries } = options;
        const now = options.at ?? io.now();
        const reader = { locale: 'en', now };
        for (const query of topics) parseNarrowing({ query }, reader);
        const narrowing = parseNarrowing({ sources, languages, countries }, reader);
        const digest = await services.previewDigest(
          {
            channelId: 'terminal',
            topics,
            sources: narrowing.sources,
            languages: narrowing.languages,
            countries: narrowing.countries,
            storyCount: options.stories,
          },
          now,
        );
        if (options.json) {
          io.out(JSON.stringify(digest));
          return;
        }
        if (digest.noNewsSince) {
          io.out(`No news since ${digest.noNewsSince.slice(0, 10)}; the latest stories:`);
        } else if (digest.stories.length === 0) io.out('Nothing new.');
        for (const story of digest.stories) {
          const reports = story.articleIds.length;
          io.out(`\n${story.headline}`);
          for (const { text } of applyLayout(story, options.layout).sentences)
            io.out(`  ${text.replaceAll(/\s+/g, ' ')}`);
          const facts = [
            story.source,
            story.place,
            story.publishedAt?.slice(0, 10),
            reports > 1
              ? `${countOf(story.sources.length, 'publisher')} · ${reports} articles`
              : undefined,
            story.url,
          ];
          io.out(`  ${facts.filter((fact) => fact !== undefined).join(' · ')}`);
        }
      });
    });
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
