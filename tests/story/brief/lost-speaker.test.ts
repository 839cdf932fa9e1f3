import { describe, expect, it } from 'vitest';
import { hasLostSpeaker } from '../../../src/story/brief/lost-speaker.ts';

describe('hasLostSpeaker', () => {
  it.each([
    '"Many people were injured but it is difficult to evacuate them due to traffic jams."',
    '“Many people were injured.”',
    'In the event they are, I look forward to clearing my name and proving my innocence.',
    'For me this is probably the most exciting thing that our readers have ever been shown.',
  ])('is true of %s', (sentence) => {
    expect(hasLostSpeaker(sentence, 'en')).toBe(true);
  });

  it.each([
    '"The man is petrified," Judge Vincent DelGiudice said.',
    'The mayor of Ostrava said: "We are ready, and I am proud of our firefighters."',
    'Queen Elizabeth I reigned for 44 years until her death in 1603.',
    'Weapons from World War I lay in the field near the village.',
    'The US and the UK signed the treaty on Monday.',
  ])('is false of %s', (sentence) => {
    expect(hasLostSpeaker(sentence, 'en')).toBe(false);
  });
});
