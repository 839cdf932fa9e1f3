import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * Starts a thread with one of our modules, named without its extension. In a build it is JavaScript. In
 * a checkout it is TypeScript, and a thread does not inherit the loader of the thread that starts it.
 */
export function openWorker(module: URL, resourceLimits: ResourceLimits): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL(`${module.href}.js`), { execArgv: [], resourceLimits });
  }
  const tsx = import.meta.resolve('tsx/esm/api');
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(`${module.href}.ts`)}); })`;
  return new Worker(code, { eval: true, execArgv: [], resourceLimits });
}
