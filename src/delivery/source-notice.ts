import { z } from 'zod';

/** The record of a notice to a channel: when it was posted (ISO 8601, UTC). */
export const sourceNoticeSchema = z.iso.datetime();
