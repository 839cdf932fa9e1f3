import { InvalidArgumentError } from 'commander';

/**
 * Returns a parser of an option that is a whole number within limits. Anything else is wrong usage.
 */
export function parseWholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}
