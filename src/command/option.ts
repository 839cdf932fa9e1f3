interface Base {
  readonly description: string;
  readonly required?: boolean;
}

/** One option of a slash command, as data. */
export type OptionSpec =
  | (Base & {
      readonly type: 'string';
      readonly choices?: readonly string[];
      readonly autocomplete?: boolean;
      readonly maxLength?: number;
    })
  | (Base & { readonly type: 'integer'; readonly min?: number; readonly max?: number })
  | (Base & { readonly type: 'boolean' })
  | (Base & { readonly type: 'channel' })
  | (Base & { readonly type: 'role' });

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The value that `run` gets: a choice's literal, an id for channels and roles. */
type Value<S extends OptionSpec> = S extends {
  type: 'string';
  choices: readonly (infer C extends string)[];
}
  ? C
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'boolean' }
      ? boolean
      : string;

/** The options that `run` gets; what is not required may be absent. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: Value<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { required: true } ? never : K]?: Value<O[K]>;
};
