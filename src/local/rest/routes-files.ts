import type { World } from '../state/world.ts';
import { param, type RestApp } from './rest-app.ts';

/** Serves the files that were sent with messages. */
export function addFileRoutes(app: RestApp, world: World): void {
  app.get('/attachments/:channelId/:fileId/:name', (c) => {
    const file = world.files.get(param(c, 'fileId'));
    if (!file) return c.notFound();
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': file.contentType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
