import { isFresh } from "./stamp.ts";

// What is not there or stale is built anew. The rest is loaded only then: a start costs the reader of
// a report the time to look at the files.
const rest = "./make.ts";
if (!isFresh()) await (await import(rest)).makeAssets();
