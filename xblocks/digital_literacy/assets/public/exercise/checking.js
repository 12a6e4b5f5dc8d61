/* One question told before the attempt is sent: its answer then stays, on the page as on the server. */
(function () {
  "use strict";

  function missed(exercise, item) {
    var target = exercise.open(item);
    if (target) { exercise.block.focus(target); }
    return Boolean(target);
  }

  function show(exercise, item, reply) {
    exercise.fill(item, reply.answer); // another window may have been first
    item.setAttribute("data-dl-checked", "");
    item.querySelector("[data-dl-check-actions]").hidden = true;
    window.DigitalLiteracyExercise.all(item, "[data-dl-hint]").forEach(function (button) { button.hidden = true; });
    exercise.lock(false);
    exercise.report(item, reply);
    exercise.keep();
    exercise.block.focus(item.querySelector("[data-dl-report] .dl-report-head"));
  }

  window.DigitalLiteracyExercise.check = function (exercise, button) {
    var item = button.closest("[data-dl-item]");
    if (button.getAttribute("aria-busy") === "true" || missed(exercise, item)) { return; }
    button.setAttribute("aria-busy", "true");
    exercise.block.alert("");
    exercise.block.post("check_item", {
      item: item.getAttribute("data-dl-item"),
      answer: exercise.answerOf(item),
      binding: exercise.block.root.getAttribute("data-dl-binding")
    }).then(function (reply) {
      if (reply.status === "ok") { show(exercise, item, reply); } else { exercise.block.complain(reply); }
    }, function () {
      exercise.block.alert(exercise.text("check-failed"));
    }).then(function () { button.removeAttribute("aria-busy"); });
  };
})();
