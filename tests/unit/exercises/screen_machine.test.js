"use strict";
// The browser's machine goes where the shared fixtures say. Run by test_screen_machine.py.
const assert = require("node:assert");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");

const root = join(__dirname, "..", "..", "..");
const machine = require(join(root, "xblocks/digital_literacy/assets/public/exercise/screen_machine.js"));
const fixtures = JSON.parse(readFileSync(join(root, "tests/fixtures/screen_machine.json"), "utf8"));

for (const { why, machine: definition, runs } of fixtures) {
  test(why, () => {
    for (const { actions, screen, values } of runs) {
      let at = machine.first(definition);
      for (const action of actions) { at = at && machine.step(definition, at, action); }
      const told = JSON.stringify(actions);
      assert.strictEqual(at ? machine.screenOf(at) : null, screen, told);
      if (screen) { assert.deepStrictEqual(at.values, values, told); }
    }
  });
}
