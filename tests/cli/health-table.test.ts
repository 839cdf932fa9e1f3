import { expect, it } from 'vitest';
import { listDropped } from '../../src/cli/health-table.ts';
import { buildFeed } from '../support/build-source.ts';

it('lists dropped entries, without anything that moves the cursor', () => {
  const dropped = [
    {
      title: 'Dam\n\u001B[2Jholds',
      url: 'https://harbour.example/dam',
      reason: 'The publisher shows only the beginning.',
      at: '2024-03-14T12:00:00.000Z',
    },
  ];
  expect(listDropped([buildFeed(), buildFeed({ state: { dropped } })])).toEqual([
    '2024-03-14 12:00  Harbour Post: Dam [2Jholds https://harbour.example/dam: The publisher shows only the beginning.',
  ]);
});
