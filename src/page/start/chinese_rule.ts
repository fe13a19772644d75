import { nameRuleScript } from "../../plan/language.ts";
import { CHINESE_RULE } from "../../words/chinese_rule.ts";
import { deliverPart } from "../files/parts.ts";
import { openRulePart } from "../rule/rule_part.ts";

deliverPart(nameRuleScript(CHINESE_RULE.language), openRulePart(CHINESE_RULE));
