import { nameShareScript } from "../../plan/language.ts";
import { CHINESE_SHARE } from "../../words/chinese_share.ts";
import { deliverPart } from "../files/parts.ts";
import { openSharePart } from "../share/share_part.ts";

deliverPart(nameShareScript(CHINESE_SHARE.language), openSharePart(CHINESE_SHARE));
