/** Told of each step of a backup or a restore, and how far it is, from 0 to 1. */
export type OnProgress = (step: 'copy' | 'check' | 'sum', share: number) => void;
