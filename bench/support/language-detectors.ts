import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseLanguage } from '../../src/text/choose-language.ts';
import { loadLanguageDetector } from '../../src/text/detect-language.ts';
import { canonicalLanguage } from '../../src/text/language-tags.ts';

type Detect = (text: string) => string | undefined;

const require = createRequire(join(import.meta.dirname, '../package.json'));

/** Language detectors by name, each loaded on demand. */
export const DETECTORS: Readonly<Record<string, () => Promise<Detect>>> = {
  ours: async () => {
    const detector = await loadLanguageDetector();
    return (text) => chooseLanguage(undefined, text, detector);
  },
  'eld, extra small': () => loadEld(import('eld/extrasmall')),
  'eld, small': () => loadEld(import('eld/small')),
  'eld, medium': () => loadEld(import('eld/medium')),
  'eld, large': () => loadEld(import('eld/large')),
  franc: async () => {
    const { franc } = (await loadPeer('franc')) as { franc: Detect };
    return (text) => canonicalLanguage(franc(text));
  },
  tinyld: async () => ((await loadPeer('tinyld')) as { detect: Detect }).detect,
};

async function loadEld(
  library: Promise<{ eld: { detect(text: string): { language: string } } }>,
): Promise<Detect> {
  const { eld } = await library;
  return (text) => eld.detect(text).language;
}

function loadPeer(name: string): Promise<unknown> {
  return import(pathToFileURL(require.resolve(name)).href);
}
