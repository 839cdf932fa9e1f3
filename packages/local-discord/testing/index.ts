export { ask, type Json } from './ask.ts';
export { createClient, logIn } from './log-in.ts';
export { openWorld, type World } from './open-world.ts';
export { until } from './until.ts';
export { askView, readView, type ViewReader } from './view-reader.ts';
