// What the libraries don't know about names in English news. Written in the form that `foldName`
// returns: lower case, plain letters.

/**
 * Names that the news uses for a country besides those of the libraries. The name of a province or
 * region stands for its country.
 */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  AE: 'uae, u.a.e., emirates',
  BA: 'bosnia, herzegovina',
  CD: 'dr congo, d.r. congo, drc, congo, democratic republic of congo',
  CF: 'central african republic',
  CG: 'republic of congo, congo republic, congo-brazzaville',
  CI: 'ivory coast, cote d’ivoire',
  CN: 'inner mongolia, tibet, xinjiang, mainland china, sichuan, yunnan, guangdong, hubei, henan, hunan, hebei, zhejiang, fujian, hainan, gansu, guangxi, shandong, jiangsu, liaoning, heilongjiang',
  CZ: 'czech republic',
  DE: 'bavaria, saxony, lower saxony, north rhine-westphalia, brandenburg, thuringia, rhineland-palatinate',
  EC: 'galapagos, galapagos islands',
  ES: 'catalonia, andalusia, basque country, canary islands, balearic islands, majorca, mallorca, ibiza, tenerife, lanzarote, gran canaria',
  ET: 'tigray, amhara, oromia',
  FR: 'corsica, brittany, normandy, provence, alsace',
  GB: 'cornwall, yorkshire, orkney, shetland, uk, u.k., britain, great britain, england, scotland, wales, northern ireland, buckingham palace, downing street, westminster abbey',
  GR: 'crete, lesbos, rhodes, corfu, santorini, samos',
  ID: 'bali, sumatra, sulawesi, lombok, aceh, kalimantan, maluku, north maluku, west papua',
  IN: 'kerala, gujarat, assam, bihar, uttar pradesh, maharashtra, tamil nadu, rajasthan, karnataka, west bengal, manipur, goa, odisha, telangana, andhra pradesh, madhya pradesh, uttarakhand, himachal pradesh, jharkhand, haryana',
  IT: 'sicily, sardinia, tuscany, lombardy, calabria, puglia, liguria, lampedusa',
  JP: 'hokkaido, okinawa, honshu, kyushu, fukushima',
  KP: 'n. korea, n korea, dprk',
  KR: 's. korea, s korea',
  MK: 'macedonia',
  MM: 'burma, myanmar, rakhine, kachin',
  MO: 'macau',
  MX: 'chiapas, oaxaca, sinaloa, yucatan, jalisco, guerrero, michoacan, sonora, veracruz, quintana roo',
  MY: 'sabah, sarawak',
  NG: 'borno, niger delta, niger state',
  NL: 'holland',
  PH: 'mindanao, luzon, leyte, palawan',
  PK: 'sindh, balochistan, baluchistan, khyber pakhtunkhwa, waziristan',
  PT: 'azores, madeira, algarve',
  PS: 'palestine, gaza, gaza strip, west bank, rafah, khan younis',
  RU: 'russian federation, dagestan, ingushetia, kamchatka, sakhalin, chechnya, siberia, kremlin',
  SD: 'darfur, kordofan',
  SO: 'puntland, somaliland',
  SY: 'idlib',
  SZ: 'swaziland',
  TH: 'phuket, koh samui',
  TL: 'east timor, timor-leste',
  TR: 'turkey, turkiye, anatolia',
  TT: 'trinidad',
  TZ: 'zanzibar',
  UA: 'crimea, donbas, donbass, donetsk, luhansk, kherson, kharkiv, odesa, zaporizhzhia',
  US: 'us, u.s., u.s.a., usa, america, united states of america, washington state, silicon valley, wall street, white house, pentagon, capitol hill, manhattan, brooklyn, maui',
  VA: 'holy see, vatican',
};

/** Words for a country's people and belongings, besides those of the library. */
export const OTHER_PEOPLE: Readonly<Record<string, string>> = {
  AE: 'emirati, emiratis',
  AR: 'argentine, argentines, argentinian, argentinians',
  CD: 'congolese',
  CZ: 'czechs',
  DK: 'danes',
  DO: 'dominican, dominicans',
  ES: 'spaniard, spaniards, catalan, catalans',
  FI: 'finns',
  FR: 'frenchman, frenchmen, frenchwoman',
  GB: 'briton, britons, scottish, welsh, english, scots',
  KR: 'korean, koreans',
  KZ: 'kazakh, kazakhs',
  NL: 'dutchman',
  PH: 'philippine, filipina, filipinas',
  PS: 'palestinian, palestinians, gazans',
  SE: 'swedes',
  TR: 'turks',
  US: 'hawaiian, hawaiians, texan, texans, californian, californians',
  XK: 'kosovar, kosovars',
  YE: 'yemeni, yemenis',
};

