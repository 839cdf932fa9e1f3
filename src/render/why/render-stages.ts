import type { Reason, StageReport } from '../../digest/why/stage.ts';
import { renderLine } from '../render-text.ts';
import { renderTimeStamp } from '../time-stamp.ts';

const REASON_SIZE = 220;

/** Renders a line for each stage: "- window: passed, published at …". The one that failed is bold. */
export function renderStages(reports: readonly StageReport[]): string[] {
  return reports.map(({ stage, outcome, reason }) => {
    const decided = outcome === 'failed' ? `**${stage}: failed**` : `${stage}: ${outcome}`;
    return `- ${decided}, ${renderReason(reason)}`;
  });
}

/** Renders a reason. Its instants are shown in the reader's own zone. */
export function renderReason(reason: Reason): string {
  return reason
    .map((part) =>
      typeof part === 'string'
        ? renderPart(part)
        : (renderTimeStamp(part.toISOString(), 'f') ?? ''),
    )
    .join('');
}

/** Spaces at the ends stay, because an instant follows or precedes. */
function renderPart(part: string): string {
  const before = part.startsWith(' ') ? ' ' : '';
  const after = part.length > 1 && part.endsWith(' ') ? ' ' : '';
  return `${before}${renderLine(part, REASON_SIZE)}${after}`;
}
