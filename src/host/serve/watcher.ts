import { type FSWatcher, watch } from "chokidar";

/** Folders that are watched. */
export interface WatchedFolders {
  /** Those of which only the files in themselves count. */
  readonly shallow: readonly string[];
  /** Those that count with all folders in them. */
  readonly deep: readonly string[];
}

/** What is done with what is noticed. */
export interface WatcherOptions {
  /** Tells what is not looked at, with all that is in it. */
  ignores(path: string): boolean;
  /** Takes that something in the folders may have changed. */
  wake(): void;
  /** Takes that changes cannot be noticed. */
  fail(error: unknown): void;
}

/** Watches folders until it is disposed. */
export interface Watcher extends AsyncDisposable {
  /** Watches these in place of those before. */
  watch(folders: WatchedFolders): Promise<void>;
}

/** Opens what watches folders; it watches none yet. */
export function openWatcher({ ignores, wake, fail }: WatcherOptions): Watcher {
  let watchers: FSWatcher[] = [];
  let known = "";
  const begin = (folders: readonly string[], depth?: number): FSWatcher =>
    watch([...folders], {
      ...{ ignored: ignores, ignoreInitial: true, ignorePermissionErrors: true },
      ...depth === undefined ? {} : { depth },
    }).on("all", wake).on("error", fail);
  const close = async (): Promise<void> => {
    await Promise.all(watchers.map((watcher) => watcher.close()));
  };
  return {
    watch: async ({ shallow, deep }) => {
      const next = JSON.stringify([shallow, deep]);
      if (next === known) return;
      known = next;
      await close();
      watchers = [begin(shallow, 0), begin(deep)];
    },
    [Symbol.asyncDispose]: close,
  };
}
