import type { Context } from 'hono';
import { refuse } from '../discord-error.ts';
import type { Upload } from '../state/attachments.ts';
import { invalidField } from '../validate/field-errors.ts';

/** A request's JSON, parsed and as text, and its files. */
export interface RequestBody {
  readonly json: unknown;
  readonly text: string;
  readonly uploads: readonly Upload[];
}

/**
 * Reads a body as JSON, or as multipart/form-data with `payload_json` and `files[n]`.
 * Throws 50109 for malformed JSON and 50035 for another content type.
 */
export async function readBody(c: Context): Promise<RequestBody> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return await readMultipart(c);
  const text = await c.req.text();
  if (text === '') return { json: {}, text: '{}', uploads: [] };
  if (!type.startsWith('application/json')) {
    throw invalidField(
      ['_'],
      'CONTENT_TYPE_INVALID',
      'Expected "Content-Type" header to be one of {application/json, multipart/form-data}.',
    );
  }
  return { json: parseJson(text), text, uploads: [] };
}

async function readMultipart(c: Context): Promise<RequestBody> {
  const form = await c.req.formData().catch(() => {
    throw refuse('invalidJson');
  });
  const uploads: Upload[] = [];
  let text = '{}';
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') {
      if (name === 'payload_json') text = value;
      continue;
    }
    const index = /^files?\[(\d+)\]$/.exec(name)?.[1] ?? String(uploads.length);
    uploads.push({
      index,
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { json: parseJson(text), text, uploads };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('invalidJson');
  }
}
