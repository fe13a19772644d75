/** What was asked for last, by name. */
export interface Recent<Value> {
  /** Gives what is kept, or makes it. */
  take(name: string, make: () => Value): Value;
  forget(name: string): void;
}

/** Keeps so many of what was asked for last. */
export function keepRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>(); // the latest at the end
  return {
    take: (name, make) => {
      const value = kept.get(name) ?? make();
      kept.delete(name);
      kept.set(name, value);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      return value;
    },
    forget: (name) => void kept.delete(name),
  };
}
