import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { describeNarrowing } from '../../src/render/describe-narrowing.ts';

const NOW = new Date('2024-06-19T15:30:00Z');

describe('describeNarrowing', () => {
  it.each([
    ['', ''],
    ['flood', 'flood'],
    ['-dam "river bank" flood -"old town"', 'flood "river bank" -dam -"old town"'],
    ['-dam', String.raw`\-dam`],
    ['*flood* source:_Post_', String.raw`\*flood\* · from \_Post\_`],
    ['lang:fr lang:de country:ES', 'in French, German · about Spain'],
    ['-source:BBC -lang:fr -country:US', 'not from BBC · not in French · not about United States'],
    ['flood since:2024-06-14', 'flood · since 2024-06-14'],
    ['flood since:7d', `flood · since <t:${Date.UTC(2024, 5, 12, 15, 30) / 1000}:f>`],
  ])('of %j is %j', (query, line) => {
    expect(describeNarrowing(parseQuery(query, NOW))).toBe(line);
  });
});
