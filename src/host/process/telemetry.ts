import process from "node:process";

/**
 * Keeps onnxruntime from telling anyone that it runs: its builds for Linux carry a client that
 * writes into the home folder, reads the machine's id and asks for the network, none of which
 * permissions hold. It looks at the variable when its library is loaded, so this module
 * stands before the runtime wherever that is imported.
 */
process.env.ORT_DISABLE_TELEMETRY = "1";
