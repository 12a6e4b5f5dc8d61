/* The clock of an attempt with a time limit. The server's time counts: the page asks for it when it is shown again and
   before it ends an attempt, and measures only what passes in between. */
(function () {
  "use strict";

  var SAID = [300, 60]; // seconds before the end, beside half of the time, at which the time left is said aloud

  function Clock(exercise, box) {
    this.exercise = exercise;
    this.box = box;
    this.set(Number(box.getAttribute("data-dl-clock")));
    this.marks = SAID.concat([this.left / 2]);
    this.last = this.left;
    this.timer = window.setInterval(this.tick.bind(this), 1000);
    box.querySelector("[data-dl-clock-toggle]").addEventListener("click", this.toggle.bind(this));
    document.addEventListener("visibilitychange", this.shown.bind(this));
    this.tick();
  }

  Clock.prototype.set = function (seconds) {
    this.left = seconds;
    this.from = window.performance.now();
  };

  Clock.prototype.remaining = function () {
    return Math.max(0, Math.ceil(this.left - (window.performance.now() - this.from) / 1000));
  };

  Clock.prototype.words = function (seconds) {
    return this.box.getAttribute("data-text-left").replace("{minutes}", Math.floor(seconds / 60)).replace("{seconds}", seconds % 60);
  };

  Clock.prototype.tick = function () {
    var left = this.remaining();
    var last = this.last;
    this.last = left;
    if (this.exercise.answered()) { this.stop(); this.box.hidden = true; return; }
    this.box.querySelector("[data-dl-clock-time]").textContent = this.words(left);
    if (this.marks.some(function (mark) { return left <= mark && mark < last; })) { this.say(this.words(left)); }
    if (left === 0) { this.stop(); this.end(); }
  };

  Clock.prototype.stop = function () { window.clearInterval(this.timer); };

  Clock.prototype.say = function (words) { this.box.querySelector("[data-dl-clock-said]").textContent = words; };

  Clock.prototype.toggle = function () {
    var time = this.box.querySelector("[data-dl-clock-time]");
    time.hidden = !time.hidden;
    this.box.querySelector("[data-dl-clock-toggle]").textContent = this.box.getAttribute(time.hidden ? "data-text-show" : "data-text-hide");
  };

  /* A device that slept has not measured what passed. */
  Clock.prototype.shown = function () {
    var self = this;
    if (document.visibilityState !== "visible" || this.exercise.answered()) { return; }
    this.exercise.block.post("clock").then(function (reply) {
      if (reply.status === "ok" && reply.remaining !== null) { self.set(reply.remaining); self.tick(); }
    }, function () { /* without a connection it measures on */ });
  };

  /* Somebody may have given more time meanwhile. */
  Clock.prototype.end = function () {
    var self = this;
    this.exercise.block.post("clock").then(function (reply) {
      if (reply.status === "ok" && reply.remaining > 1) {
        self.set(reply.remaining);
        self.last = reply.remaining;
        self.timer = window.setInterval(self.tick.bind(self), 1000);
      } else {
        self.send();
      }
    }, function () { self.send(); });
  };

  Clock.prototype.send = function () {
    var words = this.box.getAttribute("data-text-over");
    this.say(words);
    this.box.querySelector("[data-dl-clock-time]").textContent = words;
    this.exercise.finish();
  };

  function start(exercise, button) {
    if (button.getAttribute("aria-busy") === "true") { return; }
    button.setAttribute("aria-busy", "true");
    exercise.block.alert("");
    exercise.block.post("start", { binding: exercise.block.root.getAttribute("data-dl-binding") }).then(function (reply) {
      if (reply.status === "ok") { window.location.reload(); return; }
      button.removeAttribute("aria-busy");
      exercise.block.complain(reply);
    }, function () {
      button.removeAttribute("aria-busy");
      exercise.block.alert(exercise.text("start-failed"));
    });
  }

  window.DigitalLiteracyExercise.onReady(function (exercise) {
    var box = exercise.body.querySelector("[data-dl-clock]");
    var button = exercise.body.querySelector("[data-dl-start]");
    if (button) { button.addEventListener("click", function () { start(exercise, button); }); }
    if (box) { exercise.clock = new Clock(exercise, box); } else if (button) { exercise.block.clearDraft(); }
  });
})();
