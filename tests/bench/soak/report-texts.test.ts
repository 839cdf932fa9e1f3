import { expect, it } from 'vitest';
import { listReports, writeReport } from '../../../bench/soak/report-texts.ts';

const NOW = Date.parse('2024-03-14T08:00:30Z');

it('has the same reports at any time, and new ones first', () => {
  const before = listReports(1, 3, NOW, 5);
  const after = listReports(1, 3, NOW + 60_000, 6);
  expect(after.slice(1)).toEqual(before);
  expect(after[0]!.at.getTime()).toBeGreaterThan(before[0]!.at.getTime());
  expect(after[0]!.at.getTime()).toBeLessThanOrEqual(NOW + 60_000);
  expect(writeReport(1, 3, before[2]!.number)).toEqual(before[2]);
});

it('has other reports in another feed and for another seed', () => {
  const [own] = listReports(1, 3, NOW, 1);
  expect(listReports(1, 4, NOW, 1)[0]!.title).not.toBe(own!.title);
  expect(listReports(2, 3, NOW, 1)[0]!.title).not.toBe(own!.title);
});
