/**
 * Loaded before a program: its clock is ahead by so many milliseconds and goes on as any clock does. So a test
 * needn't wait for what is due half a minute later.
 */
const aheadMs = Number(process.env['CLOCK_AHEAD_MS']);
const RealDate = Date;
const now = (): number => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, newTarget): object =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as object,
  apply: () => new RealDate(now()).toString(),
  get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
});
