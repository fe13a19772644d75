import manifest from "../deno.json" with { type: "json" };

/** The program's version. */
export const VERSION = manifest.version;

/** The program's name and version, as every report gives them. */
export const GENERATOR = `convatlas ${VERSION}`;
