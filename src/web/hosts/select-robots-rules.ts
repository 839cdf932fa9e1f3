import type { Steps } from '../../slices.ts';
import type { FetchLimits } from '../request/fetch-limits.ts';

type RobotsLimits = Pick<FetchLimits, 'maxRobotsRules' | 'maxRobotsWildcards'>;

/** How many lines are read between two pauses: well below a millisecond of work. */
const LINES_A_STEP = 200;

/** A rule of a group. */
interface Rule {
  readonly name: 'allow' | 'disallow' | 'crawl-delay';
  readonly value: string;
}

/**
 * Selects the rules of a robots.txt that apply to `agent` (RFC 9309): those of every group that names
 * it, or else of every group for "*". Writes them as one group for "*". So the parser that matches them
 * gets a small and simple file, never thousands of agents times thousands of rules.
 * Rules beyond the limit are left out. Beyond the limit of wildcards, a pattern that forbids is cut at its
 * first wildcard, so that it forbids more, and a pattern that allows is left out.
 */
export function* selectRobotsRules(
  text: string,
  agent: string,
  limits: RobotsLimits,
): Steps<string> {
  const own: Rule[] = [];
  const others: Rule[] = [];
  let groups = { isOwn: false, isOthers: false };
  let namesAgents = false;
  let isNamed = false;
  let lines = 0;
  for (const [name, value] of readLines(text)) {
    lines += 1;
    if (lines % LINES_A_STEP === 0) yield;
    if (name === 'user-agent') {
      if (!namesAgents) groups = { isOwn: false, isOthers: false };
      namesAgents = true;
      const token = value.toLowerCase().split('/', 1)[0]?.trim();
      if (token === agent.toLowerCase()) groups.isOwn = isNamed = true;
      if (token === '*') groups.isOthers = true;
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      namesAgents = false;
      if (groups.isOwn) own.push({ name, value });
      if (groups.isOthers) others.push({ name, value });
    }
  }
  return ['User-agent: *', ...writeRules(isNamed ? own : others, limits)].join('\n');
}

function* readLines(text: string): Generator<readonly [string, string]> {
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u)) {
    const bare = line.split('#', 1)[0] ?? '';
    const colon = bare.indexOf(':');
    if (colon > 0) {
      yield [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()];
    }
  }
}

function* writeRules(
  rules: readonly Rule[],
  { maxRobotsRules, maxRobotsWildcards }: RobotsLimits,
): Generator<string> {
  let left = maxRobotsWildcards;
  for (const { name, value } of rules.slice(0, maxRobotsRules)) {
    const pattern = value.replace(/\*+/gu, '*');
    left -= pattern.split('*').length - 1;
    if (left >= 0 || !pattern.includes('*')) yield `${name}: ${pattern}`;
    else if (name === 'disallow') yield `${name}: ${pattern.slice(0, pattern.indexOf('*')) || '/'}`;
  }
}
