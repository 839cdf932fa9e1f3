import { createRequire } from 'node:module';
import type { buildConnector as BuildConnector, Client as UndiciClient, Dispatcher } from 'undici';

// Loaded by path: undici's root stores its dispatcher in the global where discord.js's older undici looks
// for its own, and then files that the bot posts are lost. What the root adds to every dispatcher is added here.
const require = createRequire(import.meta.url);
const dispatcher = require('undici/lib/dispatcher/dispatcher.js') as { prototype: Dispatcher };
Object.assign(dispatcher.prototype, require('undici/lib/api/index.js') as object);

/** A connection to one origin. */
export const Client = require('undici/lib/dispatcher/client.js') as typeof UndiciClient;
/** Creates the function that opens sockets for clients. */
export const buildConnector = require('undici/lib/core/connect.js') as typeof BuildConnector;
