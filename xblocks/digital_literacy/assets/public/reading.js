/* Aids for reading: the size of the text, high contrast, and reading aloud with the browser's own voice. Size and
   contrast are kept on this device for all our blocks. Without a voice for the content nothing is offered to hear. */
(function () {
  "use strict";
  if (window.DigitalLiteracyReading) { return; }

  var KEY = "dl:reading";
  var SIZES = [1, 1.15, 1.3, 1.5, 1.75];
  // What is no text of the exercise: our own buttons, messages of the page, what a learner entered.
  var UNREAD = '[hidden], [aria-hidden="true"], .dl-visually-hidden, .dl-button, [data-dl-aids], [data-dl-unread], '
    + '[role="status"], [role="alert"], script, style, noscript, template, textarea, input, '
    + "details:not([open]) > :not(summary)";
  var speech = "SpeechSynthesisUtterance" in window ? window.speechSynthesis : null;
  var blocks = [];
  var reading = null; // {button, parts}: who is being read, and the utterances, which browsers forget unless kept

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  /* Size and contrast */

  function kept() {
    try { return JSON.parse(window.localStorage.getItem(KEY)) || {}; } catch (error) { return {}; }
  }

  var wanted = kept();

  function keep() {
    try { window.localStorage.setItem(KEY, JSON.stringify(wanted)); } catch (error) { /* lasts as long as the page */ }
    blocks.forEach(apply);
  }

  function step() { return SIZES[wanted.size] ? wanted.size : 0; }

  function contrast() {
    return typeof wanted.contrast === "boolean" ? wanted.contrast : window.matchMedia("(prefers-contrast: more)").matches;
  }

  function apply(block) {
    block.root.style.setProperty("zoom", step() ? String(SIZES[step()]) : "");
    block.root.setAttribute("data-dl-contrast", contrast() ? "more" : "off");
    all(block.root, "[data-dl-aid]").forEach(function (button) {
      var aid = button.getAttribute("data-dl-aid");
      if (aid === "contrast") { button.setAttribute("aria-pressed", String(contrast())); }
      if (aid === "smaller") { button.setAttribute("aria-disabled", String(step() === 0)); }
      if (aid === "larger") { button.setAttribute("aria-disabled", String(step() === SIZES.length - 1)); }
    });
  }

  function use(block, aid) {
    if (aid === "contrast") { wanted.contrast = !contrast(); keep(); return; }
    wanted.size = Math.min(Math.max(step() + (aid === "larger" ? 1 : -1), 0), SIZES.length - 1);
    keep();
    var text = block.root.querySelector("[data-dl-aids]").getAttribute("data-text-size");
    block.say(text.replace("{n}", Math.round(SIZES[step()] * 100)));
  }

  /* Reading aloud */
  function voiceFor(language) {
    var fitting = speech.getVoices().filter(function (voice) {
      return voice.lang.toLowerCase().split(/[-_]/)[0] === language;
    });
    return fitting.filter(function (voice) { return voice.localService; })[0] || fitting[0];
  }

  function languageOf(block) { return block.root.querySelector("[data-dl-aids]").getAttribute("data-language"); }
  /* Words of `scope` that can be seen, in order: one piece for each paragraph, option, line. */
  function pieces(scope) {
    var found = [""];
    function walk(node) {
      if (node.nodeType === 3) { found[found.length - 1] += node.data; return; }
      if (node.nodeType !== 1 || node.matches(UNREAD)) { return; }
      var style = window.getComputedStyle(node);
      if (style.display === "none" || style.visibility === "hidden") { return; }
      var apart = style.display.indexOf("inline") !== 0 || node.tagName === "BR";
      if (apart) { found.push(""); }
      Array.prototype.forEach.call(node.childNodes, walk);
      if (apart) { found.push(""); }
    }
    walk(scope);
    return found.map(function (text) { return text.replace(/\s+/g, " ").trim(); })
      .filter(function (text) { return /[^\s\d.,:;!?·()–-]/.test(text); });
  }

  function label(button, name) {
    button.querySelector("[data-dl-listen-text]").textContent = button.getAttribute("data-text-" + name);
  }

  function stop() {
    var was = reading;
    reading = null;
    if (was) { label(was.button, "listen"); speech.cancel(); }
  }

  function read(block, button) {
    var voice = voiceFor(languageOf(block));
    var mine = { button: button, parts: [] };
    stop();
    if (!voice) { return; }
    mine.parts = pieces(button.closest("[data-dl-item]") || block.root).map(function (text) {
      var part = new window.SpeechSynthesisUtterance(text);
      part.voice = voice;
      part.lang = voice.lang.replace("_", "-");
      part.onerror = function () { if (reading === mine) { stop(); } };
      return part;
    });
    if (!mine.parts.length) { return; }
    mine.parts[mine.parts.length - 1].onend = mine.parts[0].onerror;
    reading = mine;
    label(button, "stop");
    mine.parts.forEach(function (part) { speech.speak(part); });
  }

  function offer() {
    blocks.forEach(function (block) {
      var none = !voiceFor(languageOf(block));
      all(block.root, "[data-dl-listen]").forEach(function (button) {
        var heading = button.parentNode.querySelector("h3[id]");
        if (heading) { button.setAttribute("aria-describedby", heading.id); }
        button.hidden = none;
      });
    });
  }

  function clicked(block, event) {
    var button = event.target.closest("[data-dl-aid], [data-dl-listen]");
    if (!button) { return; }
    event.stopPropagation(); // to the block's own script it is no button of the exercise
    if (button.hasAttribute("data-dl-aid")) { use(block, button.getAttribute("data-dl-aid")); return; }
    if (reading && reading.button === button) { stop(); } else { read(block, button); }
  }

  window.DigitalLiteracyReading = {
    start: function (block) {
      if (!block.root.querySelector("[data-dl-aids]")) { return; }
      blocks.push(block);
      apply(block);
      block.root.addEventListener("click", function (event) { clicked(block, event); }, true);
      if (speech) { offer(); }
    }
  };
  window.addEventListener("storage", function (event) {
    if (event.key === KEY) { wanted = kept(); blocks.forEach(apply); }
  });
  if (speech) {
    if (speech.addEventListener) { speech.addEventListener("voiceschanged", offer); }
    window.setTimeout(offer, 2000); // some browsers load their voices late and never say so
    window.addEventListener("pagehide", stop);
  }
})();
