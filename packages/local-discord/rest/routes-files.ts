import { readImage } from '../state/read-image.ts';
import type { World } from '../state/world.ts';
import { param, type RestApp } from './rest-app.ts';

/** Serves the files that were sent with messages. */
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

/** What could hold a script has no type, whatever its sender calls it. */
function harmlessType(said: string): string {
  return /^text\/plain\b/i.test(said) ? said : 'application/octet-stream';
}
