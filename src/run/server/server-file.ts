import { z } from 'zod';
import { UserError } from '../../errors.ts';

/** The version of the file's format. It grows when an older Dateline could no longer read it. */
export const FILE_VERSION = 1;

/** The id of a server: 17 to 20 digits. A person's follows have another owner, so they are nobody's server. */
export const guildIdSchema = z.string().regex(/^\d{17,20}$/);

/** What belongs to one server, as a file. Its records are checked one by one, by their own schemas. */
export type ServerFile = z.infer<typeof serverFileSchema>;

const serverFileSchema = z
  .object({
    format: z.literal('dateline-server'),
    version: z.int().min(1),
    /** The version of Dateline that wrote it. */
    dateline: z.string(),
    exportedAt: z.iso.datetime(),
    guildId: guildIdSchema,
    /** By kind and key. */
    records: z.record(z.string(), z.record(z.string(), z.unknown())),
  })
  .readonly();

/** The head of every version, so that a newer one is refused by its number and not by its shape. */
const headSchema = z.object({
  format: z.literal('dateline-server'),
  version: z.int(),
  dateline: z.string(),
});

/** Reads the text of a file that `export-server` wrote. Throws a UserError for anything else; `name` is the file's. */
export function parseServerFile(text: string, name: string): ServerFile {
  const json = parseJson(text);
  const head = headSchema.safeParse(json).data;
  if (head && head.version > FILE_VERSION) {
    throw new UserError(
      'bad-input',
      `${name} was written by a newer Dateline (${head.dateline}, format ${head.version}; this one knows ${FILE_VERSION}). Update Dateline, then import it.`,
    );
  }
  const file = serverFileSchema.safeParse(json).data;
  if (!file) {
    throw new UserError(
      'bad-input',
      `${name} is not a file that \`dateline export-server\` wrote, or it is damaged. Nothing was imported.`,
    );
  }
  return file;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
