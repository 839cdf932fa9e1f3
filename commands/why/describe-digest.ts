import type { StageReport } from '../../src/digest/why/stage.ts';
import { findFailed } from '../../src/digest/why/stage.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';
import { describeState } from '../digest/describe-edition.ts';
import type { ChosenDigest } from './choose-digest.ts';

const NAME_SIZE = 100;

/** Says which digest an answer is about, in small lines of markdown. */
export function describeDigest({ subscription, edition, hasChanged }: ChosenDigest): string[] {
  if (edition) {
    const name = renderLine(edition.name ?? '', NAME_SIZE);
    const slot = renderTimeStamp(edition.slot, 'f');
    return [
      `-# In the digest ${name === '' ? '' : `**${name}** `}of ${slot} (\`${edition.id}\`), ${describeState(edition)}`,
      ...(hasChanged
        ? [
            '-# Articles, stories or the schedule have changed since, so chosen again it would be another.',
          ]
        : []),
    ];
  }
  if (!subscription) return ['-# As `/digest now` would be'];
  const name = renderLine(nameSubscription(subscription), NAME_SIZE);
  return [`-# As **${name}** (\`${subscription.id}\`) would be if it were due now`];
}

/** Says in bold whether something is shown, or where it is stopped. */
export function describeVerdict(reports: readonly StageReport[]): string {
  const failed = findFailed(reports);
  return failed ? `**Not shown: stopped at ${failed.stage}**` : '**Shown**';
}
