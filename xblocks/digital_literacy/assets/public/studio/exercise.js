/* The editor of skills_exercise: the tabs, and what they share. Browser: window.DigitalLiteracyExerciseStudio. */
(function () {
  "use strict";

  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function Tabs(root, opened) {
    var self = this;
    this.root = root;
    this.opened = opened;
    this.tabs = all(root, '[role="tab"]');
    this.tabs.forEach(function (tab) {
      tab.addEventListener("click", function () { self.open(tab.getAttribute("data-dl-tab")); });
      tab.addEventListener("keydown", function (event) { self.pressed(event); });
    });
  }

  Tabs.prototype.pressed = function (event) {
    var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) { return; }
    event.preventDefault();
    var next = this.tabs[(this.tabs.indexOf(event.target) + step + this.tabs.length) % this.tabs.length];
    this.open(next.getAttribute("data-dl-tab"));
    next.focus();
  };

  Tabs.prototype.open = function (name) {
    var root = this.root;
    this.tabs.forEach(function (tab) {
      var chosen = tab.getAttribute("data-dl-tab") === name;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      root.querySelector("#" + tab.getAttribute("aria-controls")).hidden = !chosen;
    });
    this.name = name;
    this.opened(name);
  };

  function Exercise(editor) {
    var self = this;
    var root = editor.root;
    var data = JSON.parse(root.querySelector("[data-dl-forms]").textContent);
    this.editor = editor;
    this.form = new window.DigitalLiteracyStudioForm(editor, data, function () { self.preview.later(); });
    this.preview = new window.DigitalLiteracyStudioPreview(editor, this.form, data.texts);
    this.tabs = new Tabs(root, function (name) { self.opened(name); });
    editor.form = this;
    this.texts = data.texts;
    this.bind(root);
    this.tabs.open("form");
  }

  Exercise.prototype.bind = function (root) {
    var self = this;
    var form = this.form;
    root.querySelector("[data-dl-st-undo]").addEventListener("click", function () { form.travel(false); });
    root.querySelector("[data-dl-st-redo]").addEventListener("click", function () { form.travel(true); });
    root.querySelector("[data-dl-st-group]").addEventListener("change", function (event) { form.choose(event.target.value); self.preview.now(); });
    root.querySelector("[data-dl-refresh]").addEventListener("click", function () { self.preview.now(); });
    this.editor.olx.addEventListener("input", function () { form.history.push(form.text(), "olx"); });
    all(root, "[data-dl-settings] [name]").forEach(function (input) {
      input.addEventListener("change", function () { self.preview.later(); });
    });
  };

  Exercise.prototype.opened = function (name) {
    this.form.pause();
    if (name === "form") { this.form.draw(); this.preview.now(); }
    if (name === "olx") { this.editor.number(); }
    if (name === "counts") { this.counts(); }
  };

  Exercise.prototype.counts = function () {
    var self = this;
    var box = this.editor.root.querySelector("[data-dl-counts]");
    this.editor.post("statistics", {}).then(function (reply) {
      if (reply.status === "ok") { box.innerHTML = reply.html; } else { box.textContent = reply.message; }
    }, function () { box.textContent = self.texts.preview_failed; });
  };

  /* For the editor: faults of a refused save. Gives the words for one, and shows the place of one. */
  Exercise.prototype.tell = function (faults) { this.form.tell(faults); };

  Exercise.prototype.describe = function (fault) {
    try {
      var entry = this.form.entryOf(fault);
      return entry && this.tabs.name === "form" ? { link: entry.name, text: this.form.sentence(fault) } : null;
    } catch (error) { return null; }
  };

  Exercise.prototype.show = function (fault) {
    try { return this.tabs.name === "form" && this.form.show(fault); } catch (error) { return false; }
  };

  window.DigitalLiteracyExerciseStudio = function (runtime, element) {
    var editor = window.DigitalLiteracyStudio(runtime, element);
    new Exercise(editor);
    return editor;
  };
})();
