/* Quick cards: one at a time, two answers each. All cards are on the page, also for who has no script. */
(function (exercise) {
  "use strict";

  function deck(item) { return item.querySelector("[data-dl-deck]"); }

  function cards(item) { return exercise.all(item, "[data-dl-card]"); }

  function chosen(card) { return card.querySelector("input:checked"); }

  function shown(item) { return cards(item).findIndex(function (card) { return !card.hidden; }); }

  function say(item, name, n) { return deck(item).getAttribute("data-text-" + name).replace("{n}", n); }

  function count(item) {
    item.querySelector("[data-dl-card-count]").textContent = say(item, "answered", cards(item).filter(chosen).length);
  }

  function show(item, place) {
    var all = cards(item);
    all.forEach(function (card, index) { card.hidden = index !== place; });
    item.querySelector('[data-dl-turn="-1"]').setAttribute("aria-disabled", String(place === 0));
    item.querySelector('[data-dl-turn="1"]').setAttribute("aria-disabled", String(place === all.length - 1));
    count(item);
  }

  function open(item) { return cards(item).findIndex(function (card) { return !chosen(card); }); }

  exercise.type("quick_deck", {
    start: function (item) {
      item.querySelector("[data-dl-card-moves]").hidden = false;
      item.addEventListener("change", function () { count(item); });
      show(item, Math.max(0, open(item)));
    },
    read: function (item) {
      var answer = {};
      cards(item).forEach(function (card) {
        if (chosen(card)) { answer[card.getAttribute("data-dl-card")] = chosen(card).value; }
      });
      return Object.keys(answer).length ? answer : null;
    },
    fill: function (item, answer) {
      cards(item).forEach(function (card) {
        exercise.tick(card, "deck", [answer[card.getAttribute("data-dl-card")]]);
      });
      show(item, Math.max(0, open(item)));
    },
    missing: function (item) {
      var place = open(item);
      if (place < 0) { return null; }
      show(item, place);
      return cards(item)[place].querySelector("input");
    },
    clear: function (item) {
      cards(item).forEach(function (card) { exercise.tick(card, "deck", []); });
      show(item, 0);
    },
    clicked: function (item, button, page) {
      var place = shown(item) + Number(button.getAttribute("data-dl-turn"));
      if (!button.hasAttribute("data-dl-turn")) { return; }
      if (!cards(item)[place]) { return; }
      show(item, place);
      cards(item)[place].focus({ preventScroll: true });
      page.block.say(say(item, "progress", place + 1));
    },
    place: function (item, token) { return item.querySelector('[data-dl-card="' + token + '"] .dl-card-number'); }
  });
})(window.DigitalLiteracyExercise);
