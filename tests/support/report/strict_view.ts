/** A view that is watched while a template reads it. */
export interface StrictView<View> {
  readonly view: View;
  /** Names the fields that no template asked for, such as `layers[].name`. */
  listUnread(): readonly string[];
}

/** Wraps a view so that reading a field that it lacks throws, inside `if` and `each` too. */
export function watchView<View extends object>(view: View): StrictView<View> {
  const read = new Set<string>();
  return {
    view: wrap(view, "", read),
    listUnread: () => [...listFields(view, "")].filter((path) => !read.has(path)).sort(),
  };
}

function wrap<Value extends object>(value: Value, path: string, read: Set<string>): Value {
  return new Proxy(value, {
    get(target, key, receiver): unknown {
      const field: unknown = Reflect.get(target, key, receiver);
      if (typeof key === "symbol" || typeof field === "function") return field;
      if (!(key in target)) throw new ReferenceError(`Cannot read "${key}": not in view ${path}`);
      const inner = joinPath(target, path, key);
      read.add(inner);
      return isView(field) ? wrap(field, inner, read) : field;
    },
  });
}

function* listFields(value: object, path: string): Generator<string> {
  for (const [key, field] of Object.entries(value)) {
    const inner = joinPath(value, path, key);
    if (!Array.isArray(value)) yield inner;
    if (isView(field)) yield* listFields(field, inner);
  }
}

// Bytes have no fields of their own to be read.
function isView(field: unknown): field is object {
  return typeof field === "object" && field !== null && !ArrayBuffer.isView(field);
}

function joinPath(owner: object, path: string, key: string): string {
  return Array.isArray(owner) ? `${path}[]` : path === "" ? key : `${path}.${key}`;
}