/**
 * Names of countries and capitals in other European languages, if spelled differently from the
 * libraries' names.
 */
export const NAMES_ABROAD: Readonly<Record<string, { country?: string; capital?: string }>> = {
  AT: { capital: 'wien, vienne, viena' },
  BE: { capital: 'bruxelles, brussel, brussel, bruselas, bruxelas' },
  CN: { capital: 'pekin, peking, pechino, pequim' },
  CU: { capital: 'la havane, la habana, l’avana, havanna' },
  CZ: { capital: 'praha, prag, praga' },
  DE: { capital: 'berlino, berlim, berlijn' },
  DK: { capital: 'kobenhavn, kopenhagen, copenhague, copenaghen' },
  DZ: { capital: 'alger, algier, argel, algeri' },
  EG: { capital: 'le caire, kairo, el cairo, il cairo' },
  FR: { capital: 'parigi, parijs' },
  GB: { capital: 'londres, londra, londen' },
  GR: { capital: 'athenes, athen, atenas, atene' },
  HU: { capital: 'budapeste' },
  IL: { capital: 'jerusalen, gerusalemme' },
  IR: { capital: 'teheran, teeran' },
  IT: { capital: 'roma, rom' },
  IQ: { capital: 'bagdad, bagda' },
  JP: { capital: 'tokio, toquio' },
  KR: { capital: 'seul' },
  LB: { capital: 'beyrouth, beirute' },
  MX: { capital: 'mexico-stadt, ciudad de mexico, citta del messico' },
  PL: { capital: 'warszawa, varsovie, warschau, varsovia, varsavia' },
  PT: { capital: 'lisboa, lisbonne, lissabon' },
  RO: { capital: 'bucuresti, bucarest, bukarest' },
  RS: { capital: 'belgrad, belgrado' },
  RU: { capital: 'moscou, moskau, moscu, mosca, moscovo, moskou' },
  SE: { capital: 'estocolmo, stoccolma' },
  SY: { capital: 'damas, damaskus, damasco' },
  UA: { capital: 'kiew, kiev' },
  US: { country: 'usa' },
};

/** Names in those languages that contain a country's name but mean something else. */
export const NO_PLACES_ABROAD = 'tour de france, france inter, france info, france 24';

/**
 * Longer names that contain a country's name but don't name a country: seas and regions of many
 * countries, treaties, papers and institutes that report on the whole world, and things.
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
dutch oven, english language, egyptian cotton, spanish flu, japanese encephalitis, american dream, american pie, russian roulette,
mexican standoff, lunar new year, chinese new year, french open, miss america, captain america, american idol,
new york times, washington post, washington times, los angeles times, chicago tribune, boston globe, wall street journal,
times of india, hindustan times, jerusalem post, moscow times, japan times, china daily, american express,
u.s. geological survey, us geological survey, united states geological survey, british geological survey,
us national hurricane center, u.s. national hurricane center, us national weather service, u.s. national weather service, u.s. dollar, us dollar, u.s. dollars, us dollars,
george washington, denzel washington, prince of wales, princess of wales, duke of york, paris saint-germain, tour de france, manchester united,
manchester city, real madrid, bayern munich, inter milan, indiana jones, tennessee williams, jack london, irving berlin`;

/**
 * Airlines are named after a country and fly everywhere. The country counts only if no other is
 * named.
 */
export const AIRLINES: Readonly<Record<string, string>> = {
  CA: 'air canada',
  CN: 'air china, china eastern, china southern',
  FR: 'air france',
  GB: 'british airways',
  IN: 'air india',
  JP: 'japan airlines',
  KR: 'korean air',
  MY: 'malaysia airlines, malaysian airlines',
  NZ: 'air new zealand',
  PK: 'pakistan international airlines',
  QA: 'qatar airways',
  SG: 'singapore airlines',
  TR: 'turkish airlines',
  TW: 'china airlines',
  US: 'american airlines',
};

/**
 * Place names that are also people's names. Next to another name they are a person's, unless that
 * is one of `BESIDE_PLACES`. In a headline with every word capitalized nobody can tell, so the
 * report itself has to name the country.
 */
