import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../../src/summary/reading/boilerplate-sentence.ts';
import { splitTokens } from '../../../src/text/tokens.ts';

const isLeftOut = (sentence: string): boolean =>
  isBoilerplate(sentence, splitTokens(sentence).length);

describe('isBoilerplate', () => {
  it.each([
    'By Jane Example and John Sample',
    'By. Ellie Example.',
    'Harriet Example For Mailonline.',
    'John Hall. and Ted Thornhill.',
    'Daily Mail Reporter and Associated Press Reporter.',
    'Reporting by Jane Example; Editing by John Sample',
    "CNN's Suzanne Example contributed to this report.",
    "Editor's Note: Al Example is president of a consultancy in Georgia.",
    'PUBLISHED: 14:11 EST, 25 October 2013',
    'UPDATED:. 15:36 EST, 25 October 2013.',
    'Last updated at 1:25 AM on 3rd August 2011.',
    'Updated on Friday, March 3, at 9 p.m.',
    'A man rows through the flooded centre of Derna on Monday (Reuters)',
    'The pair visit the launch site near the city. (KCNA via YNA/dpa)',
    'Flooded streets in the city of Derna, Libya. Getty Images',
    'The crash was outside the hospital (pictured) Write caption here.',
    "CNN's Matthew Example reported from Moscow.",
    'Here are some of the key things you need to know about the talks.',
    '1. Baia do Sancho, Fernando de Noronha, Brazil .',
    'Scroll down for video.',
    'Tell us what you think in the box below.',
    'Sound off in the comments on our page.',
    'See the full article at norrvik.example.',
    'Read the whole interview in the magazine.',
    'Read on for five ways to save water.',
    'This is a rush transcript.',
    'This copy may not be in its final form and may be updated.',
    'VIDEO Scroll down to watch Germany play football tennis in training.',
    'Read more: Why you should care about the Sumatran rainforest.',
    'Watch Shazia handle stares from men ».',
    'Follow @@Matt_Barlow_DM for more.',
    'Follow the team on Twitter for more.',
    'Sign up for our daily newsletter and get the best stories.',
    'For more on this story, visit our page on the flood.',
    'Lesen Sie auch: Der Damm über der Stadt war seit Jahren marode.',
    'Copyright 2024 Example News, no part may be copied.',
    'Good afternoon and welcome to our live coverage of the storm.',
    "That's all from us for today.",
    'Sorry we are not currently accepting comments on this article.',
    'Thanks for reading.',
    'Thank you for joining us tonight.',
    'Our coverage continues tomorrow morning.',
    "Hello, I'm taking over from my colleague.",
    'Get in touch with your pictures: live@example.org.',
    "We'll bring you the latest as it happens.",
    'Here is a summary of the day so far.',
    '1. Who is running for mayor?',
    '3. Turnout in the north of the city',
    'What happens next in the city',
    '19:00 | BBC One | News at Seven',
    'Arsenal 2 1 0 1 3 4',
    'The ministry named the three towns that were hit hardest by the flood on Monday:',
  ])('is true for: %s', (sentence) => {
    expect(isLeftOut(sentence)).toBe(true);
  });

  it.each([
    '»Die Übergabe fand immer in bar statt.«',
    '«La remise a eu lieu au port.»',
    'Thanks to a dry spring, the harvest came early.',
    'Tell-tale marks of what went wrong were found on the pier.',
    'See the full moon rise over the harbour of Norrvik tonight.',
    'This is a rush of people that the city has never seen.',
    'Our coverage of the harbour was cited in parliament.',
    'Welcome rain fell on the north of the country on Monday.',
    '2. Build roads in the north.',
    'Published in 1998, the book sold a million copies.',
    'Le maire a dit que la digue était « en très bon état ».',
    'Updated guidance tells schools to open on Monday.',
    'By Monday the water had reached the second floor.',
    'Watch officials said that the storm would turn north before it reached the coast of the island on Friday night.',
    'Related companies fell as well.',
    'Reuters reported on Monday that the dam had been repaired in 2012.',
    'The union (EU) will pay.',
    'He scored 3, 4 and 5 points in games 1, 2 and 3 of the series against the side from the north.',
    'Three people died and 23 were hurt.',
    'POLICE SAID THE DAM BROKE ON MONDAY.',
    '警方说大坝在星期一决堤，数千人死亡。',
    'الشرطة قالت إن السد انهار يوم الاثنين.',
  ])('is false for: %s', (sentence) => {
    expect(isLeftOut(sentence)).toBe(false);
  });
});
