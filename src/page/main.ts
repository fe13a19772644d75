import { openData } from "./data.ts";

openData();
