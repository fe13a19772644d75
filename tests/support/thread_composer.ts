import type { Effects, Runtime } from "../../src/effects.ts";
import { createThreadCrew } from "../../src/host/crew/thread_crew.ts";
import { imageCodec } from "../../src/host/photo/image_codec.ts";

/** What composes kernels in this thread, with the runtime that is given. */
export function composeIn(runtime: Runtime): Pick<Effects, "runtime" | "crew"> {
  return { runtime, crew: createThreadCrew({ images: imageCodec, runtime }) };
}
