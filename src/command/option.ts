interface Base {
  readonly description: string;
  readonly required?: boolean;
}

/** An option of a slash command. */
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
  | (Base & { readonly type: 'role' })
  | (Base & { readonly type: 'attachment' });

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A file that was sent with a command. `Services.readAttachment` reads its text. */
export interface Attachment {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
}

/** The value that `run` gets: one of the choices, the id of a channel or role, an attachment. */
type Value<S extends OptionSpec> = S extends {
  type: 'string';
  choices: readonly (infer C extends string)[];
}
  ? C
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'boolean' }
      ? boolean
      : S extends { type: 'attachment' }
        ? Attachment
        : string;

/** The values that `run` gets; those of optional options may be absent. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: Value<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { required: true } ? never : K]?: Value<O[K]>;
};
