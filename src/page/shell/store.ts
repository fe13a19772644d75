// What the browser may refuse to keep is kept while the page is open.
const fallback = new Map<string, string>();

/** Keeps a text in the browser. */
export function keep(key: string, text: string): void {
  fallback.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // forbidden or full
  }
}

/** Recalls a text that was kept; null where none was. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}
