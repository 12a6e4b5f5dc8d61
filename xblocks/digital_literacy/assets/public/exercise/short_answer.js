/* One gap to type in. */
(function (exercise) {
  "use strict";

  var gaps = exercise.gaps;

  exercise.type("short_answer", Object.assign({}, gaps.own, {
    read: function (item) { return gaps.value(gaps.inputs(item)[0]) || null; },
    fill: function (item, answer) { gaps.inputs(item)[0].value = answer; }
  }));
})(window.DigitalLiteracyExercise);
