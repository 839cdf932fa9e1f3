import type { Article } from '../../src/article/article.ts';
import { UserError } from '../../src/errors.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import type { CommandContext } from '../../src/command/command.ts';

/** Reads the article behind a link. Throws a UserError that says why it cannot be read. */
export async function readLinkedArticle(url: string, context: CommandContext): Promise<Article> {
  const { services } = context;
  if (!services.links) {
    if (services.health().reading) throw await buildNothingFound(context, '');
    const message = 'I do not have that article, and I cannot fetch web pages here.';
    throw new UserError(
      'not-available',
      `${message} \`/search\` finds others on the same subject.`,
    );
  }
  const reading = await services.links.read(url);
  if (reading.kind === 'article') return reading.article;
  throw new UserError(
    'not-available',
    `${reading.message} Try another publisher's report: \`/search\` finds those that I have.`,
  );
}
