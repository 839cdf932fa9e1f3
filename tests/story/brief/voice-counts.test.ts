import { describe, expect, it } from 'vitest';
import { VoiceCounts } from '../../../src/story/brief/voice-counts.ts';

describe('VoiceCounts', () => {
  it('counts a voice once, however often it has something', () => {
    const counts = new VoiceCounts();
    for (const voice of [1, 1, 2, 3, 3]) counts.add(0, voice);
    counts.add(1, 3);
    expect(counts.all).toEqual([3, 1]);
  });

  it('says how probable it is that any voice would keep something', () => {
    const counts = new VoiceCounts();
    counts.add(0, 1, 0.5);
    counts.add(0, 1, 0.9);
    counts.add(0, 2, 0.5);
    counts.add(1, 2, 0.25);
    counts.add(2, 2);
    expect(counts.chances).toEqual([0.75, 0.25, 1]);
  });
});
