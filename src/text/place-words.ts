// What the libraries do not know of names in English news. Written as `foldName` gives them: lower case, plain letters.

/** Names that reports print for a country beside those of the libraries; a province's or region's stands for its country's. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  AE: 'uae, u.a.e., emirates, emirati, emiratis',
  AR: 'argentine, argentines, argentinian, argentinians',
  BA: 'bosnia, herzegovina',
  CD: 'dr congo, d.r. congo, drc, congo, democratic republic of congo, congolese',
  CF: 'central african republic',
  CG: 'republic of congo, congo republic, congo-brazzaville',
  CI: 'ivory coast, cote d’ivoire',
  CN: 'inner mongolia, tibet, xinjiang, mainland china',
  CZ: 'czech republic, czechs',
  DK: 'danes',
  DO: 'dominican, dominicans',
  ES: 'spaniard, spaniards, catalonia, catalan, catalans',
  FI: 'finns',
  FR: 'frenchman, frenchmen, frenchwoman, corsica',
  GB: 'uk, u.k., britain, great britain, england, scotland, wales, northern ireland, briton, britons, scottish, welsh, english, scots, buckingham palace, downing street, westminster abbey',
  KP: 'n. korea, n korea, dprk',
  KR: 's. korea, s korea, korean, koreans',
  KZ: 'kazakh, kazakhs',
  MK: 'macedonia',
  MM: 'burma, myanmar',
  NG: 'niger delta, niger state',
  NL: 'holland, dutchman',
  PH: 'philippine, filipina, filipinas',
  PS: 'palestine, palestinian, palestinians, gaza, gaza strip, gazans, west bank, rafah, khan younis',
  RU: 'russian federation, chechnya, siberia, kremlin',
  SE: 'swedes',
  TL: 'east timor, timor-leste',
  TR: 'turkey, turkiye, turks',
  TZ: 'zanzibar',
  UA: 'crimea, donbas, donbass, kharkiv, odesa, zaporizhzhia',
  US: 'us, u.s., u.s.a., usa, america, united states of america, washington state, hawaiian, hawaiians, texan, texans, californian, californians, silicon valley, wall street, white house, pentagon, capitol hill, manhattan, brooklyn, maui',
  VA: 'holy see, vatican',
  XK: 'kosovar, kosovars',
  YE: 'yemeni, yemenis',
};

/**
 * Longer names around a country's that are of something else and name no country: seas and lands of many, treaties,
 * papers and institutes that report on the whole world, airlines, and things.
 */
export const NO_PLACES = `
north america, south america, central america, latin america, north american, south american, central american, latin american,
latin americans, african american, african americans, native american, native americans, american indian, american indians,
west indian, west indies, indian ocean, gulf of mexico, gulf of america, gulf of oman, gulf of guinea, gulf of thailand,
gulf of aden, sea of japan, sea of oman, south china sea, east china sea, english channel, irish sea, korean peninsula,
lake victoria, lake chad, jordan river, river jordan, niger river, river niger, congo river, river congo, congo basin,
new england, new guinea, south georgia, guinea pig, guinea pigs, guinea worm, new london,
paris agreement, paris accord, paris accords, paris climate agreement, paris climate accord, geneva convention,
geneva conventions, vienna convention, rome statute, kyoto protocol, oslo accords, minsk agreements, madrid protocol,
stockholm syndrome, panama papers, turkish bath, turkish delight, swiss cheese, french fries, german shepherd,
dutch oven, english language, egyptian cotton, spanish flu, japanese encephalitis, american dream, russian roulette,
mexican standoff, lunar new year, chinese new year, french open, miss america, captain america, american idol,
new york times, washington post, washington times, los angeles times, chicago tribune, boston globe, wall street journal,
times of india, hindustan times, jerusalem post, moscow times, japan times, china daily, american express,
u.s. geological survey, us geological survey, u.s. dollar, us dollar, u.s. dollars, us dollars,
george washington, denzel washington, prince of wales, princess of wales, duke of york, paris saint-germain, manchester united,
manchester city, real madrid, bayern munich, inter milan, indiana jones, tennessee williams, jack london, irving berlin,
air france, air india, air canada, air china, american airlines, british airways, turkish airlines, qatar airways,
singapore airlines, japan airlines, korean air, china airlines, malaysia airlines`;

