"use strict";
// The browser's rules give the answers of the shared fixtures. Run by test_shared_fixtures.py.
const assert = require("node:assert");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");

const root = join(__dirname, "..", "..", "..");
const rules = require(join(root, "xblocks/digital_literacy/assets/public/service_rules.js"));
const fixtures = (name) => JSON.parse(readFileSync(join(root, "tests/fixtures", name), "utf8"));

test("real-looking data is recognised", () => {
  for (const { text, kind, why } of fixtures("personal_data.json")) {
    assert.strictEqual(rules.find(text), kind, `${why}: ${text}`);
  }
});

test("formats read alike", () => {
  for (const { kind, typed, options, value, fault } of fixtures("formats.json")) {
    assert.deepStrictEqual(rules.read(kind, typed, options), { value, fault }, `${kind}: ${typed}`);
  }
});

test("conditions hold alike", () => {
  for (const { condition, values, today, holds } of fixtures("conditions.json")) {
    assert.strictEqual(rules.holds(condition, values, today), holds, JSON.stringify(condition));
  }
});
