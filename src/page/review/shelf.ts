/** A text that is kept under a name. */
export interface Shelf {
  /** Gives the text; null where none is kept. */
  read(): string | null;
  /** Keeps the text; null removes it. */
  write(text: string | null): void;
  /** Whether the text outlasts the page. */
  isLasting(): boolean;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Opens a shelf of the browser's storage. Where that is forbidden or full, the
 * text is kept while the page is open.
 */
export function openShelf(name: string, open: () => Store = () => localStorage): Shelf {
  let held: { readonly text: string | null } | null = canOpen(open) ? null : { text: null };
  return {
    read: () => held === null ? open().getItem(name) : held.text,
    write: (text) => {
      try {
        if (text === null) open().removeItem(name);
        else open().setItem(name, text);
        held = null;
      } catch {
        held = { text };
      }
    },
    isLasting: () => held === null,
  };
}

// Browsers throw on the mere mention of a storage that settings forbid.
function canOpen(open: () => Store): boolean {
  try {
    open().getItem("");
    return true;
  } catch {
    return false;
  }
}
