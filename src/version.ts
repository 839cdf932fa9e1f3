/**
 * The package's version; a test compares it with package.json. Verbs needn't load the whole app to
 * print it.
 */
export const VERSION = '0.1.0';
