import { describe, expect, it } from 'vitest';
import { findDateline } from '../../../src/text/dateline/dateline.ts';

describe('a dateline', () => {
  it('may be joined to a quotation', () => {
    expect(findDateline('(CNN)"Pier" is a film.')).toEqual({ length: 5 });
  });

  it.each([
    ['MOSCOW, Sept 14 (Reuters) – ', 'MOSCOW'],
    ['(CNN) -- ', undefined],
    ['(CNN)', undefined],
    ['CAVITE CITY, Philippines (CNN)  -- ', 'CAVITE CITY, Philippines'],
    ['Beirut (CNN) -- ', 'Beirut'],
    ['WASHINGTON (AP) — ', 'WASHINGTON'],
    ['Berlin (dpa) - ', 'Berlin'],
    ['PARIS, 3 March 2024 (AFP) - ', 'PARIS'],
    ['LONDON — ', 'LONDON'],
    ['DUBAI: ', 'DUBAI'],
    ['NEW YORK CITY: ', 'NEW YORK CITY'],
    ['Port Alder (AFP) – ', 'Port Alder'],
    ['JERUSALEM, Jan. 5 — ', 'JERUSALEM'],
    ['MEXICO CITY: ', 'MEXICO CITY'],
    ['-lrb- cnn -rrb- -- ', undefined],
    ['london , england ( CNN ) -- ', 'london , england'],
    ['LOS ANGELES/NEW YORK (Reuters) - ', 'LOS ANGELES/NEW YORK'],
  ])('%s', (dateline, place) => {
    const found = findDateline(`${dateline}The dam broke on Monday.`);
    expect(found).toMatchObject({ length: dateline.length });
    expect(found?.place).toBe(place);
  });

  it.each([
    'The dam broke on Monday.',
    'The European Union (EU) said on Monday that it would pay.',
    'NATO said on Monday that it would pay.',
    'Smith - who had left by then - said nothing.',
    'Smith (left) spoke first.',
    'The Union (EU) Commission spoke first.',
    'Mexico: the peso fell.',
    'The council: Nothing new.',
    'A plant opened in DUBAI: It is large.',
    '',
  ])('is not found in %j', (sentence) => {
    expect(findDateline(sentence)).toBeUndefined();
  });

  it.each([
    'WHO: Cholera cases have doubled in a month.',
    'NATO: The alliance will send ships.',
    'TRUMP: Nothing was agreed.',
    'MODERATOR: What would you cut first?',
    'GRAU: I would cut nothing.',
    'HOLMGREN: Taxes are low. GRAU: They are not.',
    'TRUMP – Nothing was agreed.',
    'WHO – Cholera cases have doubled in a month.',
    'GRAU — I would cut nothing.',
    'HOLM – The harvest failed.',
    'JORDAN: Taxes are low. CHAD: They are not.',
  ])('is not the label of a speaker: %s', (sentence) => {
    expect(findDateline(sentence)).toBeUndefined();
  });

  it.each(['CAIRO:', 'MOSCOW (Reuters) –'])('may stand alone: %s', (line) => {
    expect(findDateline(line)?.length).toBe(line.length);
  });

  it.each(['KEY POINTS: ', 'BREAKING NEWS: ', 'BREAKING: ', 'UPDATE — '])(
    'has only a length if it is the label %s',
    (label) => {
      expect(findDateline(`${label}A plant opened.`)).toEqual({ length: label.length });
    },
  );

  it.each([
    ['BEIJING, Sept. 14 (Xinhua) -- ', 'Sept. 14'],
    ['PARIS, 3 March 2024 (AFP) - ', '3 March'],
    ['JERUSALEM, Jan. 5 — ', 'Jan. 5'],
    ['GENEVA (AP) — ', undefined],
  ])('%s names its day', (dateline, day) => {
    expect(findDateline(`${dateline}Talks resumed.`)?.day).toBe(day);
  });

  it.each([
    ['ROME | Mon May 4, 2009 4:12 pm EDT ROME (Reuters) - ', 'ROME'],
    ['By Ann Lee, Science Editor ROME | Mon May 4, 2009 4:12 am BST ROME (Reuters) - ', 'ROME'],
    ['* Dam broke * Two towns under water (Updates with details) ROME, May 4 (Reuters) - ', 'ROME'],
    ['2009 05 4 08:53 JST MEXICO CITY (Reuters) - ', 'MEXICO CITY'],
    ['Monday 4 May 2009 00.44 BST ', undefined],
    ['Engineers warn of more rain Monday 4 May 2009 11.05 BST ', undefined],
    ['Page last updated at 15:47 GMT, Monday, 4 May 2009 16:47 UK ', undefined],
    ['Mon May 4, 2009 5:11 am EDT (Reuters) - ', undefined],
    ['(By Ann Lee -- The Norrvik Post) NORRVIK, Oct. 20 -- ', 'NORRVIK'],
    ['(Ann Lee/Norrvik Post) ', undefined],
    ['(Ann Lee - The Norrvik Post) ', undefined],
  ])('takes along the stamp that is run into the sentence: %s', (head, place) => {
    const found = findDateline(`${head}The dam broke on Monday.`);
    expect(found?.length).toBe(head.length);
    expect(found?.place).toBe(place);
  });

  it.each([
    'The dam broke on Monday 4 May 2009 at 15.47 BST.',
    'The dam broke at 15:47 GMT on Monday, 4 May 2009.',
    'The dam broke on 4 May 2009, 15:47 GMT, as the Lees slept.',
    'The dam broke on Monday 4 May 2009 15.47 BST after rain.',
    'The pictures by Ann Lee (Reuters) - Show more.',
    '(By then, Ann Lee had left.) The dam broke.',
    '(Lee/Ross won the doubles) and left.',
  ])('takes along no time of the report: %s', (sentence) => {
    expect(findDateline(sentence)).toBeUndefined();
  });
});
