import { CHINESE } from "../../words/chinese.ts";
import { startScript } from "./main.ts";

startScript([CHINESE]);
