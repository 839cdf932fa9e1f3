import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../src/slices.ts';
import { selectRobotsRules } from '../../../src/web/hosts/select-robots-rules.ts';

function select(text: string, maxRobotsWildcards = 100, maxRobotsRules = 100): string[] {
  const limits = { maxRobotsWildcards, maxRobotsRules };
  return runAtOnce(selectRobotsRules(text, 'Dateline', limits))
    .split('\n')
    .slice(1);
}

describe('selectRobotsRules', () => {
  it('uses the group that names us and not the one for all', () => {
    const text =
      'User-agent: *\nDisallow: /\n\nUser-agent: dateline/2.0\nDisallow: /private # ours\n';
    expect(select(text)).toEqual(['disallow: /private']);
  });

  it('uses the group for all if none names us', () => {
    expect(
      select('User-agent: other\nDisallow: /\nUser-agent: *\nAllow: /a\nCrawl-delay: 2'),
    ).toEqual(['allow: /a', 'crawl-delay: 2']);
  });

  it('joins several groups that name us, and agents that share a group', () => {
    const text = [
      'user-agent: Dateline',
      'user-agent: other',
      'disallow: /a',
      'user-agent: other',
      'disallow: /b',
      'user-agent: DATELINE',
      'disallow: /c',
    ].join('\r\n');
    expect(select(text)).toEqual(['disallow: /a', 'disallow: /c']);
  });

  it('allows everything if the group that names us has no rules', () => {
    expect(select('user-agent: *\ndisallow: /\nuser-agent: dateline\ndisallow:')).toEqual([
      'disallow: ',
    ]);
  });

  it('is not misled by a byte order mark, by web pages or by nonsense', () => {
    expect(select('\uFEFFUser-agent: *\nDisallow: /x')).toEqual(['disallow: /x']);
    expect(select('<!doctype html><title>Disallow: /</title>')).toEqual([]);
    expect(select(':\n::\nDisallow: /before-any-group')).toEqual([]);
  });

  it('forbids more rather than less if there are too many wildcards', () => {
    const text =
      'User-agent: *\nDisallow: /a***b\nDisallow: /c*d\nAllow: /e*f\nDisallow: *g\nAllow: /h';
    expect(select(text, 1)).toEqual(['disallow: /a*b', 'disallow: /c', 'disallow: /', 'allow: /h']);
  });

  it('leaves out rules beyond the limit', () => {
    expect(select('User-agent: *\nAllow: /a\nAllow: /b\nAllow: /c', 9, 2)).toHaveLength(2);
  });

  it('reduces thousands of agents times thousands of rules to ours', () => {
    const text = 'User-agent: x\n'.repeat(17_000) + 'Allow: /a\n'.repeat(25_000);
    expect(select(text)).toEqual([]);
  });
});
