import { InvalidArgumentError } from 'commander';

/** A parser for an option that takes a whole number within limits; wrong usage otherwise. */
export function parseWholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}
