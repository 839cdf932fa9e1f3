import type { Hint } from '@dateline/local-discord';

/** What the page of a Discord on this machine proposes to someone who opens it for the first time. */
export const PAGE_HINTS: readonly Hint[] = [
  { command: 'digest now', line: 'digest now', words: 'Get a digest of the news' },
  { command: 'summarize', line: 'summarize article:', words: 'Summarize an article' },
  {
    command: 'schedule add',
    line: 'schedule add time:08:00',
    words: 'Have a digest posted every day',
  },
];
