/* The machine of a simulated device, as in exercises/item_types/_screen_machine.py; both sides are held to
   tests/fixtures/screen_machine.json. It knows no goal. An action is ["part"], ["part", "value"], ["back"] or
   ["restart"]. Browser: window.DigitalLiteracyScreenMachine. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(); } else { root.DigitalLiteracyScreenMachine = make(); }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  /* A position is {trail: screens that led here, values: all states}. */

  function first(machine) { return { trail: [machine.start], values: Object.assign({}, machine.values) }; }

  function screenOf(at) { return at.trail[at.trail.length - 1]; }

  function holds(condition, values) {
    var now = values[condition[0]];
    if (condition[1] === "filled") { return now !== null && now !== undefined; }
    return (now === condition[2]) === (condition[1] === "is");
  }

  function isThere(part, at) { return part.when.every(function (condition) { return holds(condition, at.values); }); }

  function canGoBack(machine, at) { return at.trail.length > 1 && machine.screens[screenOf(at)].back; }

  function go(trail, where) {
    if (!where) { return trail; }
    if (where === "back") { return trail.length > 1 ? trail.slice(0, -1) : trail; }
    var open = trail.indexOf(where);
    return open < 0 ? trail.concat([where]) : trail.slice(0, open + 1);
  }

  /* The position after one action, or null where it is not possible. */
  function step(machine, at, action) {
    var name = action[0];
    if (name === "restart") { return action.length === 1 ? first(machine) : null; }
    if (name === "back") {
      return action.length === 1 && canGoBack(machine, at) ? { trail: at.trail.slice(0, -1), values: at.values } : null;
    }
    var part = machine.screens[screenOf(at)].parts.filter(function (each) {
      return each.id === name && each.kind !== "text" && isThere(each, at);
    })[0];
    if (!part || action.length !== (part.kind === "choice" || part.kind === "field" ? 2 : 1)) { return null; }
    if (part.kind === "choice" && part.values.indexOf(action[1]) < 0) { return null; }
    var values = Object.assign({}, at.values);
    part.set.forEach(function (pair) { values[pair[0]] = pair[1]; });
    if (part.kind === "toggle") {
      values[part.state] = part.values[at.values[part.state] === part.values[0] ? 1 : 0];
    } else if (action.length === 2) {
      values[part.state] = action[1];
    }
    return { trail: go(at.trail, part.go), values: values };
  }

  return { first: first, step: step, screenOf: screenOf, isThere: isThere, canGoBack: canGoBack };
});
