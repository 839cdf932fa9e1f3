import { describe, expect, it } from 'vitest';
import { quotationsOf } from './quotations-of.ts';

describe('attributeQuotations', () => {
  it.each([
    ['"The dam held all night," said Ann Lee.', 'speech: The dam held all night, – Ann Lee'],
    ['"The dam held all night," Ann Lee said.', 'speech: The dam held all night, – Ann Lee'],
    ['"The dam held," said the mayor, Ann Lee, on Monday.', 'speech: The dam held, – Ann Lee'],
    ['"The dam held," said Acme spokesman Ben Ross.', 'speech: The dam held, – Ben Ross'],
    ['"The dam held," said Acme\'s chief engineer Ben Ross.', 'speech: The dam held, – Ben Ross'],
    ['"The dam held," Ann Lee, 52, the mayor of Ostrava, said.', 'speech: The dam held, – Ann Lee'],
    [
      '"The dam held," Ann Lee, head of rivers at the University of Leeds, York said.',
      'speech: The dam held, – Ann Lee',
    ],
    ['"The dam held," Ms. Lee (Green) said.', 'speech: The dam held, – Ms. Lee'],
    ['"The dam held," said J. B. de la Cruz.', 'speech: The dam held, – J. B. de la Cruz'],
    ['Ann Lee told reporters: "The dam held."', 'speech: The dam held. – Ann Lee'],
    ['On Monday Ann Lee said that the dam was "safe".', 'speech: safe – Ann Lee'],
    ['In a statement, the BBC said the dam was "safe".', 'speech: safe – BBC'],
    ['The mayor, Ann Lee, who lives there, called it "safe".', 'speech: safe – Ann Lee'],
    ['Ann Lee, the mayor said, was "safe and well".', 'speech: safe and well – the mayor'],
    ['Ann Lee visited the dam, saying it was "safe".', 'speech: safe – Ann Lee'],
    ['Ann Lee visited the dam and called it "safe".', 'speech: safe – Ann Lee'],
    ['The dam broke, with Ben Ross noting that it was "old".', 'speech: old – Ben Ross'],
    ['The dam is "mad" and must go, Ben Ross said on Monday.', 'speech: mad – Ben Ross'],
    ['According to the mayor, Ann Lee, the dam was "safe".', 'speech: safe – Ann Lee'],
    ['The dam was described as "safe" by Ann Lee.', 'speech: safe – Ann Lee'],
    ['The Courier quoted Ann Lee as saying the dam was "safe".', 'speech: safe – Ann Lee'],
    ['Ann Lee was quoted by the Courier as saying it was "safe".', 'speech: safe – Ann Lee'],
    ['The paper said Ann Lee left before she called it "safe".', 'speech: safe – Ann Lee'],
    ['Police say the man was there for "a few hours".', 'speech: a few hours – Police'],
    ['A lawyer for Ann Lee said that it was "safe".', 'speech: safe – A lawyer for Ann Lee'],
    ['Acme officials said that the dam was "safe".', 'speech: safe – Acme officials'],
    ['Ann Lee and Ben Ross said that the dam was "safe".', 'speech: safe – Ann Lee and Ben Ross'],
    ['Ann Lee said that Ben Ross was wrong and added it was "safe".', 'speech: safe – Ann Lee'],
    [
      'It is "safe", according to the Department of the Interior.',
      'speech: safe – Department of the Interior',
    ],
    [
      'Ann Lee said it was "safe", whereas his aide, Ben Ross, said that it leaked.',
      'speech: safe – Ann Lee',
    ],
    ['Last night Ann Lee said again that it was "safe".', 'speech: safe – Ann Lee'],
  ])('names the speaker of %s', (text, expected) => {
    expect(quotationsOf(text)).toEqual([expected]);
  });

  it.each([
    ['Asked why he had left Rome, he said it was "too hot".', 'speech: too hot'],
    ['Ann Lee said that Ben Ross called again, saying it was "too hot".', 'speech: too hot'],
    ['Speaking after the flood, she said it was "too late".', 'speech: too late'],
    ['Writing in the Daily Courier, she said it was "too late".', 'speech: too late'],
    ['The people in Hurricane Alma who said they felt "alone" came back.', 'speech: alone'],
    [
      '"The dam will hold for another hundred years."',
      'speech: The dam will hold for another hundred years.',
    ],
    [
      'It was a day on which "nobody wanted to go home at all" in the valley.',
      'speech: nobody wanted to go home at all',
    ],
    ['One Courier editorial read: "The dam must go now."', 'speech: The dam must go now.'],
  ])('names nobody where the text does not: %s', (text, expected) => {
    const [found, ...others] = quotationsOf(text);
    expect(found?.replace(/ – One Courier editorial$/u, '')).toBe(expected);
    expect(others).toEqual([]);
  });

  it.each([
    ['The boxer was known as "Old Iron" for his chin.', 'title: Old Iron'],
    ['The boxer, whose nickname was "Iron," never lost.', 'title: Iron,'],
    ['He wrote the novel "Rivers of the North" in a month.', 'title: Rivers of the North'],
    ['"Rivers of the North" star Ann Lee came to the dam.', 'title: Rivers of the North'],
    ['The town launched a campaign called "Clean Water Now" in May.', 'title: Clean Water Now'],
    ['The USGS rates such a quake as "light" and common.', 'term: light'],
    ['The firm sells "data center" parts to banks.', 'term: data center'],
    [
      'A banner with "the river belongs to all of us" hung there.',
      'term: the river belongs to all of us',
    ],
    ['The threat turned out to be "false" and was reported on Monday.', 'term: false'],
  ])("tells what is nobody's speech: %s", (text, expected) => {
    expect(quotationsOf(text)).toEqual([expected]);
  });

  it.each([
    [
      'two parts of one speech',
      '"At first," says Ann Lee, "it was only rain and wind."',
      ['speech: At first, – Ann Lee', 'speech: it was only rain and wind. – Ann Lee'],
    ],
    [
      'a quotation with one inside',
      '"He told me \'go home now\' and I went," said Ann Lee.',
      ["speech: He told me 'go home now' and I went, – Ann Lee"],
    ],
    [
      'a gloss of a name',
      'He is known as "el Rey" ("the King of the River") in the town.',
      ['title: el Rey', 'title: the King of the River'],
    ],
    [
      'a pronoun, by the sentence before',
      'Ann Lee said the dam was old. "It will not hold for long," she added.',
      ['speech: It will not hold for long, – Ann Lee (near)'],
    ],
    [
      'nothing but speech, by the sentence before',
      '"It is old," said Ann Lee. "It will not hold for long."',
      ['speech: It is old, – Ann Lee', 'speech: It will not hold for long. – Ann Lee (near)'],
    ],
    [
      'speech over two paragraphs',
      'Ann Lee said: "It is old. It was built in a hurry.\n\n"It will not hold for long."',
      [
        'speech: It is old. It was built in a hurry. – Ann Lee',
        'speech: It will not hold for long. – Ann Lee (near)',
      ],
    ],
    [
      'speech whose speaker comes in the next paragraph',
      '"It is old. It was built in a hurry.\n\n"It will not hold for long," said Ann Lee.',
      [
        'speech: It is old. It was built in a hurry. – Ann Lee (near)',
        'speech: It will not hold for long, – Ann Lee',
      ],
    ],
    [
      'no pronoun after a body',
      'The Daily Post reported a flood. "It was terrible to see," she said.',
      ['speech: It was terrible to see,'],
    ],
    [
      'no pronoun after two speakers',
      'Ann Lee said it was old, and Ben Ross said it was new. "It will hold for long," he said.',
      ['speech: It will hold for long,'],
    ],
    [
      'no "they" after a person',
      'Ann Lee said it was old. "It will not hold for long," they said.',
      ['speech: It will not hold for long,'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected);
  });

  it.each([
    [
      'fr',
      '« Nous avons tout perdu », a déclaré Marie Dupont, boulangère.',
      'Nous avons tout perdu – Marie Dupont',
    ],
    [
      'fr',
      'Le maire, Paul Martin, a affirmé que la digue était « en bon état ».',
      'en bon état – Paul Martin',
    ],
    [
      'fr',
      'Marie Dupont a parlé. « La digue tiendra encore », a-t-elle ajouté.',
      'La digue tiendra encore',
    ],
    [
      'de',
      '„Wir haben alles verloren“, sagte Hans Müller am Montag.',
      'Wir haben alles verloren – Hans Müller',
    ],
    [
      'de',
      '»Das ist ein Fehler«, so Ministerin Anna Weber.',
      'Das ist ein Fehler – Ministerin Anna Weber',
    ],
    [
      'de',
      'Der Sprecher der Polizei sagte: „Die Straße bleibt gesperrt.“',
      'Die Straße bleibt gesperrt. – Der Sprecher der Polizei',
    ],
    [
      'es',
      '«No hay peligro», afirmó la alcaldesa Carmen Ruiz en el puente.',
      'No hay peligro – Carmen Ruiz',
    ],
    [
      'it',
      '«Non ce ne andremo», ha detto Paolo Rossi ai giornalisti.',
      'Non ce ne andremo – Paolo Rossi',
    ],
    [
      'pt',
      'A ministra Ana Costa afirmou que o plano é "um erro grave".',
      'um erro grave – Ana Costa',
    ],
    [
      'nl',
      '"We gaan niet weg", zei burgemeester Jan de Vries maandag.',
      'We gaan niet weg – Jan de Vries',
    ],
    [
      'ru',
      '«Мы никуда не уйдём», — сказал Иван Петров журналистам.',
      'Мы никуда не уйдём – Иван Петров',
    ],
    ['ar', 'وقال المتحدث أحمد علي إن القرار "خطأ كبير".', 'خطأ كبير – المتحدث أحمد علي'],
    ['zh', '他说：“我们不会离开这里，永远不会。”', '我们不会离开这里，永远不会。'],
    [
      'ja',
      '市長は「この町を離れるつもりはありません」と述べた。',
      'この町を離れるつもりはありません',
    ],
    [
      'tr',
      '"Buradan asla gitmeyeceğiz, kimse bizi kovamaz" dedi Ali Kaya.',
      'Buradan asla gitmeyeceğiz, kimse bizi kovamaz',
    ],
  ])('reads speech in %s: %s', (lang, text, expected) => {
    expect(quotationsOf(text, lang)).toEqual([`speech: ${expected}`]);
  });
});
