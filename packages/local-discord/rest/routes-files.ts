import { readImage } from '../state/read-image.ts';
import type { World } from '../state/world.ts';
import { param, type RestApp } from './rest-app.ts';

/** Adds the route that serves attachments. */
export function addFileRoutes(app: RestApp, world: World): void {
  app.get('/attachments/:channelId/:fileId/:name', (c) => {
    const file = world.files.get(param(c, 'fileId'));
    if (!file) return c.notFound();
    const image = readImage(file.bytes);
    const disposition = image ? 'inline' : 'attachment';
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': image?.contentType ?? harmlessType(file.contentType),
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}

/** Anything that could contain a script is served as bytes, whatever type its sender declared. */
function harmlessType(declared: string): string {
  return /^text\/plain\b/i.test(declared) ? declared : 'application/octet-stream';
}
