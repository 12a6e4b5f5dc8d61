/* The learner's side of skills_exercise: reads choices from the page, keeps a draft, sends an attempt once, shows the
   server's reply. Knows no answers. An item type that needs more than ticking adds a section to TYPES. */
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

  /* read(item): the answer, null for none. fill(item, answer): put a kept answer back. missing(item): the element to
     go to where something is still open, or null. */
  var CHOICE = {
    fill: function (item, answer) { tick(item, "a", [].concat(answer)); },
    missing: function (item) { return values(item, "a").length ? null : item.querySelector("input"); }
  };

  var TYPES = {
    single_choice: {
      read: function (item) { return values(item, "a")[0] || null; },
      fill: CHOICE.fill,
      missing: CHOICE.missing
    },
    multiple_choice: {
      read: function (item) { var chosen = values(item, "a"); return chosen.length ? chosen : null; },
      fill: CHOICE.fill,
      missing: CHOICE.missing
    },
    ordering: {
      read: function (item) { return moved(item) ? order(item) : null; },
      fill: function (item, answer) {
        var list = item.querySelector("[data-dl-steps]");
        var known = order(item);
        if (answer.length !== known.length || !answer.every(function (t) { return known.indexOf(t) >= 0; })) { return; }
        answer.forEach(function (token) { list.appendChild(list.querySelector('[data-dl-step="' + token + '"]')); });
        list.setAttribute("data-moved", "true");
        edges(list);
      },
      missing: function (item) { return moved(item) ? null : item.querySelector("[data-dl-move]"); }
    },
    message_triage: {
      read: function (item) {
        var answer = {
          verdict: values(item, "verdict")[0] || null,
          clues: values(item, "clues"),
          action: values(item, "action")[0] || null
        };
        return answer.verdict || answer.action || answer.clues.length ? answer : null;
      },
      fill: function (item, answer) {
        tick(item, "verdict", [answer.verdict]);
        tick(item, "clues", answer.clues);
        tick(item, "action", [answer.action]);
      },
      missing: function (item) {
        if (!values(item, "verdict").length) { return item.querySelector('[data-dl-answers="verdict"] input'); }
        return values(item, "action").length ? null : item.querySelector('[data-dl-answers="action"] input');
      }
    }
  };

  /* Ordering */

  function moved(item) { return item.querySelector("[data-dl-steps]").getAttribute("data-moved") === "true"; }

  function order(item) {
    return all(item, "[data-dl-step]").map(function (step) { return step.getAttribute("data-dl-step"); });
  }

  /* A button that cannot move its step further stays focusable, so that focus is not lost at the ends. */
  function edges(list) {
    all(list, "[data-dl-step]").forEach(function (step) {
      var up = step.querySelector('[data-dl-move="-1"]');
      var down = step.querySelector('[data-dl-move="1"]');
      up.setAttribute("aria-disabled", String(!step.previousElementSibling));
      down.setAttribute("aria-disabled", String(!step.nextElementSibling));
    });
  }

  function Exercise(block) {
    this.block = block;
    this.body = block.root.querySelector("[data-dl-body]");
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
    if (!this.body || !this.block.root.querySelector("[data-dl-status]")) { return; }
    this.body.addEventListener("click", function (event) { self.clicked(event); });
    this.body.addEventListener("change", function (event) { self.changed(event.target); });
    this.body.addEventListener("keydown", function (event) { self.pressed(event); });
    all(this.body, "[data-dl-steps]").forEach(edges);
    if (!this.answered()) { this.restore(); }
    if (this.block.resume(function (reply, body) { self.show(reply, body); })) { this.lock(true); }
  };

  Exercise.prototype.clicked = function (event) {
    var button = event.target.closest("button");
    if (!button || button.disabled) { return; }
    if (button.hasAttribute("data-dl-move")) { this.move(button, Number(button.getAttribute("data-dl-move"))); }
    if (button.hasAttribute("data-dl-hint")) { this.hint(button); }
    if (button.hasAttribute("data-dl-submit")) { this.submit(); }
    if (button.hasAttribute("data-dl-redo")) { this.redo(); }
    if (button.hasAttribute("data-dl-clear-device")) { this.clearDevice(); }
  };

  Exercise.prototype.pressed = function (event) {
    var button = event.target.closest("[data-dl-move]");
    var by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (button && by) { event.preventDefault(); this.move(button, by); }
  };

  Exercise.prototype.changed = function (input) {
    var item = input.closest("[data-dl-item]");
    if (item) { this.blame(item, ""); this.keep(); }
  };

  /* Drafts */

  Exercise.prototype.read = function () {
    var answers = {};
    this.items().forEach(function (item) {
      var answer = TYPES[item.getAttribute("data-dl-type")].read(item);
      if (answer !== null) { answers[item.getAttribute("data-dl-item")] = answer; }
    });
    return answers;
  };

  Exercise.prototype.keep = function () { this.block.writeDraft({ answers: this.read() }); };

  /* Put a draft back; unless `over`, never over what was chosen before the script ran. */
  Exercise.prototype.restore = function (over) {
    var draft = this.block.readDraft();
    var answers = (draft && draft.answers) || {};
    var filled = 0;
    this.items().forEach(function (item) {
      var type = TYPES[item.getAttribute("data-dl-type")];
      var answer = answers[item.getAttribute("data-dl-item")];
      if (answer && (over || type.read(item) === null)) { type.fill(item, answer); filled += 1; }
    });
    if (filled) { this.block.say(this.block.text("draft_restored")); }
  };

  Exercise.prototype.clearDevice = function () {
    this.block.clearDevice();
    all(this.body, "input:checked").forEach(function (input) { input.checked = false; });
    this.lock(false);
  };

  /* Ordering */

  Exercise.prototype.move = function (button, by) {
    var step = button.closest("[data-dl-step]");
    var list = step.parentNode;
    var name = step.querySelector("[id$='-t']").textContent.trim();
    var other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
    if (!other) { this.block.say(this.text("edge", { step: name })); return; }
    list.insertBefore(step, by < 0 ? other : other.nextElementSibling);
    list.setAttribute("data-moved", "true");
    edges(list);
    button.focus();
    var place = Array.prototype.indexOf.call(list.children, step) + 1;
    this.block.say(this.text("moved", { step: name, place: place, total: list.children.length }));
    this.changed(button);
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
    if (this.complainMissing()) { return; }
    var body = { attempt_id: this.block.newAttemptId(), answers: this.read() };
    this.lock(true);
    this.block.submit("submit", body, function (reply) { self.show(reply, body); });
  };

  Exercise.prototype.complainMissing = function () {
    var self = this;
    var errors = [];
    this.items().forEach(function (item) {
      var target = TYPES[item.getAttribute("data-dl-type")].missing(item);
      self.blame(item, target ? self.page().getAttribute("data-text-missing") : "");
      if (target) { errors.push({ id: target.id, message: item.querySelector("h3").firstChild.textContent.trim() }); }
    });
    this.block.errorSummary(this.body.querySelector("[data-dl-errors]"), errors);
    return errors.length > 0;
  };

  Exercise.prototype.blame = function (item, message) {
    var error = item.querySelector("[data-dl-error]");
    error.textContent = message;
    error.hidden = !message;
    item.classList.toggle("dl-item-missing", Boolean(message));
  };

  /* While an attempt is on its way its answers stay as they were sent. */
  Exercise.prototype.lock = function (locked) {
    all(this.body, "fieldset[data-dl-answers]").forEach(function (fieldset) { fieldset.disabled = locked; });
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
    this.clearResult();
    this.body.querySelector("[data-dl-head]").innerHTML = reply.head;
    this.items().forEach(function (item) {
      var token = item.getAttribute("data-dl-item");
      var answer = body && body.answers && body.answers[token];
      if (answer) { TYPES[item.getAttribute("data-dl-type")].fill(item, answer); }
      if (reply.items[token]) { self.report(item, reply.items[token]); }
    });
    this.page().setAttribute("data-answered", "true");
    this.lock(true);
    this.actions(false, reply.can_answer);
    var result = this.body.querySelector("[data-dl-result]");
    if (result) { this.block.focus(result); } else { window.location.reload(); }
  };

  Exercise.prototype.report = function (item, drawn) {
    item.insertAdjacentHTML("beforeend", drawn.report);
    Object.keys(drawn.marks).forEach(function (token) {
      var input = item.querySelector('input[value="' + token + '"]');
      var label = input && input.closest("label");
      var place = item.querySelector('[data-dl-step="' + token + '"] .dl-step-text');
      if (label) { place = label.classList.contains("dl-part") ? label : label.lastElementChild; }
      if (place) { place.insertAdjacentHTML("beforeend", " " + drawn.marks[token]); }
    });
  };

  Exercise.prototype.actions = function (answering, redoing) {
    var answer = this.body.querySelector("[data-dl-answer-actions]");
    var redo = this.body.querySelector("[data-dl-redo-actions]");
    if (answer) { answer.hidden = !answering; }
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
    this.block.say(this.text("redo"));
    this.restore(true);
    this.block.focus(this.items()[0].querySelector("h3"));
  };

  window.DigitalLiteracySkillsExercise = function (runtime, element) {
    return window.DigitalLiteracy.boot(runtime, element, function (block) { new Exercise(block).start(); });
  };
})();
