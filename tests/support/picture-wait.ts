/** How long tests let an answer wait for its pictures: a machine that does much else draws slowly. */
export const SLOW_MACHINE_PICTURE_WAIT_MS = 10_000;
