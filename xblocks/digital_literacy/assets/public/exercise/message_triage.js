/* A message: what kind it is, its clues, the safe action. */
(function (exercise) {
  "use strict";

  var values = exercise.values;

  /* Go to the clue before or after: it is outlined in the message, and its reason in the list and said aloud. */
  function visit(tour, by) {
    var clues = exercise.all(tour, "[data-dl-clue]");
    var now = clues.findIndex(function (clue) { return clue.hasAttribute("aria-current"); });
    var next = now < 0 ? 0 : now + by;
    if (!clues[next]) { return; }
    exercise.all(tour, "[aria-current]").forEach(function (each) { each.removeAttribute("aria-current"); });
    var reason = tour.querySelector('[data-dl-clue-reason="' + (next + 1) + '"]');
    [clues[next], reason].forEach(function (each) { each.setAttribute("aria-current", "true"); });
    exercise.all(tour, "[data-dl-clue-move]").forEach(function (button) {
      button.setAttribute("aria-disabled", String(!clues[next + Number(button.getAttribute("data-dl-clue-move"))]));
    });
    tour.querySelector("[data-dl-clue-now]").textContent = tour.getAttribute("data-text-clue")
      .replace("{n}", next + 1).replace("{total}", clues.length) + " " + reason.textContent.trim();
    clues[next].scrollIntoView({ block: "nearest" });
  }

  exercise.type("message_triage", {
    clicked: function (item, button) {
      var by = Number(button.getAttribute("data-dl-clue-move"));
      if (by) { visit(button.closest("[data-dl-tour]"), by); }
    },
    read: function (item) {
      var answer = {
        verdict: values(item, "verdict")[0] || null,
        clues: values(item, "clues"),
        action: values(item, "action")[0] || null
      };
      return answer.verdict || answer.action || answer.clues.length ? answer : null;
    },
    fill: function (item, answer) {
      exercise.tick(item, "verdict", [answer.verdict]);
      exercise.tick(item, "clues", answer.clues);
      exercise.tick(item, "action", [answer.action]);
    },
    missing: function (item) {
      if (!values(item, "verdict").length) { return item.querySelector('[data-dl-answers="verdict"] input'); }
      return values(item, "action").length ? null : item.querySelector('[data-dl-answers="action"] input');
    },
    place: function (item, token) {
      var input = item.querySelector('input[value="' + token + '"]');
      var label = input && input.closest("label");
      return label && label.classList.contains("dl-part") ? label : label && label.lastElementChild;
    }
  });
})(window.DigitalLiteracyExercise);
