/* A text with gaps to type in or to choose from. */
(function (exercise) {
  "use strict";

  var gaps = exercise.gaps;

  exercise.type("cloze", Object.assign({}, gaps.own, {
    read: function (item) {
      var answer = {};
      gaps.inputs(item).forEach(function (input) {
        if (gaps.value(input)) { answer[gaps.token(input)] = gaps.value(input); }
      });
      return Object.keys(answer).length ? answer : null;
    },
    fill: function (item, answer) {
      gaps.inputs(item).forEach(function (input) { input.value = answer[gaps.token(input)] || ""; });
    }
  }));
})(window.DigitalLiteracyExercise);
