/* A conversation: each choice goes to the transcript, and the other side answers. */
(function (exercise) {
  "use strict";

  function lines(item) { return item.querySelector("[data-dl-lines]"); }

  function choices(item) { return item.querySelector("[data-dl-choices]"); }

  function path(item) {
    return exercise.all(lines(item), "[data-dl-said]").map(function (line) { return line.getAttribute("data-dl-said"); });
  }

  /* A copy of what the server drew for a place: a line to read, and buttons to answer with. */
  function drawn(item, place) {
    var template = item.querySelector('[data-dl-place="' + place + '"]');
    return template ? template.content.cloneNode(true) : document.createDocumentFragment();
  }

  function ended(item) { return !choices(item).querySelector("[data-dl-say]"); }

  function ask(item) {
    var words = item.querySelector("[data-dl-ask]");
    words.textContent = words.getAttribute(ended(item) ? "data-text-ended" : "data-text-open");
    item.querySelector("[data-dl-again]").hidden = !lines(item).querySelector("[data-dl-said]");
  }

  /* Go to a place: its line to the transcript, its buttons below. */
  function go(item, place) {
    var part = drawn(item, place);
    var says = choices(item).querySelector("[data-dl-says]");
    says.textContent = "";
    exercise.all(part, "[data-dl-say]").forEach(function (button) {
      button.disabled = false;
      button.removeAttribute("data-dl-needs-script");
      says.appendChild(button);
    });
    var line = part.querySelector(".dl-line");
    if (line) { lines(item).appendChild(line); }
    choices(item).setAttribute("data-here", place);
    ask(item);
  }

  function say(item, button) {
    var mine = item.querySelector("[data-dl-mine]").content.cloneNode(true).querySelector("li");
    mine.setAttribute("data-dl-said", button.getAttribute("data-dl-say"));
    mine.querySelector(".dl-line-text").innerHTML = button.innerHTML;
    lines(item).appendChild(mine);
    go(item, button.getAttribute("data-to"));
  }

  function begin(item) {
    lines(item).textContent = "";
    go(item, choices(item).getAttribute("data-begin"));
  }

  /* The button pressed is gone: focus goes to what can be said now, and the new lines stay in sight. */
  function look(item) {
    choices(item).focus({ preventScroll: true });
    var last = lines(item).lastElementChild;
    var low = choices(item).getBoundingClientRect().bottom > window.innerHeight;
    if (low && last) { last.scrollIntoView({ block: "start" }); }
  }

  exercise.type("conversation", {
    start: ask,
    read: function (item) {
      var said = path(item);
      return said.length ? said : null;
    },
    fill: function (item, answer) {
      begin(item);
      answer.every(function (token) {
        var button = choices(item).querySelector('[data-dl-say="' + token + '"]');
        if (button) { say(item, button); }
        return Boolean(button);
      });
    },
    missing: function (item) { return ended(item) ? null : choices(item); },
    clear: begin,
    clicked: function (item, button, page) {
      if (button.hasAttribute("data-dl-say")) { say(item, button); }
      else if (button.hasAttribute("data-dl-again")) { begin(item); }
      else { return; }
      look(item);
      page.changed(choices(item));
    },
    place: function (item, token) { return lines(item).querySelector('[data-dl-said="' + token + '"]'); }
  });
})(window.DigitalLiteracyExercise);
