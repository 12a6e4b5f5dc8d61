/* What short answer and cloze share: their gaps, and that nothing real-looking is kept or sent. */
(function (exercise) {
  "use strict";

  var personal = window.DigitalLiteracyPersonalData;

  function inputs(item) { return exercise.all(item, "[data-dl-gap-input]"); }

  function token(input) { return input.closest("[data-dl-gap]").getAttribute("data-dl-gap"); }

  function isReal(input) { return input.tagName === "INPUT" && personal.find(input.value) !== null; }

  /* What a gap holds, without what must stay in the open page. */
  function value(input) { return isReal(input) ? "" : input.value.trim(); }

  function warning(item) { return item.querySelector("[data-text-real]").getAttribute("data-text-real"); }

  function firstReal(item) { return inputs(item).filter(isReal)[0] || null; }

  exercise.gaps = {
    inputs: inputs,
    token: token,
    value: value,
    own: {
      /* A draft grows with every letter: a phone may close the page before the field is left. */
      start: function (item, page) {
        item.addEventListener("input", function (event) {
          var input = event.target;
          if (!input.matches("input[data-dl-gap-input]")) { return; }
          var known = input.hasAttribute("aria-invalid");
          page.changed(input);
          if (isReal(input) && !known) { page.block.say(warning(item)); }
        });
      },
      problem: function (item) {
        inputs(item).forEach(function (input) {
          if (isReal(input)) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
        });
        return firstReal(item) ? warning(item) : "";
      },
      missing: function (item) {
        return firstReal(item) || inputs(item).filter(function (input) { return !value(input); })[0] || null;
      },
      clear: function (item) {
        inputs(item).forEach(function (input) { input.value = ""; input.removeAttribute("aria-invalid"); });
      },
      place: function (item, name) { return item.querySelector('[data-dl-gap="' + name + '"]'); }
    }
  };
})(window.DigitalLiteracyExercise);
