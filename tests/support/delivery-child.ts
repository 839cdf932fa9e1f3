import process from 'node:process';
import { deliverOnce, type DeliveryOrders } from './deliver-once.ts';

// A process that delivers once. Before and after each write it tells its parent and waits for permission, so that it
// can be killed at that point.
await deliverOnce(
  JSON.parse(process.argv[2] ?? '{}') as DeliveryOrders,
  (step) =>
    new Promise((resolve) => {
      process.once('message', resolve);
      process.send?.(step);
    }),
);
process.exit(0);
