import { z } from "./problem/field.ts";

const error =
  'the address of a folder of the web, such as "https://example.org/atlas/", without a name, a ' +
  'password, "?" or "#"';

// What else an address may hold would stand in every page, and lead elsewhere than to the page.
const PLAIN = /^https?:\/\/[^?#@\\\s]*$/;

/** Where a report is published; its address ends with a slash then, so that paths can follow. */
export const siteSchema = z.url({ protocol: /^https?$/, abort: true, error })
  .regex(PLAIN, { error })
  .meta({ examples: ["https://example.org/atlas/"] })
  .transform((address) => new URL(address.replace(/\/*$/, "/")).href);
