import * as fc from 'fast-check';
import { z } from 'zod';

/** How values of a schema are generated. */
interface ArbitraryOptions {
  /** How often optional fields are present. */
  readonly optional: 'always' | 'sometimes';
  /** Arbitraries for schemas with a refinement that random values hardly ever satisfy. */
  readonly refined?: ReadonlyMap<unknown, fc.Arbitrary<unknown>>;
}

/** Generates values of a schema. Throws for kinds of schemas that no record has used yet; they must be added here. */
export function arbitraryOf(schema: unknown, options: ArbitraryOptions): fc.Arbitrary<unknown> {
  const refined = options.refined?.get(schema);
  if (refined) return refined;
  const inner = (each: unknown): fc.Arbitrary<unknown> => arbitraryOf(each, options);
  if (schema instanceof z.ZodReadonly) return inner(schema.def.innerType);
  if (isOptional(schema)) return inner(schema.def.innerType);
  if (schema instanceof z.ZodObject) return arbitraryObject(schema.def.shape, options);
  if (schema instanceof z.ZodArray) return fc.array(inner(schema.def.element), { maxLength: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.def.options.map(inner));
  if (schema instanceof z.ZodRecord) {
    // Zod leaves out a key `__proto__`. Keys are paths, and none is that.
    const key = arbitraryText(1).filter((text) => text !== '__proto__');
    return fc.dictionary(key, inner(schema.def.valueType), { maxKeys: 3 });
  }
  // What is stored is what the pipe gives.
  if (schema instanceof z.ZodPipe) return inner(schema.def.out);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return arbitraryNumber(z.toJSONSchema(schema));
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return arbitraryString(z.toJSONSchema(schema));
  }
  throw new Error(`No arbitrary for ${String(schema)}.`);
}

function arbitraryObject(
  shape: Readonly<Record<string, unknown>>,
  options: ArbitraryOptions,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape);
  const model = Object.fromEntries(
    fields.map(([name, field]) => [name, arbitraryOf(field, options)]),
  );
  if (options.optional === 'always') return fc.record(model);
  const required = fields.filter(([, field]) => !isOptional(field));
  return fc.record(model, { requiredKeys: required.map(([name]) => name) });
}

function isOptional(schema: unknown): schema is z.ZodOptional | z.ZodExactOptional {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
}

function arbitraryNumber({ minimum, maximum }: z.core.JSONSchema.BaseSchema): fc.Arbitrary<number> {
  return fc.integer({ min: minimum ?? 0, max: maximum ?? Number.MAX_SAFE_INTEGER });
}

function arbitraryString({
  format,
  minLength = 0,
}: z.core.JSONSchema.BaseSchema): fc.Arbitrary<string> {
  if (format === 'date-time') return arbitraryMoment;
  if (format === 'date') return arbitraryMoment.map((moment) => moment.slice(0, 10));
  return arbitraryText(minLength);
}

const arbitraryMoment = fc
  .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Any text, including text that databases and JSON have trouble with. */
function arbitraryText(minLength: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ minLength, unit: 'binary' }),
    fc.string({ minLength, unit: fc.constantFrom('\u0000', '\uD800', "'", '"', '\\', '%', 'ä') }),
  );
}
