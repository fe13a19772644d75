import { nameShareScript } from "../../plan/language.ts";
import { ENGLISH_SHARE } from "../../words/english_share.ts";
import { deliverPart } from "../files/parts.ts";
import { openSharePart } from "../share/share_part.ts";

deliverPart(nameShareScript(ENGLISH_SHARE.language), openSharePart(ENGLISH_SHARE));
