import type { PartialSession } from "./partial_session.ts";

/** Closes a loaded network as soon as it has run so many times: what it holds is let go for what follows. */
export function closeAfter(session: PartialSession, runs: number): PartialSession {
  let left = runs;
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await session.close();
  };
  return {
    obstacles: session.obstacles,
    run: async (inputs) => {
      const run = await session.run(inputs);
      left--;
      if (left === 0) await close();
      return run;
    },
    close,
  };
}
