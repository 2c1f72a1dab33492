// Prints what Google's csp_evaluator finds in the policy that stands on standard input, as JSON.
import { readFileSync } from "node:fs";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

const policy = new CspParser(readFileSync(0, "utf8")).csp;
const findings = new CspEvaluator(policy).evaluate();
console.log(JSON.stringify(findings.map(({ severity, directive, value, description }) => ({ severity, directive, value, description }))));
