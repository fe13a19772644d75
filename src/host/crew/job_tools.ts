import type { Tools } from "../../effects.ts";
import { imageCodec } from "../photo/image_codec.ts";
import { jobRuntime } from "../session.ts";

/** What jobs work with, in whatever thread: the same threads within give the same bytes. */
export const jobTools: Tools = { images: imageCodec, runtime: jobRuntime };
