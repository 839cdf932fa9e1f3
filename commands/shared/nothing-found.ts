import { UserError } from '../../src/errors.ts';
import type { Services } from '../../src/command/services.ts';

/**
 * Builds the error for a question that found no article: what to do next is `advice`, unless the
 * reason is that articles are missing or still being read.
 */
export function buildNothingFound(services: Services, advice: string): UserError {
  const { articleCount, reading } = services.health();
  if (reading) {
    const wait = `I am still reading the stored articles, ${articleCount} so far. Try again in a moment.`;
    return new UserError('not-available', wait);
  }
  if (articleCount === 0) {
    const empty =
      'There are no articles yet. Whoever runs this bot adds them with `dateline import PATH`.';
    return new UserError('not-available', empty);
  }
  return new UserError('not-found', advice);
}
