/* Words that the glossary explains open their meaning in place, by mouse, touch or keyboard. */
(function () {
  "use strict";

  var count = 0;

  function meaningOf(root, key) {
    var found = window.DigitalLiteracyExercise.all(root, "[data-dl-meaning]").filter(function (each) {
      return each.getAttribute("data-dl-meaning") === key;
    });
    return found[0] || null;
  }

  function box(meaning) {
    var made = document.createElement("span");
    count += 1;
    made.id = "dl-meaning-" + count;
    made.className = "dl-meaning";
    made.setAttribute("role", "note");
    made.hidden = true;
    Array.prototype.forEach.call(meaning.childNodes, function (node) { made.appendChild(node.cloneNode(true)); });
    return made;
  }

  function button(word, opened) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = word.className;
    made.textContent = word.textContent;
    made.setAttribute("aria-expanded", "false");
    made.setAttribute("aria-controls", opened.id);
    return made;
  }

  function open(made, opened, shown) {
    made.setAttribute("aria-expanded", String(shown));
    opened.hidden = !shown;
  }

  function bind(root, word) {
    var meaning = meaningOf(root, word.getAttribute("data-dl-term"));
    if (!meaning) { return; } // not drawn for this learner: the word stays a word
    var opened = box(meaning);
    var made = button(word, opened);
    made.addEventListener("click", function () { open(made, opened, opened.hidden); });
    made.addEventListener("keydown", function (event) { if (event.key === "Escape") { open(made, opened, false); } });
    word.parentNode.replaceChild(made, word);
    made.parentNode.insertBefore(opened, made.nextSibling);
  }

  window.DigitalLiteracyExercise.onStart(function (root) {
    window.DigitalLiteracyExercise.all(root, "span[data-dl-term]").forEach(function (word) { bind(root, word); });
  });
})();