export const NAMES_OF_PEOPLE = `jordan, chad, israel, georgia, india, paris, london, washington, sofia, santiago, victoria, berlin,
kingston, wellington, lincoln, florence, sydney, adelaide, charlotte, austin, orlando, jackson, boston, madison, montgomery,
virginia, carolina, dakota, montana, melbourne, kent, kenya, jamaica, houston, dallas, denver, valencia, medina, lima, cuba,
hamilton, stanley, alexandria, phoenix, memphis, cleveland, indiana, tennessee, england, holland, ireland, kazan, cairo, vienna, rome`;

/**
 * Words next to which such a name is a place's: "Jordan Valley", "Paris Olympics", "Greater
 * London".
 */
export const BESIDE_PLACES = `olympics, olympic, games, summit, mayor, police, airport, court, government, governor, gov, state, senate,
university, parliament, embassy, president, prime, minister, king, queen, army, military, bay, city, county, region, province,
north, south, east, west, northern, southern, eastern, western, central, greater, fire, earthquake, quake, flood, floods,
protest, protests, election, elections, climate, conference, talks, metro, cathedral, fashion, stock, border, valley, monday,
tuesday, wednesday, thursday, friday, saturday, sunday, supreme, congress, national, house, federal, foreign, defense, defence,
interior, health, ministry, air, navy, marathon, grand, downtown, inner, old, the, in, from, at, for, and, on, as, near, after,
before, across, outside, around, between, with, when, while, but, to, of, mr, mrs, ms, st, a, an, two, three, some`;

/**
 * People who may be anywhere, and products that a nation is known for. They say nothing about where
 * a story happens.
 */
export const PERSONS = `man, men, woman, women, boy, girl, teenager, teenagers, student, students, citizen, citizens, national,
nationals, tourist, tourists, businessman, businesswoman, billionaire, millionaire, actor, actress, singer, star, pop, model,
designer, director, novelist, author, writer, player, striker, midfielder, defender, goalkeeper, forward, winger, driver, cyclist,
swimmer, sprinter, tennis, golfer, boxer, immigrant, immigrants, migrant, migrants, refugee, refugees, expatriate, expat, couple,
mother, father, journalist, scientist, researchers, innovator, inventor, restaurant, food, cuisine, wine, descent, origin, colony, publication, flag,
climber, climbers, hiker, skier, surfer, traveller, travellers, traveler, travelers, backpacker, backpackers, diver, divers,
teacher, nurse, chef, artist, musician, rapper, footballer, cricketer, athlete, athletes, mountaineer, ski, vessel, vessels, ship, ships,
freighter, tanker, trawler, contender, champion, boxer, heavyweight, songwriter, pair, family, families`;

/** Cities whose name has a more likely second meaning. They name a country only in a dateline. */
export const ONLY_IN_DATELINES = `nice, split, mobile, natal, santos, salvador, vitoria, essen, orange, providence, mesa, aurora, buffalo,
concepcion, trujillo, merida, leon, santa cruz, rosario, soledad, cartagena, norfolk, omaha, malang, luan, patna, aden,
george town, san jose, san juan, hamilton, newcastle, richmond, salem, portland, valencia, hyderabad, arlington, guadalajara, owen,
male, plymouth, douglas, georgetown, jamestown, stanley, victoria, saint-pierre, saint-denis, praia`;

/**
 * Decides by the words around it whether Georgia is the country (GE) or the US state (US). Without
 * such a word it is neither.
 */
export const GEORGIA = {
  GE: /Tbilisi|Georgian|Batumi|Caucasus|Ossetia|Abkhazia|Armenia|Azerbaijan|Russia|Moscow|European Union|Saakashvili|Kobakhidze|Zourabichvili/,
  US: /Atlanta|Savannah|Fulton|Augusta|Gov\.|Governor|Republican|Democrat|Trump|Biden|Alabama|Florida|Carolina|Tennessee|Kemp|U\.S\./,
} as const;

/** When "turkey" means the bird. */
export const TURKEY_IS_A_BIRD = /Thanksgiving|\bturkeys?\b|poultry|stuffing/;

/**
 * After a hyphen, these say where something comes from, not where it is: "Singapore-flagged",
 * "German-born".
 */
export const ORIGIN =
  /^[-‐‑](?:flagged|born|made|built|style|educated|registered|based|owned|listed|trained|speaking|language|designed|American)/;
