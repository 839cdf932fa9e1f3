import { describe, expect, it } from 'vitest';
import { findNeeds } from '../../../../src/summary/reading/needs/find-needs.ts';
import { buildReading } from '../../../../src/summary/reading/build-reading.ts';

/** What the last sentence of a text needs, as printed. */
function needsOf(text: string, lang = 'en') {
  const reading = buildReading({ title: '', text, lang });
  const needs = findNeeds(reading, reading.sentences.at(-1)!);
  const print = (at: number) => reading.printed.text.print(at, at);
  return (
    needs && {
      nouns: needs.nouns.map(print),
      names: needs.names.map(print),
      within: needs.within?.map(print),
    }
  );
}

const OPENING =
  'Charles Graner was found guilty in Texas of abusing prisoners, and the Bali Roadmap was signed. ';

describe('findNeeds', () => {
  it.each([
    ['The comments caused an outcry among members of both parties.', ['comments']],
    ['The five convicted men are expected to appeal against their sentences.', ['five']],
    ['The torch had just arrived on a plane from St Petersburg in Russia.', ['torch']],
    ['The death toll of the storm that struck Manila rose above 400.', []],
    ['The government said that schools would remain closed this week.', []],
    ['The Pentagon confirmed a strike on a weapons depot in the north.', []],
    ['The 31-year-old comic has made few appearances in Texas since then.', ['31']],
    ['The 2005 rules had changed little in Texas since then.', []],
    ['The first trains left the central station early on Tuesday.', []],
    ['Rescue workers found dozens of survivors under the rubble of a school.', []],
  ])('%s needs the nouns %j', (sentence, nouns) => {
    expect(needsOf(OPENING + sentence)).toMatchObject({ nouns, names: [] });
  });

  it.each([
    ['A military jury of ten officers sentenced Graner to ten years in prison.', ['Graner']],
    ['Environmentalists said the Roadmap lacked targets for rich countries.', ['Roadmap']],
    ['A military jury of ten officers sentenced Charles Graner to ten years.', []],
    ['Lawyers in Texas expect an appeal before the end of the year.', []],
  ])('%s needs the names %j', (sentence, names) => {
    expect(needsOf(OPENING + sentence)).toMatchObject({ nouns: [], names });
  });

  it.each([
    ['The bill was approved by the lower house of parliament in July.', ['bill']],
    ['The bill did harm to the forests of the north.', ['bill']],
    ['The warning comes on the day of the vote in Norrvik.', ['warning']],
    ['The attack follows days of unrest in the north.', ['attack']],
    ['The bill on forests by the coast was approved in July.', []],
  ])('%s needs the nouns %j, though it has a preposition', (sentence, nouns) => {
    expect(needsOf(OPENING + sentence)?.nouns).toEqual(nouns);
  });

  it.each([
    ['Heidi took two drugs before the birth of the child.', ['Heidi']],
    ['Doctors gave Miss Olson two drugs before the end of the year.', ['Olson']],
    ['Doctors gave Miss Heidi Olson two drugs before the end of the year.', []],
    ['Doctors gave Heidi and Maryellen Olson two drugs for the child.', []],
    ['Doctors gave Sequoia two drugs before the end of the year.', ['Sequoia']],
    ['Water filled the garage before the doors gave way, Normand said.', ['Normand']],
    ['Water filled the garage before the doors gave way, KCNA said.', []],
    ['Fishermen said water filled the garage before the doors gave way.', []],
    ['Doctors in Norrvik gave the women two drugs for the child.', []],
  ])('%s needs the names %j, brought in by whole names and ages', (sentence, names) => {
    const opening = 'In Norrvik, Heidi Olson, 26, and Sequoia, 10, met a doctor. ';
    expect(needsOf(opening + sentence)?.names).toEqual(names);
  });

  it.each([
    ['Sony held back the film after threats by some hackers.', ['film']],
    ["Sony put off the film's release after threats by some hackers.", ['film']],
    ['Weapons need more control, the commission said in its report.', ['commission']],
    ['According to the report, flights from Norrvik were routine.', ['report']],
    ['Sony held back the film of a company in Norrvik.', []],
    ['Sony held back the film company after threats.', []],
    ['Sony put off the premiere until the end of the year.', ['premiere']],
  ])('%s needs the nouns %j within it', (sentence, nouns) => {
    expect(needsOf(OPENING + sentence)?.within).toEqual(nouns);
  });

  it.each([
    'The distortion is the result of how the sheets were printed.',
    'The secret operation was planned for years by two generals.',
    'The derailment came three days after the line was opened.',
  ])('%s needs the sentence before, which says of what', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeUndefined();
    expect(
      needsOf(`The sheets distort, the train derailed, they operate. ${sentence}`),
    ).toBeDefined();
  });

  it.each([
    'The government is looking for land in three provinces.',
    'The German population is older than that of its neighbours.',
    'The explosion tore the roof off a school in the north.',
    'The destruction of the port was seen from the sea.',
  ])('%s does not', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeDefined();
  });

  it.each([
    'Rescue workers counted 205 dead by the evening of 3 May in Bali.',
    'Rescue workers counted 205 dead in Bali by the evening on Tuesday.',
    '"All of us had to step up," the government told a reporter in Bali.',
    '"All of us had to step up," the striker Ann Lee told a reporter in Bali.',
  ])('%s needs nothing', (sentence) => {
    expect(needsOf(OPENING + sentence)).toEqual({ nouns: [], names: [], within: [] });
  });

  it.each([
    'Of course, the port was old and nobody had looked after it.',
    'Either way, Texas has a solution.',
    'In any case, Texas is far from ready.',
    'Now the port is closed to ships.',
    'Now, it wants the money back.',
    'Not surprisingly, some people in Texas left.',
    'To be sure, nobody in Texas wants a war.',
    'In the end, the pull of the sea was too strong.',
    'Elsewhere, trains stood still.',
    'Actually, trains in Texas run on time.',
    'In all, 26 firms in Texas are looked at.',
    'Public statements, on the other hand, say otherwise.',
    'Minutes of talks in Texas, though, are kept.',
  ])('remarks on the sentence before: %s', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeUndefined();
  });

  it.each([
    'At midnight they were woken by a guide.',
    'Lee said they had seen nothing.',
    'It is not thought their injuries were serious.',
  ])('speaks of several who are not named: %s', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeUndefined();
  });

  it.each([
    'Voters in Texas said they had seen nothing.',
    'A club may sell any player they have.',
    'Texas lost the lead that they had held.',
    'Everyone in Texas washed their hands.',
  ])('speaks of several who may be in it: %s', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeDefined();
  });

  it.each([
    'Now 25, Ann Lee runs a shop in Texas.',
    'Now that winter has come, ships stay in port in Texas.',
    'Now in its tenth year, a fair in Texas drew crowds.',
    'Elsewhere in Texas, trains stood still.',
    'At first glance Ann Lee seems like any child in Texas.',
    'In the end zone, Ann Lee caught a ball.',
    'Even though Texas is big, trains are few.',
    'Of course material in Texas, much is old.',
    'After all the rain, rivers in Texas rose.',
    'To be sure of a place, fans in Texas came early.',
  ])('remarks on nothing: %s', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeDefined();
  });

  it.each([
    ['de', 'Der Bürgermeister hat auch eine Untersuchung des Unfalls versprochen.'],
    ['de', 'Zwei Schiffe wurden ebenfalls schwer beschädigt.'],
    ['fr', 'Le maire a également promis une enquête sur l’accident.'],
    ['fr', 'Le maire a aussi promis une enquête sur l’accident.'],
    ['es', 'El alcalde también prometió una investigación del accidente.'],
    ['it', 'Il sindaco ha anche promesso un’inchiesta sull’incidente.'],
    ['pt', 'O prefeito também prometeu uma investigação do acidente.'],
    ['nl', 'De burgemeester heeft ook een onderzoek naar het ongeluk beloofd.'],
    ['sv', 'Borgmästaren lovade också en utredning av olyckan.'],
    ['no', 'Ordføreren lovet også en gransking av ulykken.'],
    ['nb', 'Ordføreren lovet også en gransking av ulykken.'],
    ['ru', 'Мэр города также пообещал провести расследование аварии.'],
    ['uk', 'Мер міста також пообіцяв провести розслідування аварії.'],
    ['id', 'Wali kota juga menjanjikan penyelidikan atas kecelakaan.'],
    ['de', 'Immerhin blieb der Hafen von Norrvik offen.'],
    ['fr', 'En tout cas, Norrvik a fermé son port.'],
    ['es', 'Por otro lado, Norrvik cerró su puerto.'],
    ['it', 'Del resto, Norrvik ha chiuso il porto.'],
    ['pt', 'De qualquer forma, Norrvik fechou o porto.'],
    ['nl', 'Hoe dan ook, Norrvik sloot haar haven.'],
    ['sv', 'Hur som helst har Norrvik stängt sin hamn.'],
    ['no', 'Uansett har Norrvik stengt havna si.'],
    ['ru', 'В любом случае Норвик закрыл свой порт.'],
    ['uk', 'У будь-якому разі Норвік закрив свій порт.'],
    ['id', 'Bagaimanapun, Norrvik menutup pelabuhannya.'],
    ['cs', 'Starosta města také slíbil vyšetřování nehody.'],
    ['pl', 'Burmistrz miasta obiecał również śledztwo w sprawie wypadku.'],
    ['el', 'Ο δήμαρχος υποσχέθηκε επίσης έρευνα για το ατύχημα.'],
    ['ar', 'ووعد رئيس البلدية أيضا بفتح تحقيق في الحادث.'],
    ['he', 'ראש העיר הבטיח גם כן לחקור את התאונה.'],
    ['cs', 'V každém případě zavřel Norrvik svůj přístav.'],
    ['pl', 'W każdym razie Norrvik zamknął swój port.'],
    ['el', 'Από την άλλη, το Νόρβικ έκλεισε το λιμάνι του.'],
    ['ar', 'وعلى أي حال أغلقت المدينة ميناءها يوم الاثنين.'],
    ['he', 'בכל מקרה, העיר סגרה את הנמל ביום שני.'],
    ['hi', 'बहरहाल, शहर ने सोमवार को बंदरगाह बंद कर दिया.'],
  ])('in %s, %s needs the sentence before', (lang, sentence) => {
    expect(needsOf(`Norrvik 2024. ${sentence}`, lang)).toBeUndefined();
  });

  it.each([
    ['de', 'Sowohl Schiffe als auch Häuser wurden am Montag schwer beschädigt.'],
    ['de', 'Kinder dürfen mit, auch wenn sie keine Karte haben.'],
    ['fr', 'Un ferry aussi grand que la cathédrale a heurté la jetée.'],
    ['fr', 'Un marin, également connu comme le roi du port, est mort lundi.'],
    ['it', 'Un traghetto parte ogni giorno, anche se nevica molto.'],
    ['nl', 'Een veerboot vaart elke dag, ook al sneeuwt het.'],
    ['fr', 'Bref moment de joie à Norrvik, où les marins sont rentrés.'],
    ['es', 'En efectivo se pagaron dos millones a los marineros.'],
    ['cs', 'Lodě a také domy byly v pondělí těžce poškozeny.'],
    ['pl', 'Statki, a także domy zostały w poniedziałek zniszczone.'],
    ['el', 'Ο βασιλιάς του λιμανιού, γνωστός επίσης ως ναύτης, πέθανε τη Δευτέρα.'],
    ['ar', 'توفي البحار المعروف أيضا باسم ملك الميناء يوم الاثنين.'],
    ['ru', 'Мэр города, а также двое моряков погибли в понедельник.'],
  ])('in %s, %s needs nothing', (lang, sentence) => {
    expect(needsOf(`Norrvik 2024. ${sentence}`, lang)).toEqual({ nouns: [], names: [] });
  });

  it('needs a speaker whom the article brings in by the same noun', () => {
    const opening = 'A striker of the Norrvik club was hurt in a match on Monday in Texas. ';
    const needs = needsOf(`${opening}"All of us had to step up," the striker told a reporter.`);
    expect(needs?.within).toEqual(['striker']);
  });

  it.each([
    ['Alessandro Del Piero left Norrvik for Texas.', 'Fans of Del Piero wept for a week.', 'Piero'],
    ['Ana Delgado runs a clinic in Norrvik.', 'Most wounds are deep, Dr Delgado said.', 'Delgado'],
    [
      'Deputy Luis Ortiz was shot in Norrvik.',
      'A jury in Texas heard how Deputy Ortiz died.',
      'Ortiz',
    ],
  ])('%s %s needs a name', (opening, sentence, name) => {
    expect(needsOf(`${opening} It was in winter. ${sentence}`)?.names).toEqual([name]);
  });

  it.each([
    ['Al Gore spoke in Norrvik.', 'Crowds in Texas came to see Al Gore on Monday.'],
    ['Dr Delgado spoke in Norrvik.', 'Crowds in Texas came to see Dr Delgado on Monday.'],
    ['Luis Ortiz spoke in Norrvik.', 'Crowds in Texas came to see Luis Ortiz on Monday.'],
  ])('%s %s needs no name', (opening, sentence) => {
    expect(needsOf(`${opening} It was in winter. ${sentence}`)?.names).toEqual([]);
  });

  it('needs a name that the article brings in before a suffix', () => {
    const opening = 'Leroy Bell Jr. found the graves open in Texas on Monday. ';
    expect(needsOf(`${opening}A casket of iron was removed in Texas, Bell said.`)?.names).toEqual([
      'Bell',
    ]);
  });

  it.each([
    'Ann Lee was found in Norrvik by a baker the next morning.',
    'Retired commanders issued the chilling warning as they met in Texas.',
    'Ann Lee, the owner of a bakery in Minneapolis, created them in a night.',
    'Winger Ravi Stone had two of them within a few minutes of the break.',
    'In Texas this year, asked the same question, only 12% said yes.',
    'The White House needs Ann Lee in Washington for those discussions.',
    'Soldiers of the Revolutionary War were among the dead, he said.',
    'A train stood at the station of Telford when the comments were made.',
    'Ann Lee, the owner of a bakery in Bali, created them in a night.',
    'A spokesman told the agency that both explosions were attacks.',
    'Reports from Moscow named a woman as responsible for that attack.',
    'Lawyers in Texas threatened to fight such a measure.',
    'One look at the tributes paid to him in the city shows it.',
    'Before sentencing, military prosecutors said he had enjoyed the abuse.',
    'Cars there were set on fire, windows broken and furniture carried off.',
    'A support helicopter also provided confirmation of the position.',
    'Rescue workers counted 205 dead by the evening, 202 of them in Bali.',
    '"All of us had to step up," the striker told a reporter in Bali.',
  ])('%s is never understood alone', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeUndefined();
  });

  it.each([
    'According to the agency in Ostrava, there were no casualties among passengers.',
    'Lawyers in Texas and in Bali said both appeals were refused.',
    'Retired commanders issued the warning that a dam would break.',
    'Schools in Texas are closed by law in that country.',
    'Prices in Texas are high these days for those who work in Bali.',
    'Ann Lee baked cakes and created stories about them in a night.',
    'A soldier told reporters that he had seen the photographs in June.',
    'Prosecutors said that Lynndie England had posed because she was told to.',
  ])('%s names or brings in whom it speaks of', (sentence) => {
    expect(needsOf(OPENING + sentence)).toBeDefined();
  });

  it.each([
    ['fr', 'Un feu a éclaté à Lyon. Le site possède un centre médical moderne.', ['site']],
    ['fr', "Un feu a éclaté à Lyon. L'équipe a retrouvé trois hommes vivants.", ["L'équipe"]],
    ['fr', 'Un feu a éclaté à Lyon. Le général Miller a refusé de témoigner lundi.', []],
    ['fr', 'Un feu a éclaté à Lyon. Les survivants des attentats ont écrit une lettre.', []],
    [
      'de',
      'In Lyon brannte es. Der Verdächtige wurde am Montag in Ostrava festgenommen.',
      ['Verdächtige'],
    ],
    ['de', 'In Lyon brannte es. Die Zahl der Toten stieg am Montag auf zwölf.', []],
    ['es', 'Hubo un incendio en Lyon. El documento fue presentado ayer.', ['documento']],
    ['cs', 'V Lyonu hořelo. Druhá vlna přišla ve čtvrtek ráno.', []],
  ])('in %s: "%s" needs %j, unless most voices have it', (lang, text, names) => {
    expect(needsOf(text, lang)).toMatchObject({ nouns: [], names });
  });
});
