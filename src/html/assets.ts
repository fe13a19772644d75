// @ts-types="../../build/asset.d.ts"
export { default as headScript } from "../../assets/head.js" with { type: "text" };
// @ts-types="../../build/asset.d.ts"
export { default as script } from "../../assets/report.js" with { type: "text" };
