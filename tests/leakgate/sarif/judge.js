"use strict";
// Reads a SARIF log from standard input and prints what the published schema says against it, as JSON.
const Ajv = require("ajv");
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const draft = require("ajv/lib/refs/json-schema-draft-04.json");

const ajv = new Ajv({ schemaId: "id", allErrors: true, unknownFormats: "ignore" });
ajv.addMetaSchema(draft);
const valid = ajv.compile(schema);
const log = JSON.parse(require("fs").readFileSync(0, "utf8"));
valid(log);
console.log(JSON.stringify((valid.errors || []).map((error) => `${error.dataPath}: ${error.message}`)));
