import { UserError } from '../../src/errors.ts';
import { isSourceNamed } from '../../src/index/source-name.ts';
import type { Services } from '../../src/command/services.ts';

/** The name under which a publisher is stored, for the one that a reader typed. Throws a UserError for an unknown one. */
export function checkSource(services: Services, typed: string): string {
  const known = services.index.sources().find(({ name }) => isSourceNamed(name, typed));
  if (known) return known.name;
  throw new UserError(
    'not-found',
    'I have no articles of that source. Choose one of the suggestions, or see `/sources`.',
  );
}
