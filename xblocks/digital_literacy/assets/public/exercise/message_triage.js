/* A message: what kind it is, its clues, the safe action. */
(function (exercise) {
  "use strict";

  var values = exercise.values;

  exercise.type("message_triage", {
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
