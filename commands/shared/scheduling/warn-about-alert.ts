import type { Services } from '../../../src/command/services.ts';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { isSourceNamed } from '../../../src/index/is-source-named.ts';
import { countOf } from '../../../src/text/count-of.ts';

/** Warns if a story can have fewer voices than an alert takes, because there are fewer publishers: a line, or none. */
export function warnAboutAlert(
  { alert, sources }: Pick<Subscription, 'alert' | 'sources'>,
  { index }: Pick<Services, 'index'>,
): string[] {
  if (!alert) return [];
  const count = index
    .sources()
    .filter(
      ({ name }) => sources.length === 0 || sources.some((one) => isSourceNamed(name, one)),
    ).length;
  if (count >= alert.voices) return [];
  const wanted = countOf(alert.voices, 'publisher');
  return [`No story can come at once yet: that takes ${wanted}, and I have articles of ${count}.`];
}
