import manifest from "../deno.json" with { type: "json" };

/** The program's name and version, as every report gives them. */
export const GENERATOR = `convatlas ${manifest.version}`;
