import { ENGLISH } from "../../words/english.ts";
import { startScript } from "./main.ts";

startScript([ENGLISH]);
