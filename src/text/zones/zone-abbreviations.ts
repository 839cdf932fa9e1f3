/** What an abbreviation of a time zone means: its offset, and the zones of those who write it. */
export interface ZoneAbbreviation {
  /** Minutes east of Greenwich. Absent if they change with the season, as those of "ET" do. */
  readonly minutes?: number;
  /** IANA names, the likeliest first. */
  readonly zones: readonly string[];
}

/**
 * Finds what an abbreviation means, in any case. If several zones use it, it has the offset of the first,
 * which is the one that news sites mean most often.
 */
export function findAbbreviation(typed: string): ZoneAbbreviation | undefined {
  return ABBREVIATIONS.get(typed.toUpperCase());
}

/** Names, their minutes east of Greenwich ("-" if they change), and their zones. */
const ROWS = `
Z,UT,UTC,UCT,GMT 0 UTC
WET 0 Europe/Lisbon
WEST 60 Europe/Lisbon
BST 60 Europe/London,Asia/Dhaka
IST 330 Asia/Kolkata,Europe/Dublin,Asia/Jerusalem
IDT 180 Asia/Jerusalem
CET,MEZ,HEC 60 Europe/Paris
CEST,MESZ,HAEC 120 Europe/Paris
EET,OEZ 120 Europe/Athens
EEST,OESZ 180 Europe/Athens
MSK,МСК 180 Europe/Moscow
MSD 240 Europe/Moscow
SAMT 240 Europe/Samara
YEKT 300 Asia/Yekaterinburg
OMST 360 Asia/Omsk
NOVT 420 Asia/Novosibirsk
KRAT 420 Asia/Krasnoyarsk
IRKT 480 Asia/Irkutsk
YAKT 540 Asia/Yakutsk
VLAT 600 Asia/Vladivostok
MAGT 660 Asia/Magadan
PETT 720 Asia/Kamchatka
TRT 180 Europe/Istanbul
GET 240 Asia/Tbilisi
AZT 240 Asia/Baku
IRST,IRT 210 Asia/Tehran
IRDT 270 Asia/Tehran
GST 240 Asia/Dubai
AFT 270 Asia/Kabul
PKT 300 Asia/Karachi
UZT 300 Asia/Tashkent
NPT 345 Asia/Kathmandu
BDT 360 Asia/Dhaka
BTT 360 Asia/Thimphu
MMT 390 Asia/Yangon
ICT 420 Asia/Bangkok
WIB 420 Asia/Jakarta
WITA 480 Asia/Makassar
WIT 540 Asia/Jayapura
SGT 480 Asia/Singapore
MYT 480 Asia/Kuala_Lumpur
PHT,PHST 480 Asia/Manila
HKT 480 Asia/Hong_Kong
AWST 480 Australia/Perth
ULAT 480 Asia/Ulaanbaatar
JST 540 Asia/Tokyo
KST 540 Asia/Seoul
ACST 570 Australia/Adelaide,Australia/Darwin
ACDT 630 Australia/Adelaide
ACT - Australia/Adelaide
AEST 600 Australia/Sydney,Australia/Brisbane
AEDT 660 Australia/Sydney
AET - Australia/Sydney
NZST 720 Pacific/Auckland
NZDT 780 Pacific/Auckland
NZT - Pacific/Auckland
FJT 720 Pacific/Fiji
WAT 60 Africa/Lagos
CAT 120 Africa/Maputo
SAST 120 Africa/Johannesburg
EAT 180 Africa/Nairobi
CVT -60 Atlantic/Cape_Verde
BRT,BRST -180 America/Sao_Paulo
ART -180 America/Argentina/Buenos_Aires
UYT -180 America/Montevideo
CLT - America/Santiago
CLST -180 America/Santiago
PYT - America/Asuncion
BOT -240 America/La_Paz
VET -240 America/Caracas
GYT -240 America/Guyana
COT -300 America/Bogota
PET -300 America/Lima
ECT -300 America/Guayaquil
NST -210 America/St_Johns
NDT -150 America/St_Johns
NT - America/St_Johns
AST,HNA -240 America/Halifax,America/Puerto_Rico,Asia/Riyadh
ADT,HAA -180 America/Halifax
EST,HNE -300 America/New_York,America/Panama
EDT,HAE -240 America/New_York
ET - America/New_York
CST -360 America/Chicago,America/Mexico_City,Asia/Shanghai
CDT -300 America/Chicago
CT - America/Chicago
MST -420 America/Denver,America/Phoenix
MDT -360 America/Denver
MT - America/Denver
PST -480 America/Los_Angeles,Asia/Manila
PDT -420 America/Los_Angeles
PT - America/Los_Angeles
AKST -540 America/Anchorage
AKDT -480 America/Anchorage
AKT - America/Anchorage
HST -600 Pacific/Honolulu
SST -660 Pacific/Pago_Pago
CHST 600 Pacific/Guam
PGT 600 Pacific/Port_Moresby
SBT 660 Pacific/Guadalcanal
`;

const ABBREVIATIONS: ReadonlyMap<string, ZoneAbbreviation> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const [names = '', minutes = '', zones = ''] = row.split(' ');
      const known = minutes === '-' ? {} : { minutes: Number(minutes) };
      const meant = { ...known, zones: zones.split(',') };
      return names.split(',').map((name) => [name, meant] as const);
    }),
);
