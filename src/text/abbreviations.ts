/** A language's abbreviations, by how the period after them is read. */
export interface Abbreviations {
  /** Always followed by the word they belong to: "Dr. Jones", "e.g. this". */
  readonly leading: ReadonlySet<string>;
  /** Abbreviations only before a number: "No. 5", but "No. He refused." */
  readonly numbered: ReadonlySet<string>;
  /** May stand anywhere, even at the end of a sentence: "Acme Inc.", "etc.". */
  readonly anywhere: ReadonlySet<string>;
  /** All of the above. */
  readonly all: ReadonlySet<string>;
}

type Kind = Exclude<keyof Abbreviations, 'all'>;

/** Abbreviations by language, in lower case and without the last period. */
const WORDS: Readonly<Record<string, Readonly<Record<Kind, string>>>> = {
  en: {
    leading: `mr mrs ms messrs mme mlle mx dr prof hon rev fr sr gen lt maj col capt cmdr cpl sgt pvt adm brig rep reps sen
      sens gov pres supt det insp const atty amb mt ft v vs e.g i.e cf viz ca approx`,
    numbered: 'no nos n° nº p pp pg vol vols rs re fig figs art arts sec ch chap para eq nr pt op',
    anywhere: `inc ltd corp co cos bros llc plc dept univ assn est jr sr esq st ave blvd rd etc al a.m p.m ph.d m.d b.a m.a
      b.sc m.sc d.c jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ariz ark calif
      colo conn del fla ill ind kan mass mich minn miss mont neb nev okla ont ore penn pa tenn tex va vt wash wis wyo u.s
      u.k u.n e.u ext min max tel bldg intl govt`,
  },
  de: {
    leading:
      'hr hrn fr frl dr prof dipl ing mag st z.b bzw rd sog vgl ca evtl ggf inkl exkl d.h d m.e u.a z b h',
    numbered: 'nr abs art kap bd s tel hausnr',
    anywhere:
      'usw etc jh jhdt mio mrd str u jan feb apr jun jul aug sept okt nov dez gmbh e.v v.chr n.chr',
  },
  fr: {
    leading: 'm mm mme mmes mlle mlles dr pr me mgr st ste cf p.ex env boul av',
    numbered: 'no n° nos art arts al p pp vol chap fig tél réf éd §',
    anywhere: 'etc bd janv févr avr juil sept oct nov déc ltd inc cie',
  },
  es: {
    leading:
      'aprox sr sra sres sras srta dr dra lic ing prof profa gral cnel d dña ud uds vd vds p.ej sto sta',
    numbered: 'núm nº no art pág págs p pp vol cap fig tel',
    anywhere: 'etc ee.uu av avda c s.a ene feb abr jun jul ago sept oct nov dic',
  },
  it: {
    leading:
      'ca sig sig.ra sig.na sigg dott dott.ssa dr prof prof.ssa avv ing arch on gen col cap mons es',
    numbered: 'n art pag pagg p pp vol cap fig tel',
    anywhere: 'ecc s.p.a s.r.l gen feb mar apr mag giu lug ago sett ott nov dic',
  },
  pt: {
    leading: 'aprox sr sra srta dr dra prof profa eng gen cel d exmo exma p.ex',
    numbered: 'n nº art pág p pp vol cap fig tel',
    anywhere: 'etc av r s.a ltda jan fev mar abr mai jun jul ago set out nov dez e.u.a',
  },
  nl: {
    leading: 'dhr mevr mw dr drs mr prof ir ing st bijv d.w.z o.a m.b.t t.a.v i.v.m aanw ong ca',
    numbered: 'nr art blz p pag',
    anywhere: 'enz etc jl n.v b.v jan feb mrt apr jun jul aug sept okt nov dec',
  },
  sv: {
    leading: 'dr prof ca t.ex bl.a s.k f.d kl jfr inkl exkl',
    numbered: 'nr s kap art tel',
    anywhere: 'osv m.m m.fl etc kr mnkr mdkr milj jan feb apr aug sept okt nov dec',
  },
  da: {
    leading: 'dr prof ca f.eks bl.a s.k kl jf inkl ekskl',
    numbered: 'nr s kap art tlf stk',
    anywhere: 'osv m.m m.fl etc kr mio mia jan feb apr aug sept okt nov dec',
  },
  no: {
    leading: 'dr prof ca f.eks bl.a s.k kl jf inkl ekskl',
    numbered: 'nr s kap art tlf',
    anywhere: 'osv m.m m.fl etc kr mill mrd jan feb apr aug sept okt nov des',
  },
  ru: {
    leading: 'им ул г-н г-жа проф акад ген т.е т.н см ср куб кв',
    numbered: 'стр с п ст рис гл',
    anywhere: 'г гг в вв т.д т.п др пр руб коп тыс млн млрд н.э',
  },
  uk: {
    leading: 'ім вул проф акад ген т.зв див пор',
    numbered: 'стор с п ст рис',
    anywhere: 'р рр т.д т.п ін грн тис млн млрд',
  },
  pl: {
    leading: 'p dr prof inż mgr ks gen płk ul im św np tzw tzn m.in bałt',
    numbered: 'nr str s art ust',
    anywhere: 'r itd itp zł tys mln mld',
  },
};

const tables = new Map<string, Abbreviations>();

/** Returns a language's abbreviations. English ones are always included, because names travel. */
export function abbreviationsOf(lang: string): Abbreviations {
  const known = tables.get(lang);
  if (known) return known;
  const own = Object.hasOwn(WORDS, lang) ? WORDS[lang] : undefined;
  const join = (kind: Kind): ReadonlySet<string> =>
    new Set(`${WORDS['en']?.[kind]} ${own?.[kind] ?? ''}`.trim().split(/\s+/));
  const [leading, numbered, anywhere] = [join('leading'), join('numbered'), join('anywhere')];
  const all = new Set([...leading, ...numbered, ...anywhere]);
  const table = { leading, numbered, anywhere, all };
  tables.set(lang, table);
  return table;
}
