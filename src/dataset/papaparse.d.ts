// What is used of papaparse: its own types bring those of Node with them, beside Deno's.
declare const papaparse: {
  parse(text: string, options: { readonly skipEmptyLines: boolean }): { readonly data: string[][] };
};

export default papaparse;
