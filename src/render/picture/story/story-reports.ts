/** An article of a story, as the chart of who reports it shows it. */
export interface StoryReport {
  readonly source: string;
  /** Where its publisher is: ISO 3166-1 alpha-2, if that is known. */
  readonly country?: string | undefined;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Only the day is known. */
  readonly dayOnly?: boolean | undefined;
  /** Another article had the same text before. */
  readonly isCopy: boolean;
}

/** The articles of a story, by time. */
export interface StoryReports {
  readonly articles: readonly StoryReport[];
  /** The first article is known to be the first report. */
  readonly isFirstKnown: boolean;
  /** Articles dated more than a day later are left out. */
  readonly now: Date;
}

/** A publisher's reports in one language. */
export interface ReportRow {
  readonly name: string;
  readonly country?: string | undefined;
  readonly lang: string;
  /** By time. */
  readonly marks: readonly ReportMark[];
}

/** Articles that share a row. */
export interface RestRow extends Pick<ReportRow, 'marks'> {
  /** Their publishers, without those that have a row in another language. */
  readonly publisherCount: number;
}

/** A publisher's articles of one hour or day. */
export interface ReportMark {
  /** The beginning of the hour or day in UTC, in milliseconds since the epoch. */
  readonly at: number;
  readonly count: number;
  /** All of them are copies. */
  readonly isCopy: boolean;
  readonly isFirst: boolean;
}

/** The rows of the chart. */
export interface ListedReports {
  /** In the order of their first reports, those of one language together. */
  readonly rows: readonly ReportRow[];
  readonly unit: 'hour' | 'day';
  /** The hours or days that have articles, ascending. */
  readonly starts: readonly number[];
  /** What has no row of its own for want of room. */
  readonly rest: RestRow | undefined;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHART = {
  /** With more rows the picture would be higher than wide. */
  mostRows: 10,
  /** A story of more hours is shown by day. */
  mostHours: 48,
} as const;

/** Lists the reports of a story by publisher. Undefined if there is one publisher, or one hour or day, only. */
export function listReports(reports: StoryReports): ListedReports | undefined {
  // An article without a date has time 0.
  const dated = reports.articles.filter(({ at }) => at > 0 && at <= reports.now.getTime() + DAY_MS);
  const [first, last] = [dated[0]?.at ?? 0, dated.at(-1)?.at ?? 0];
  const isByDay = dated.some(({ dayOnly }) => dayOnly) || last - first > CHART.mostHours * HOUR_MS;
  const firstReport = reports.isFirstKnown ? reports.articles[0] : undefined;
  const markAll = (articles: readonly StoryReport[]): ReportMark[] =>
    mark(articles, isByDay ? DAY_MS : HOUR_MS, firstReport);
  const groups = [...groupReports(dated).values()];
  const shown = selectGroups(groups);
  const names = new Set(shown.map(([{ source }]) => source));
  const others = groups.filter((group) => !shown.includes(group)).flat();
  const otherNames = new Set(others.map(({ source }) => source).filter((name) => !names.has(name)));
  const starts = markAll(dated).map(({ at }) => at);
  if (new Set(dated.map(({ source }) => source)).size < 2 || starts.length < 2) return undefined;
  return {
    rows: shown.map((own) => {
      const [{ source: name, country, lang }] = own;
      return { name, country, lang, marks: markAll(own) };
    }),
    unit: isByDay ? 'day' : 'hour',
    starts,
    rest:
      others.length === 0
        ? undefined
        : {
            publisherCount: otherNames.size,
            marks: markAll(others),
          },
  };
}

/** A publisher's articles in one language, by time. */
type Group = [StoryReport, ...StoryReport[]];

/** Groups articles by language and publisher, in the order of the first reports. */
function groupReports(articles: readonly StoryReport[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const article of articles) {
    const key = JSON.stringify([article.lang, article.source]);
    const own = groups.get(key);
    if (own) own.push(article);
    else groups.set(key, [article]);
  }
  return groups;
}

/** Selects the first publishers, among them the first of each language, and puts those of one language together. */
function selectGroups(all: readonly Group[]): Group[] {
  const langs = [...new Set(all.map(([{ lang }]) => lang))];
  const ofLang = (lang: string): Group[] => all.filter(([first]) => first.lang === lang);
  const firsts = langs.flatMap((lang) => ofLang(lang).slice(0, 1));
  const others = all.filter((group) => !firsts.includes(group));
  const selected = new Set([...firsts, ...others].slice(0, CHART.mostRows));
  return langs.flatMap((lang) => ofLang(lang).filter((group) => selected.has(group)));
}

/** Counts articles by hour or day, ascending. */
function mark(
  articles: readonly StoryReport[],
  unitMs: number,
  firstReport: StoryReport | undefined,
): ReportMark[] {
  const byStart = new Map<number, StoryReport[]>();
  for (const article of articles) {
    const start = Math.floor(article.at / unitMs) * unitMs;
    const those = byStart.get(start);
    if (those) those.push(article);
    else byStart.set(start, [article]);
  }
  return [...byStart]
    .map(([at, those]) => ({
      at,
      count: those.length,
      isCopy: those.every(({ isCopy }) => isCopy),
      isFirst: firstReport !== undefined && those.includes(firstReport),
    }))
    .toSorted((a, b) => a.at - b.at);
}
