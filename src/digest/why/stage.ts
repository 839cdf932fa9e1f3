/** Words and instants, in the order in which they are read. Plain text; each reader is shown instants in its own way. */
export type Reason = readonly (string | Date)[];

/** How a stage decided. */
export interface Judgement {
  /** `skipped`: nobody has looked, because it made no difference or could not be known. */
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly reason: Reason;
}

/** How one stage decided. */
export interface StageReport<Stage extends string = string> extends Judgement {
  readonly stage: Stage;
}

export function pass(...reason: Reason): Judgement {
  return { outcome: 'passed', reason };
}

export function fail(...reason: Reason): Judgement {
  return { outcome: 'failed', reason };
}

export function skip(...reason: Reason): Judgement {
  return { outcome: 'skipped', reason };
}

/** Reports every stage in order. Those after the first that failed are skipped. */
export function reportInOrder<Stage extends string>(
  stages: readonly Stage[],
  judge: (stage: Stage) => Judgement,
): StageReport<Stage>[] {
  let failed: Stage | undefined;
  return stages.map((stage) => {
    if (failed !== undefined) return { stage, ...skip(`stopped before, at ${failed}`) };
    const judgement = judge(stage);
    if (judgement.outcome === 'failed') failed = stage;
    return { stage, ...judgement };
  });
}

/** The stage that failed, if one did. */
export function findFailed<Stage extends string>(
  reports: readonly StageReport<Stage>[],
): StageReport<Stage> | undefined {
  return reports.find(({ outcome }) => outcome === 'failed');
}
