/* One right option. */
(function (exercise) {
  "use strict";

  exercise.type("single_choice", {
    read: function (item) { return exercise.values(item, "a")[0] || null; },
    fill: function (item, answer) { exercise.tick(item, "a", [answer]); },
    missing: function (item) { return exercise.values(item, "a").length ? null : item.querySelector("input"); }
  });
})(window.DigitalLiteracyExercise);
