/* Steps to be put in order, by buttons or by the arrow keys on them. */
(function (exercise) {
  "use strict";

  function list(item) { return item.querySelector("[data-dl-steps]"); }

  function moved(item) { return list(item).getAttribute("data-moved") === "true"; }

  function order(item) {
    return exercise.all(item, "[data-dl-step]").map(function (step) { return step.getAttribute("data-dl-step"); });
  }

  /* A button that cannot move its step further stays focusable, so that focus is not lost at the ends. */
  function edges(item) {
    exercise.all(item, "[data-dl-step]").forEach(function (step) {
      var up = step.querySelector('[data-dl-move="-1"]');
      var down = step.querySelector('[data-dl-move="1"]');
      up.setAttribute("aria-disabled", String(!step.previousElementSibling));
      down.setAttribute("aria-disabled", String(!step.nextElementSibling));
    });
  }

  function move(item, button, by, page) {
    var step = button.closest("[data-dl-step]");
    var steps = step.parentNode;
    var name = step.querySelector("[id$='-t']").textContent.trim();
    var other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
    if (!other) { page.block.say(page.text("edge", { step: name })); return; }
    steps.insertBefore(step, by < 0 ? other : other.nextElementSibling);
    steps.setAttribute("data-moved", "true");
    edges(item);
    button.focus();
    var place = Array.prototype.indexOf.call(steps.children, step) + 1;
    page.block.say(page.text("moved", { step: name, place: place, total: steps.children.length }));
    page.changed(button);
  }

  exercise.type("ordering", {
    start: edges,
    read: function (item) { return moved(item) ? order(item) : null; },
    fill: function (item, answer) {
      var known = order(item);
      if (answer.length !== known.length || !answer.every(function (t) { return known.indexOf(t) >= 0; })) { return; }
      answer.forEach(function (token) {
        list(item).appendChild(item.querySelector('[data-dl-step="' + token + '"]'));
      });
      list(item).setAttribute("data-moved", "true");
      edges(item);
    },
    missing: function (item) { return moved(item) ? null : item.querySelector("[data-dl-move]"); },
    clicked: function (item, button, page) {
      if (button.hasAttribute("data-dl-move")) { move(item, button, Number(button.getAttribute("data-dl-move")), page); }
    },
    pressed: function (item, event, page) {
      var button = event.target.closest("[data-dl-move]");
      var by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (button && by) { event.preventDefault(); move(item, button, by, page); }
    },
    place: function (item, token) { return item.querySelector('[data-dl-step="' + token + '"] .dl-step-text'); }
  });
})(window.DigitalLiteracyExercise);
