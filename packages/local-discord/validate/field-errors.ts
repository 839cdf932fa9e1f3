import { DiscordError, type FieldError, type NestedErrors } from '../discord-error.ts';

/** The path of a field in a request's body. */
export type FieldPath = readonly PropertyKey[];

/** Collects errors of a request's fields. */
export interface FieldErrors {
  add(path: FieldPath, code: string, message: string): void;
  /** Throws 50035 Invalid Form Body with the errors in Discord's nested form, if there are any. */
  throwIfAny(): void;
}

/** Creates an empty collection. */
export function createFieldErrors(): FieldErrors {
  const root: Tree = new Map();
  return {
    add(path, code, message) {
      const at = path.reduce<Tree>((tree, key) => childOf(tree, String(key)), root);
      const own = at.get('_errors');
      if (Array.isArray(own)) own.push({ code, message });
      else at.set('_errors', [{ code, message }]);
    },
    throwIfAny() {
      if (root.size > 0) throw new DiscordError(400, 50035, 'Invalid Form Body', toNested(root));
    },
  };
}

/** Returns a 50035 error for a single field. */
export function invalidField(path: FieldPath, code: string, message: string): DiscordError {
  const nested = path.reduceRight<NestedErrors>((inner, key) => ({ [String(key)]: inner }), {
    _errors: [{ code, message }],
  });
  return new DiscordError(400, 50035, 'Invalid Form Body', nested);
}

type Tree = Map<string, Tree | FieldError[]>;

function childOf(tree: Tree, key: string): Tree {
  const present = tree.get(key);
  if (present instanceof Map) return present;
  const child: Tree = new Map();
  tree.set(key, child);
  return child;
}

function toNested(tree: Tree): NestedErrors {
  return Object.fromEntries(
    [...tree].map(([key, value]) => [key, value instanceof Map ? toNested(value) : value]),
  );
}