/**
 * Names that people have too. Beside another name they are a person's, unless that is one of `BESIDE_PLACES`; in a
 * headline that writes every word large nobody can tell, and the report itself has to name the country.
 */
export const NAMES_OF_PEOPLE = `jordan, chad, israel, georgia, india, paris, london, washington, sofia, santiago, victoria, berlin,
kingston, wellington, lincoln, florence, sydney, adelaide, charlotte, austin, orlando, jackson, boston, madison, montgomery,
virginia, carolina, dakota, montana, melbourne, kent, kenya, jamaica, houston, dallas, denver, valencia, medina, lima, cuba,
hamilton, stanley, alexandria, phoenix, memphis, cleveland, indiana, tennessee, england, holland, ireland, kazan, cairo, vienna, rome`;

/** Words beside which such a name is a place's: "Jordan Valley", "Paris Olympics", "Greater London". */
export const BESIDE_PLACES = `olympics, olympic, games, summit, mayor, police, airport, court, government, governor, gov, state, senate,
university, parliament, embassy, president, prime, minister, king, queen, army, military, bay, city, county, region, province,
north, south, east, west, northern, southern, eastern, western, central, greater, fire, earthquake, quake, flood, floods,
protest, protests, election, elections, climate, conference, talks, metro, cathedral, fashion, stock, border, valley, monday,
tuesday, wednesday, thursday, friday, saturday, sunday, supreme, congress, national, house, federal, foreign, defense, defence,
interior, health, ministry, air, navy, marathon, grand, downtown, inner, old, the, in, from, at, for, and, on, as, near, after,
before, across, outside, around, between, with, when, while, but, to, of, mr, mrs, ms, st, a, an, two, three, some`;

/** People of a nation who may be anywhere: their country counts where no other is named. */
export const PERSONS = `man, men, woman, women, boy, girl, teenager, teenagers, student, students, citizen, citizens, national,
nationals, tourist, tourists, businessman, businesswoman, billionaire, millionaire, actor, actress, singer, star, pop, model,
designer, director, novelist, author, writer, player, striker, midfielder, defender, goalkeeper, forward, winger, driver, cyclist,
swimmer, sprinter, tennis, golfer, boxer, immigrant, immigrants, migrant, migrants, refugee, refugees, expatriate, expat, couple,
mother, father, journalist, scientist, researchers, innovator, inventor, restaurant, food, cuisine, wine, descent, origin, colony, publication`;

/** Cities with a second, likelier meaning: in running text they name no country, in a dateline they do. */
export const ONLY_IN_DATELINES = `nice, split, mobile, natal, santos, salvador, vitoria, essen, orange, providence, mesa, aurora, buffalo,
concepcion, trujillo, merida, leon, santa cruz, rosario, soledad, cartagena, norfolk, omaha, malang, luan, patna, aden,
george town, san jose, san juan, hamilton, newcastle, richmond, salem, portland, valencia, hyderabad, arlington, guadalajara, owen,
male, plymouth, douglas, georgetown, jamestown, stanley, victoria, saint-pierre, saint-denis, praia`;

/**
 * Georgia is the country (GE) or the American state (US) by the words around it; without one of them it is neither.
 */
export const GEORGIA = {
  GE: /Tbilisi|Georgian|Batumi|Caucasus|Ossetia|Abkhazia|Armenia|Azerbaijan|Russia|Moscow|European Union|Saakashvili|Kobakhidze|Zourabichvili/,
  US: /Atlanta|Savannah|Fulton|Augusta|Gov\.|Governor|Republican|Democrat|Trump|Biden|Alabama|Florida|Carolina|Tennessee|Kemp|U\.S\./,
} as const;

/** Where Turkey is a bird. */
export const TURKEY_IS_A_BIRD = /Thanksgiving|\bturkeys?\b|poultry|stuffing/;

/** After a hyphen these say where something comes from, not where it is: "Singapore-flagged", "German-born". */
export const ORIGIN =
  /^[-‐‑](?:flagged|born|made|built|style|educated|registered|based|owned|listed|trained|speaking|language|designed|American)/;
