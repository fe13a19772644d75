import { limitFormats } from "./image_codec.ts";

/**
 * Limits the formats of photos before any is read. The limit holds for all threads, and there is a
 * moment in which nothing can be read: it is set where a program begins, never by the threads that
 * come later, since those meet others that read.
 */
limitFormats();
