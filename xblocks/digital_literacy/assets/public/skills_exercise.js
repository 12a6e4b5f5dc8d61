/* The learner's side of skills_exercise: reads choices from the page, keeps a draft, sends an attempt once, shows the
   server's reply. Knows no answers. What an item type needs stands in a script of its own, exercise/<tag>.js. */
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function values(item, name) {
    return all(item, '[data-dl-answers="' + name + '"] input:checked').map(function (input) { return input.value; });
  }

  function tick(item, name, chosen) {
    all(item, '[data-dl-answers="' + name + '"] input').forEach(function (input) {
      input.checked = chosen.indexOf(input.value) >= 0;
    });
  }

  /* What an item type is to the page. A script of a type gives its own, and leaves out what is as here.
     read(item): the answer, null for none. fill(item, answer): put a kept answer back. missing(item): the element to
     go to where something is still open, or null. start(item, exercise): once, before anything is filled in.
     clicked(item, button, exercise), pressed(item, event, exercise): a button or a key inside the item.
     problem(item): words about what cannot be kept or sent as it stands, "" for none; missing(item) then names its
     place. clear(item): forget what was entered. place(item, token): where the mark of a part goes.
     redo(item): another attempt begins, with the last answer still there. */
  var BASE = {
    read: function () { return null; },
    fill: function () {},
    missing: function () { return null; },
    problem: function () { return ""; },
    start: function () {},
    clicked: function () {},
    pressed: function () {},
    redo: function () {},
    clear: function (item) { all(item, "input:checked").forEach(function (input) { input.checked = false; }); },
    place: function (item, token) {
      var input = item.querySelector('input[value="' + token + '"]');
      return input && input.closest("label") ? input.closest("label").lastElementChild : null;
    }
  };
  var TYPES = {};
  var STARTS = [];
  var READY = [];
  // Buttons by which a learner goes back or takes something back, in any item type.
  var BACK = '[data-dl-do="back"], [data-dl-do="restart"], [data-dl-again], [data-dl-turn="-1"]';
  var KEEP_AFTER = 4000; // milliseconds without a change

  function typeOf(item) { return TYPES[item.getAttribute("data-dl-type")] || BASE; }

  window.DigitalLiteracyExercise = {
    type: function (tag, own) { TYPES[tag] = Object.assign({}, BASE, own); },
    onReady: function (start) { READY.push(start); }, // start(exercise), once it can be answered
    onStart: function (start) { STARTS.push(start); }, // start(root), also where nobody can answer
    all: all,
    values: values,
    tick: tick
  };

  function Exercise(block) {
    this.block = block;
    this.body = block.root.querySelector("[data-dl-body]");
    this.shown = Date.now();
    this.refusals = 0;
    this.backSteps = 0;
    this.keptAt = this.body ? (JSON.parse(this.page().getAttribute("data-kept") || "null") || {}).at || "" : "";
  }

  Exercise.prototype.page = function () { return this.body.querySelector("[data-dl-exercise]"); };

  Exercise.prototype.items = function () { return all(this.body, "[data-dl-item]"); };

  Exercise.prototype.text = function (name, parts) {
    var text = this.page().getAttribute("data-text-" + name) || "";
    Object.keys(parts || {}).forEach(function (key) { text = text.replace("{" + key + "}", parts[key]); });
    return text;
  };

  Exercise.prototype.answered = function () { return this.page().getAttribute("data-answered") === "true"; };

  Exercise.prototype.start = function () {
    var self = this;
    STARTS.forEach(function (start) { start(self.block.root); });
    if (!this.body || !this.block.root.querySelector("[data-dl-status]")) { return; }
    this.body.addEventListener("click", function (event) { self.clicked(event); });
    this.body.addEventListener("change", function (event) { self.changed(event.target); });
    this.body.addEventListener("keydown", function (event) { self.pressed(event); });
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "hidden") { self.keepAway(); }
    });
    this.items().forEach(function (item) { typeOf(item).start(item, self); });
    if (!this.answered()) { this.restore(); }
    if (this.block.resume(function (reply, body) { self.show(reply, body); })) { this.lock(true); }
    READY.forEach(function (start) { start(self); });
  };

  Exercise.prototype.clicked = function (event) {
    var button = event.target.closest("button");
    if (!button || button.disabled) { return; }
    if (button.hasAttribute("data-dl-hint")) { this.hint(button); }
    if (button.hasAttribute("data-dl-check")) { window.DigitalLiteracyExercise.check(this, button); }
    if (button.hasAttribute("data-dl-submit")) { this.submit(); }
    if (button.hasAttribute("data-dl-redo")) { this.redo(); }
    if (button.hasAttribute("data-dl-clear-device")) { this.clearDevice(); }
    var item = button.closest("[data-dl-item]");
    if (item && button.matches(BACK) && button.getAttribute("aria-disabled") !== "true") { this.backSteps += 1; }
    if (item) { typeOf(item).clicked(item, button, this); }
  };

  Exercise.prototype.pressed = function (event) {
    var item = event.target.closest("[data-dl-item]");
    if (item) { typeOf(item).pressed(item, event, this); }
  };

  /* Something was entered or changed in an item: keep it. Types call it for what is no input. */
  Exercise.prototype.changed = function (input) {
    var item = input.closest("[data-dl-item]");
    this.touched = this.touched || Date.now();
    if (item) { this.blame(item, typeOf(item).problem(item)); this.keep(); }
  };

  /* Drafts */

  Exercise.prototype.answerOf = function (item) { return typeOf(item).read(item); };

  Exercise.prototype.fill = function (item, answer) { typeOf(item).fill(item, answer); };

  Exercise.prototype.read = function () {
    var answers = {};
    this.items().forEach(function (item) {
      var answer = typeOf(item).read(item);
      if (answer !== null) { answers[item.getAttribute("data-dl-item")] = answer; }
    });
    return answers;
  };

  /* On this device at once, on the server some seconds later, and when the page is left. */
  Exercise.prototype.keep = function () {
    var self = this;
    this.write();
    this.dirty = true;
    window.clearTimeout(this.keeper);
    this.keeper = window.setTimeout(function () { self.keepAway(); }, KEEP_AFTER);
  };

  Exercise.prototype.write = function () { this.block.writeDraft({ answers: this.read(), kept_at: this.keptAt }); };

  Exercise.prototype.keepAway = function () {
    var self = this;
    if (!this.dirty || this.answered() || this.block.pending) { return; }
    this.dirty = false;
    var body = { answers: this.read(), binding: this.block.root.getAttribute("data-dl-binding") };
    this.block.post("keep", Object.assign(body, this.ofAttempt())).then(function (reply) {
      if (reply.status !== "ok" || self.answered()) { return; }
      self.keptAt = reply.kept_at;
      if (!self.dirty) { self.write(); }
    }, function () { self.dirty = true; });
  };

  /* What to put back: of two devices the one that went on from what the other had sent is the newer. */
  Exercise.prototype.unsent = function () {
    var draft = this.block.readDraft();
    var kept = JSON.parse(this.page().getAttribute("data-kept") || "null");
    if (kept && !(draft && draft.kept_at === kept.at)) { return kept.sent; }
    return (draft && draft.answers) || {};
  };

  /* Put a draft back; unless `over`, never over what was chosen before the script ran. */
  Exercise.prototype.restore = function (over) {
    var answers = this.unsent();
    var filled = 0;
    this.items().forEach(function (item) {
      var type = typeOf(item);
      var answer = answers[item.getAttribute("data-dl-item")];
      if (answer && (over || type.read(item) === null)) { type.fill(item, answer); filled += 1; }
    });
    if (filled) { this.block.say(this.block.text("draft_restored")); }
  };

  Exercise.prototype.clearDevice = function () {
    window.clearTimeout(this.keeper);
    this.dirty = false;
    this.page().setAttribute("data-kept", "");
    this.block.clearDevice();
    this.block.post("keep", { answers: {}, binding: this.block.root.getAttribute("data-dl-binding") }).catch(function () {});
    this.items().forEach(function (item) {
      if (!item.hasAttribute("data-dl-checked")) { typeOf(item).clear(item); }
    });
    this.lock(false);
  };

  /* Hints */

  Exercise.prototype.hint = function (button) {
    var self = this;
    var box = button.closest("[data-dl-hints]");
    var item = button.closest("[data-dl-item]").getAttribute("data-dl-item");
    if (button.getAttribute("aria-busy") === "true") { return; }
    button.setAttribute("aria-busy", "true");
    this.block.post("hint", { item: item, seen: Number(box.getAttribute("data-shown")) }).then(function (reply) {
      if (reply.status !== "ok") { self.block.complain(reply); return; }
      box.querySelector("[data-dl-hint-list]").insertAdjacentHTML("beforeend", reply.html);
      box.setAttribute("data-shown", reply.shown);
      button.querySelector("[data-dl-hints-left]").textContent = reply.left;
      button.setAttribute("aria-disabled", String(reply.left === 0));
      if (reply.left === 0) { self.block.focus(box); button.hidden = true; }
    }, function () {
      self.block.alert(self.text("hint-failed"));
    }).then(function () { button.removeAttribute("aria-busy"); });
  };

  /* Sending */

  Exercise.prototype.submit = function () {
    var self = this;
    if (this.block.pending) {
      this.block.alert("");
      this.block.flush().catch(function () { self.block.say(self.text("waiting")); });
      return;
    }
    if (!this.complainMissing()) { this.send({ answers: this.read() }); }
  };

  /* The time of the attempt is over: send what can be sent, without a question. */
  Exercise.prototype.finish = function () {
    var answers = {};
    this.items().forEach(function (item) {
      var answer = typeOf(item).problem(item) ? null : typeOf(item).read(item);
      if (answer !== null) { answers[item.getAttribute("data-dl-item")] = answer; }
    });
    if (!this.block.pending) { this.send({ answers: answers, ended: true }); }
  };

  Exercise.prototype.send = function (body) {
    var self = this;
    var help = this.body.querySelector("[data-dl-help]");
    body.attempt_id = this.block.newAttemptId();
    Object.assign(body, this.ofAttempt());
    body.evidence = this.evidence();
    if (help && help.value) { body.help = help.value; }
    this.lock(true);
    this.block.submit("submit", body, function (reply) { self.show(reply, body); });
  };

  /* Which attempt the page is of, where a clock runs: what an old page sends must not count in a later one. */
  Exercise.prototype.ofAttempt = function () {
    var clock = this.body.querySelector("[data-dl-attempt]");
    return clock ? { number: Number(clock.getAttribute("data-dl-attempt")) } : {};
  };

  /* How the attempt was made; the server keeps it only where the platform allows it. */
  Exercise.prototype.evidence = function () {
    var told = { total_ms: Date.now() - this.shown, back_steps: this.backSteps, errors: this.refusals };
    if (this.touched) { told.first_action_ms = this.touched - this.shown; }
    return told;
  };

  Exercise.prototype.complainMissing = function () {
    var self = this;
    var errors = [];
    this.items().forEach(function (item) {
      var target = self.open(item);
      if (target) { errors.push({ id: target.id, message: item.querySelector("h3").firstChild.textContent.trim() }); }
    });
    this.block.errorSummary(this.body.querySelector("[data-dl-errors]"), errors);
    this.refusals += errors.length ? 1 : 0;
    return errors.length > 0;
  };

  Exercise.prototype.blame = function (item, message) {
    var error = item.querySelector("[data-dl-error]");
    error.textContent = message;
    error.hidden = !message;
    item.classList.toggle("dl-item-missing", Boolean(message));
  };

  /* While an attempt is on its way its answers stay as they were sent; a checked answer stays for the attempt. */
  Exercise.prototype.lock = function (locked) {
    all(this.body, "fieldset[data-dl-answers]").forEach(function (fieldset) {
      fieldset.disabled = locked || Boolean(fieldset.closest("[data-dl-checked]"));
    });
    all(this.body, "[data-dl-check]").forEach(function (button) { button.disabled = locked; });
  };

  /* The first words about what is still open in an item, and the place to go to; null where nothing is. */
  Exercise.prototype.open = function (item) {
    var target = typeOf(item).missing(item);
    this.blame(item, target ? typeOf(item).problem(item) || this.page().getAttribute("data-text-missing") : "");
    return target;
  };

  /* Show what the server says of an attempt: the head, then report and marks of each item. `body` is what was sent;
     after a reload it may be more than what the page holds. */
  Exercise.prototype.show = function (reply, body) {
    var self = this;
    if (reply.status !== "ok") {
      this.lock(false);
      this.block.complain(reply);
      return;
    }
    this.block.clearDraft();
    this.keptAt = "";
    this.page().setAttribute("data-kept", "");
    this.clearResult();
    this.body.querySelector("[data-dl-head]").innerHTML = reply.head;
    if (reply.note) { this.block.alert(reply.note); }
    this.items().forEach(function (item) {
      var token = item.getAttribute("data-dl-item");
      var answer = body && body.answers && body.answers[token];
      if (answer) { typeOf(item).fill(item, answer); }
      if (reply.items[token]) { self.report(item, reply.items[token]); }
    });
    this.page().setAttribute("data-answered", "true");
    this.actions(false, reply.can_answer);
    this.lock(true);
    var result = this.body.querySelector("[data-dl-result]");
    if (result) { this.block.focus(result); } else { window.location.reload(); }
  };

  Exercise.prototype.report = function (item, drawn) {
    item.insertAdjacentHTML("beforeend", drawn.report);
    Object.keys(drawn.marks).forEach(function (token) {
      var place = typeOf(item).place(item, token);
      if (place) { place.insertAdjacentHTML("beforeend", " " + drawn.marks[token]); }
    });
    this.block.ready();
  };

  Exercise.prototype.actions = function (answering, redoing) {
    var redo = this.body.querySelector("[data-dl-redo-actions]");
    all(this.body, "[data-dl-answer-actions], [data-dl-check-actions]").forEach(function (each) { each.hidden = !answering; });
    all(this.body, "[data-dl-checked]").forEach(function (item) {
      item.removeAttribute("data-dl-checked");
      all(item, '[data-dl-hint]:not([aria-disabled="true"])').forEach(function (button) { button.hidden = false; });
    });
    if (redo) { redo.hidden = !redoing; }
  };

  Exercise.prototype.clearResult = function () {
    all(this.body, "[data-dl-report], [data-dl-mark]").forEach(function (each) { each.remove(); });
    var result = this.body.querySelector("[data-dl-result]");
    if (result) { result.parentNode.remove(); }
  };

  Exercise.prototype.redo = function () {
    this.clearResult();
    this.actions(true, false);
    this.page().setAttribute("data-answered", "false");
    this.lock(false);
    this.items().forEach(function (item) { typeOf(item).redo(item); });
    this.block.say(this.text("redo"));
    this.restore(true);
    this.block.focus(this.items()[0].querySelector("h3"));
  };

  window.DigitalLiteracySkillsExercise = function (runtime, element) {
    return window.DigitalLiteracy.boot(runtime, element, function (block) { new Exercise(block).start(); });
  };
})();
