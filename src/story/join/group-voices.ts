import { sharedShare, type Sketch } from './sketch.ts';

/** Two articles are one voice if this share of the shorter one is in the other, word for word. */
const COPIED_SHARE = 0.5;

/**
 * Groups the articles of a story by voice: an agency's text in ten outlets is one report. Returns for each
 * article the position of the first article with its voice.
 */
export function groupVoices(sketches: readonly Sketch[]): number[] {
  const voices: number[] = [];
  for (const [position, sketch] of sketches.entries()) {
    let voice = position;
    for (let other = 0; other < position && voice === position; other++) {
      // Copies of a copy are compared with the first alone.
      if (voices[other] !== other) continue;
      if (sharedShare(sketch, sketches[other]!) >= COPIED_SHARE) voice = other;
    }
    voices.push(voice);
  }
  return voices;
}
