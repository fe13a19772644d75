/** Where the browser keeps a text. */
export interface StorageKey {
  readonly name: string;
  /** Where pages of before kept it: it is still read, and moves once the text is written. */
  readonly former?: string;
}

/** What the pages keep in the browser; all names begin alike, as other pages share the storage. */
export const STORAGE_KEYS = {
  theme: { name: "convatlas.theme" },
  language: { name: "convatlas.language" },
  seenOf: (sha256: string) => ({ name: `convatlas.seen.${sha256}` }),
  reviewsOf: (sha256: string) => ({
    name: `convatlas.reviews.${sha256}`,
    former: `convatlas-review ${sha256}`,
  }),
} as const satisfies Readonly<Record<string, StorageKey | ((subject: string) => StorageKey)>>;

/** A text that the browser keeps. */
export interface StoredText {
  /** Gives the text; null where none is kept. */
  read(): string | null;
  /** Keeps the text; null removes it. */
  write(text: string | null): void;
  /** Whether the text outlasts the page. */
  isLasting(): boolean;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Opens a text in the browser's storage. Where that is forbidden or full, the
 * text is kept while the page is open.
 */
export function openStoredText(
  { name, former }: StorageKey,
  open: () => Store = () => localStorage,
): StoredText {
  let held: { readonly text: string | null } | null = canOpen(open) ? null : { text: null };
  return {
    read: () => {
      if (held !== null) return held.text;
      return open().getItem(name) ?? (former === undefined ? null : open().getItem(former));
    },
    write: (text) => {
      try {
        if (text === null) open().removeItem(name);
        else open().setItem(name, text);
        if (former !== undefined) open().removeItem(former);
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
