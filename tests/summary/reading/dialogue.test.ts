import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const hanging = (text: string): string[] =>
  buildReading({ title: '', text, lang: 'en' })
    .sentences.filter(({ dependsOnPrevious }) => dependsOnPrevious)
    .map((sentence) => sentence.text);

describe('a dialogue', () => {
  it('joins answers to their questions, and speech to its label', () => {
    const replies = ['Rents have doubled in six years.', 'My flat costs half of what I earn.'];
    const text = `What has changed since the vote?\n\n${replies.join(' ')}\n\nWill you leave the city?\n\nNobody leaves in winter.`;
    expect(hanging(text)).toEqual([...replies, 'Nobody leaves in winter.']);
  });

  it('gives no question without its answer', () => {
    const text =
      'What has changed since then?\n\nMy rent has doubled.\n\nWill you leave the city?\n\nNobody leaves in winter.';
    const { sentences } = buildReading({ title: '', text, lang: 'en' });
    expect(sentences.filter(({ speechGoesOn }) => speechGoesOn).map((each) => each.text)).toEqual([
      'What has changed since then?',
      'Will you leave the city?',
    ]);
  });

  it('gives nothing that leads to a question without it', () => {
    const text =
      'HERALD: You write of rents in your book. Why do they rise?\n\nGRAU: Nobody builds in this city.\n\nHERALD: Will you leave?\n\nGRAU: Nobody leaves in winter.';
    const { sentences } = buildReading({ title: '', text, lang: 'en' });
    expect(sentences.filter(({ speechGoesOn }) => speechGoesOn).map((each) => each.text)).toEqual([
      'HERALD: You write of rents in your book.',
      'Why do they rise?',
      'HERALD: Will you leave?',
    ]);
  });

  it('gives no remark of somebody who mostly asks without its answer', () => {
    const text =
      'CNN: What did you cut?\n\nGRAU: I cut the subsidies for offices.\n\nCNN: It was a hard winter in both cities.\n\nGRAU: Nobody left the city.\n\nCNN: Will you leave?\n\nGRAU: Nobody leaves in winter.';
    const { sentences } = buildReading({ title: '', text, lang: 'en' });
    expect(sentences.filter(({ speechGoesOn }) => speechGoesOn).map((each) => each.text)).toEqual([
      'CNN: What did you cut?',
      'CNN: It was a hard winter in both cities.',
      'CNN: Will you leave?',
    ]);
  });

  it('keeps labels with their sentences', () => {
    const text =
      'MODERATOR: What would you cut? GRAU: I would cut the subsidies for offices. We can borrow for a year. HOLM: Nothing will be cut before spring.';
    expect(hanging(text)).toEqual(['We can borrow for a year.']);
  });

  it('is no report with a question', () => {
    expect(hanging('Who pays for the dam?\n\nOur reporters found no budget for it.')).toEqual([]);
  });
});
