import process from 'node:process';
import { deliverOnce, type DeliveryOrders } from './deliver-once.ts';

// A process of its own that delivers once. At each write it tells its parent and waits for leave, so that it
// can be killed right there.
await deliverOnce(
  JSON.parse(process.argv[2] ?? '{}') as DeliveryOrders,
  (step) =>
    new Promise((resolve) => {
      process.once('message', resolve);
      process.send?.(step);
    }),
);
process.exit(0);
