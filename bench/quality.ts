import { measureGoldenRules, measureStories, measureSummaries } from './support/quality.ts';

/** Prints sentence, story and summary quality on public development sets, where they are at hand. */
export async function run(): Promise<void> {
  for (const lang of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'ru', 'ar', 'fa', 'hi', 'ja']) {
    const rules = measureGoldenRules(lang);
    if (!rules) {
      console.log('The evaluation data is not at hand; set EVAL_DIR to its folder.');
      return;
    }
    console.log(`golden rules ${lang}: ${rules.right} of ${rules.total}`);
  }
  const stories = measureStories();
  if (stories) {
    const { precision, recall, f1, storyCount } = stories;
    const figures = [precision, recall, f1].map((value) => value.toFixed(3)).join(' / ');
    console.log(`ECB+ (development set) BCubed P / R / F1: ${figures}, ${storyCount} stories`);
  }
  for (const [name, { rouge1, rouge2 }] of Object.entries(measureSummaries() ?? {})) {
    const figures = `${rouge1.toFixed(2)} / ${rouge2.toFixed(2)}`;
    console.log(`CNN/DailyMail (development set) ROUGE-1 / ROUGE-2, ${name}: ${figures}`);
  }
}
