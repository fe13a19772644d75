// The engine with its templates as functions: Handlebars takes a tenth of a second to make them.
// @ts-types="./engine.ts"
export { renderTemplate } from "../../assets/templates.js";
