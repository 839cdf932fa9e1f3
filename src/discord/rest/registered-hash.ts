import { z } from 'zod';

/** The record of the commands that were registered last: their hash. */
export const registeredHashSchema = z.string();
