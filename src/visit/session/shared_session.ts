import type { PartialSession } from "./partial_session.ts";

/** A loaded network that several use, one after the other. */
export interface SharedSession extends PartialSession {
  /** Lets go of it for one of them; after the last one it is closed. */
  release(): Promise<void>;
}

/** Shares a loaded network: what it holds is let go as soon as so many need it no more. */
export function shareSession(session: PartialSession, users: number): SharedSession {
  let left = users;
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await session.close();
  };
  return {
    ...session,
    release: async () => {
      left--;
      if (left === 0) await close();
    },
    close,
  };
}
