import { describe, expect, it } from 'vitest';
import { isPicturedAction } from '../../../src/summary/reading/pictured-action.ts';

describe('what was to be seen in a picture', () => {
  it.each([
    'Refugees move along a road Tuesday in Norrvik, near the border.',
    'Families stand amid the wreckage caused by the storm Friday in southern Velland.',
    'Firefighters battle a blaze Wednesday north of Norrvik after a tanker overturned.',
    'A worker checks cleanup gear near the pier.',
    'A man grabs on to a piece of wood as a boat passes him.',
    'Mayor Ann Lee explains her plan in a televised address Saturday.',
    'Lee Ross tries out his mask during training on Tuesday.',
    'President Lee works at his desk in a June 1972 photograph.',
    'Ann Lee, then mayor, meets with Ben Ross in Norrvik in 1995.',
    'Ben Ross appears in court in Norrvik in 1987 on charges of fraud.',
    'Policemen stop a mother who is trying to reach the fire, June 5, 2009.',
    'Villagers tend to poppies in the province in April 2007.',
    'Remains of the old warehouse smolder Tuesday morning in Corley.',
  ])('is told in the present: %s', (sentence) => {
    expect(isPicturedAction(sentence)).toBe(true);
  });

  it.each([
    'The mayor meets the harbour master on Tuesday.',
    'The court hears the case on Friday.',
    'Norrvik plays at Corley on Saturday.',
    'The council visits the pier this week.',
    'The mayor speaks Tuesday about the dam.',
    'Refugees moved along a road Tuesday in Norrvik.',
    'The march on Tuesday was peaceful.',
    'The diplomatic moves came after the storm on Saturday.',
    'Police say the driver stops at the pier every Friday.',
    'Norrvik usually clears its streets on Monday.',
    'Lee now sits in a jail after the storm of Saturday.',
    'Fire crews search the ruins.',
    'The price of a house rests with buyers, agents said Friday.',
    'Many of the village work in mines that closed on Friday.',
    'Critics argue that nobody stands for election in 2020.',
    '"A worker checks the pier," Lee said.',
    'A worker said he checks the pier.',
    'A ship that carries grain sank.',
    'The firm uses water from the lake.',
    'When families stand in line Friday, they wait for hours.',
  ])('is not what a report tells: %s', (sentence) => {
    expect(isPicturedAction(sentence)).toBe(false);
  });

  it.each([
    ['A ferry lands at Corley on March 28, 2007.', true],
    ['Remains of the old warehouse smolder Tuesday morning in Corley.', true],
    ['Families stand in line Tuesday in Corley after the storm that closed the pier.', false],
    ['A ferry lands at Corley on Friday.', false],
    ['Families march next Friday in Corley.', false],
    ['A worker checks cleanup gear near the pier.', false],
    ['The mayor visits Corley on March 28, 2027.', false],
  ])('opens a report, if nothing else can be meant: %s %s', (sentence, isPictured) => {
    expect(isPicturedAction(sentence, true)).toBe(isPictured);
  });
});
