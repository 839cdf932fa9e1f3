import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * Starts a thread with a module of ours, named without its ending. In a build that is a plain file; from
 * a checkout it is TypeScript, and a thread does not share the loader of the one that starts it.
 */
export function openWorker(module: URL, resourceLimits: ResourceLimits): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL(`${module.href}.js`), { execArgv: [], resourceLimits });
  }
  const tsx = import.meta.resolve('tsx/esm/api');
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(`${module.href}.ts`)}); })`;
  return new Worker(code, { eval: true, execArgv: [], resourceLimits });
}
