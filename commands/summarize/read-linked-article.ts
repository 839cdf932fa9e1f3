import type { Article } from '../../src/article/article.ts';
import { UserError } from '../../src/errors.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import type { Services } from '../../src/command/services.ts';

/** Reads the article behind a link that is not stored. Throws a UserError that says why there is none. */
export async function readLink(url: string, services: Services): Promise<Article> {
  if (!services.links) {
    if (services.health().reading) throw buildNothingFound(services, '');
    const message = 'I have not read that article, and no pages are fetched here.';
    throw new UserError('not-available', `${message} \`/search\` finds others on the subject.`);
  }
  const reading = await services.links.read(url);
  if (reading.kind === 'article') return reading.article;
  throw new UserError(
    'not-available',
    `${reading.message} Try another publisher's report: \`/search\` finds what I have read.`,
  );
}
