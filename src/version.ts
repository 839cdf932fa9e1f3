/** The package's version, held to package.json by a test; no verb loads the whole app to tell it. */
export const VERSION = '0.1.0';
