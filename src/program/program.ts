import { workForSupervisor } from "../host/process/interrupt.ts";
import { runLine } from "./command_line.ts";
import { COMMANDS } from "./commands.ts";

workForSupervisor((args) => runLine(COMMANDS, args));
