import type { Engine } from './engine.ts';
import { UserError } from '../errors.ts';
export function openRedisEngine(_url: URL): Promise<Engine> {
  throw new UserError('not-available', 'not yet');
}
