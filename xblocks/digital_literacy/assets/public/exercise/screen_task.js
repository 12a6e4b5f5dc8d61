/* A task on a simulated device: draws where the machine (screen_machine.js) stands, and keeps the list of all actions,
   which is the answer. */
(function (exercise, machine) {
  "use strict";

  function Device(item, page) {
    this.item = item;
    this.page = page;
    this.root = item.querySelector("[data-dl-task]");
    this.machine = JSON.parse(this.root.getAttribute("data-machine"));
    this.shown = this.root.getAttribute("data-mode") === "show";
    this.written = {};
    this.walk = exercise.all(this.root, "[data-dl-walk-list] li").map(function (step) {
      return { action: JSON.parse(step.getAttribute("data-action")), html: step.innerHTML };
    });
    this.place = 0;
    this.seen = false;
    this.load(JSON.parse(this.root.getAttribute("data-log")));
    if (this.shown) { this.root.classList.add("dl-task-walked"); this.goTo(0); }
  }

  Device.prototype.text = function (name) { return this.root.getAttribute("data-text-" + name) || ""; };

  Device.prototype.say = function (message) { this.root.querySelector("[data-dl-heard]").textContent = message; };

  /* Take up a list of actions, as far as they are possible. */
  Device.prototype.load = function (actions) {
    var self = this;
    this.log = [];
    this.at = machine.first(this.machine);
    actions.every(function (action) {
      var after = machine.step(self.machine, self.at, action);
      if (after) { self.at = after; self.log.push(action); }
      return Boolean(after);
    });
    this.draw();
  };

  Device.prototype.section = function () {
    return this.root.querySelector('[data-dl-screen="' + machine.screenOf(this.at) + '"]');
  };

  Device.prototype.draw = function () {
    var self = this;
    var present = this.section();
    exercise.all(this.root, "[data-dl-screen]").forEach(function (section) { section.hidden = section !== present; });
    this.machine.screens[machine.screenOf(this.at)].parts.forEach(function (part) {
      var box = self.root.querySelector('[data-dl-part="' + part.id + '"]');
      box.hidden = !machine.isThere(part, self.at);
      self.drawPart(part, box, self.at.values[part.state]);
    });
    var back = this.root.querySelector('[data-dl-do="back"]');
    if (back) { back.setAttribute("aria-disabled", String(!machine.canGoBack(this.machine, this.at))); }
  };

  Device.prototype.drawPart = function (part, box, now) {
    if (part.kind === "toggle") {
      box.querySelector("[data-dl-tap]").setAttribute("aria-checked", String(now === part.values[1]));
      box.querySelector("[data-dl-switch]").textContent = this.text(now === part.values[1] ? "on" : "off");
    }
    if (part.kind === "choice") {
      exercise.all(box, "[data-dl-tap]").forEach(function (option) {
        option.setAttribute("aria-pressed", String(option.getAttribute("data-dl-tap") === now));
      });
    }
    // What is being typed stays; only another value that was entered takes its place.
    if (part.kind === "field" && (this.written[part.id] || null) !== now) {
      box.querySelector("[data-dl-typed]").value = now || "";
      this.written[part.id] = now;
    }
  };

  Device.prototype.act = function (action, name) {
    var after = machine.step(this.machine, this.at, action);
    var restart = action[0] === "restart";
    if (!after) { this.say(this.text("nothing")); return; }
    if (this.log.length >= Number(this.root.getAttribute("data-most"))) {
      if (!restart) { this.say(this.text("full")); return; }
      this.log = [];
    }
    var before = this.at;
    this.at = after;
    this.log.push(action);
    if (restart) { this.emptyFields(); }
    this.draw();
    this.tell(before, restart, name);
    this.page.changed(this.root);
  };

  /* Say what changed; a new screen takes the focus to its heading. */
  Device.prototype.tell = function (before, restart, name) {
    var hint = this.root.querySelector("[data-dl-hint-here]");
    if (machine.screenOf(before) !== machine.screenOf(this.at) || restart) {
      this.say(restart ? this.text("restarted") : "");
      if (hint) { hint.textContent = ""; }
      this.section().querySelector("h4").focus({ preventScroll: true });
      this.section().scrollIntoView({ block: "nearest" });
    } else {
      var same = JSON.stringify(before.values) === JSON.stringify(this.at.values);
      this.say(same ? this.text("nothing") : name);
    }
  };

  Device.prototype.emptyFields = function () {
    exercise.all(this.root, "[data-dl-typed]").forEach(function (input) { input.value = ""; });
    this.written = {};
  };

  Device.prototype.tap = function (button) {
    var box = button.closest("[data-dl-part]");
    var id = box.getAttribute("data-dl-part");
    var name = box.querySelector("[data-dl-name]").textContent.trim();
    var input = box.querySelector("[data-dl-typed]");
    if (input) { this.type(id, input, name); return; }
    var option = button.getAttribute("data-dl-tap");
    if (option) { this.act([id, option], name + ": " + button.textContent.trim()); return; }
    var turned = button.getAttribute("aria-checked") === "true" ? "off" : "on";
    this.act([id], button.getAttribute("role") === "switch" ? name + ": " + this.text(turned) : name);
  };

  /* Typed text is taken only when it is entered, and never a number that could be somebody's. */
  Device.prototype.type = function (id, input, name) {
    var typed = input.value.replace(/\s+/g, " ").replace(/\p{C}/gu, "").normalize("NFC").replace(/\s+/g, " ").trim();
    var digits = (typed.match(/\p{Nd}/gu) || []).length;
    if (!typed || digits > 8) { this.say(this.text(typed ? "digits" : "empty")); input.focus(); return; }
    this.written[id] = typed;
    input.value = typed;
    this.act([id, typed], name + ": " + typed);
  };

  /* A task that is shown: the author's way, step by step. */
  Device.prototype.goTo = function (place) {
    var total = this.walk.length;
    this.place = Math.max(0, Math.min(place, total));
    this.load(this.walk.slice(0, this.place).map(function (each) { return each.action; }));
    exercise.all(this.root, "[data-dl-target]").forEach(function (each) { each.remove(); });
    var next = this.walk[this.place];
    var box = this.root.querySelector("[data-dl-narration]");
    if (box) { box.innerHTML = next ? "<p><strong></strong></p>" + next.html : "<p><strong></strong></p>"; }
    if (box) {
      box.querySelector("strong").textContent = next
        ? this.text("step").replace("{place}", this.place + 1).replace("{total}", total) : this.text("end");
    }
    if (next) { this.point(next.action); }
    exercise.all(this.root, "[data-dl-walk]").forEach(function (button) {
      var end = Number(button.getAttribute("data-dl-walk")) > 0 ? total : 0;
      button.setAttribute("aria-disabled", String(this.place === end));
    }, this);
  };

  Device.prototype.point = function (action) {
    var part = this.root.querySelector('[data-dl-part="' + action[0] + '"]');
    if (!part) { return; }
    var target = (action[1] && part.querySelector('[data-dl-tap="' + action[1] + '"]')) || part.querySelector(".dl-tap, .dl-typing");
    target.insertAdjacentHTML("beforebegin", '<span class="dl-target" data-dl-target><span aria-hidden="true">▼</span> </span>');
    target.previousElementSibling.appendChild(document.createTextNode(this.text("here")));
  };

  Device.prototype.walkBy = function (by) {
    this.goTo(this.place + by);
    if (this.place === this.walk.length) { this.seen = true; this.page.changed(this.root); }
  };

  Device.prototype.askHere = function (button) {
    var self = this;
    var page = this.page;
    var body = { item: this.item.getAttribute("data-dl-item"), seen: 0, at: machine.screenOf(this.at) };
    if (button.getAttribute("aria-busy") === "true") { return; }
    button.setAttribute("aria-busy", "true");
    page.block.post("hint", body).then(function (reply) {
      if (reply.status !== "ok") { page.block.complain(reply); return; }
      if (body.at === machine.screenOf(self.at)) { self.root.querySelector("[data-dl-hint-here]").innerHTML = reply.html; }
    }, function () {
      page.block.alert(page.text("hint-failed"));
    }).then(function () { button.removeAttribute("aria-busy"); });
  };

  Device.prototype.textView = function (button) {
    var on = this.root.classList.toggle("dl-task-text");
    button.setAttribute("aria-pressed", String(on));
  };

  Device.prototype.clicked = function (button) {
    if (button.hasAttribute("data-dl-tap")) { this.tap(button); }
    if (button.hasAttribute("data-dl-do")) { this.act([button.getAttribute("data-dl-do")], ""); }
    if (button.hasAttribute("data-dl-walk")) { this.walkBy(Number(button.getAttribute("data-dl-walk"))); }
    if (button.hasAttribute("data-dl-text-view")) { this.textView(button); }
    if (button.hasAttribute("data-dl-ask-here")) { this.askHere(button); }
  };

  exercise.type("screen_task", {
    start: function (item, page) { item.dlDevice = new Device(item, page); },
    read: function (item) {
      var device = item.dlDevice;
      if (device.shown) { return device.seen ? { seen: true } : null; }
      return device.log.length ? { actions: device.log.slice() } : null;
    },
    fill: function (item, answer) {
      if (item.dlDevice.shown) { item.dlDevice.seen = answer.seen === true; return; }
      item.dlDevice.load(Array.isArray(answer.actions) ? answer.actions : []);
    },
    missing: function (item) {
      var device = item.dlDevice;
      return device.shown || device.log.length ? null : device.section().querySelector("h4");
    },
    clear: function (item) {
      item.dlDevice.emptyFields();
      item.dlDevice.seen = false;
      if (item.dlDevice.shown) { item.dlDevice.goTo(0); } else { item.dlDevice.load([]); }
    },
    /* A test is done anew; a try goes on from where it stands. */
    redo: function (item) { if (item.dlDevice.root.getAttribute("data-mode") === "test") { item.dlDevice.load([]); } },
    clicked: function (item, button) { item.dlDevice.clicked(button); },
    pressed: function (item, event) {
      if (event.key !== "Enter" || !event.target.hasAttribute("data-dl-typed")) { return; }
      event.preventDefault();
      item.dlDevice.tap(event.target);
    },
    place: function () { return null; }
  });
})(window.DigitalLiteracyExercise, window.DigitalLiteracyScreenMachine);
