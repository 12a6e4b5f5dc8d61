/* Any number of right options. */
(function (exercise) {
  "use strict";

  exercise.type("multiple_choice", {
    read: function (item) {
      var chosen = exercise.values(item, "a");
      return chosen.length ? chosen : null;
    },
    fill: function (item, answer) { exercise.tick(item, "a", answer); },
    missing: function (item) { return exercise.values(item, "a").length ? null : item.querySelector("input"); }
  });
})(window.DigitalLiteracyExercise);
