/* The Studio editor of all blocks: save, cancel, faults at their place. Works in legacy Studio (jQuery element),
   in the library editor and in any host that gives runtime.handlerUrl and runtime.notify. */
(function () {
  "use strict";

  function csrf() {
    var match = /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie);
    return match ? decodeURIComponent(match[1]) : "";
  }

  function Editor(runtime, root) {
    this.runtime = runtime;
    this.root = root;
    this.olx = root.querySelector("[data-dl-olx]");
    this.lines = root.querySelector("[data-dl-lines]");
    this.summary = root.querySelector("[data-dl-summary]");
    this.faults = root.querySelector("[data-dl-faults]");
    this.texts = JSON.parse(root.querySelector("[data-dl-texts]").textContent);
    this.base = root.getAttribute("data-dl-base");
    this.form = null; // an editor with a form tab puts it here: tell(faults), describe(fault), show(fault)
    this.bind();
    this.number();
  }

  Editor.prototype.bind = function () {
    var self = this;
    this.olx.addEventListener("input", function () { self.number(); });
    this.olx.addEventListener("scroll", function () { self.lines.scrollTop = self.olx.scrollTop; });
    this.root.addEventListener("click", function (event) {
      var sample = event.target.closest("[data-dl-sample]");
      var line = event.target.closest("[data-dl-line]");
      if (sample) { self.insert(sample.getAttribute("data-dl-sample")); }
      if (line) { self.goToSource(Number(line.getAttribute("data-dl-line"))); }
      if (event.target.closest("[data-dl-save]")) { self.save(); }
      if (event.target.closest("[data-dl-cancel]")) { self.runtime.notify("cancel", {}); }
    });
  };

  Editor.prototype.number = function () {
    var count = this.olx.value.split("\n").length;
    var numbers = [];
    for (var n = 1; n <= count; n += 1) { numbers.push(n); }
    this.lines.textContent = numbers.join("\n");
    this.lines.style.blockSize = this.olx.clientHeight + "px";
    this.lines.scrollTop = this.olx.scrollTop;
  };

  Editor.prototype.insert = function (sample) {
    var at = this.olx.selectionStart;
    this.olx.setRangeText("\n" + sample + "\n", at, at, "end");
    this.olx.focus();
    this.number();
  };

  Editor.prototype.setSource = function (text) {
    this.olx.value = text;
    this.number();
  };

  /* Show a line of the OLX, in its tab where there are tabs. */
  Editor.prototype.goToSource = function (line) {
    if (this.form) { this.form.tabs.open("olx"); }
    this.goTo(line);
  };

  Editor.prototype.goTo = function (line) {
    var all = this.olx.value.split("\n");
    var start = all.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.olx.focus();
    this.olx.setSelectionRange(start, start + (all[line - 1] || "").length);
    this.olx.scrollTop = Math.max(0, (line - 4) * 21);
  };

  Editor.prototype.values = function () {
    var values = {};
    this.root.querySelectorAll("[data-dl-settings] [data-dl-field]").forEach(function (field) {
      var input = field.querySelector("[name]");
      values[input.name] = input.type === "checkbox" ? input.checked : input.value;
    });
    return values;
  };

  Editor.prototype.post = function (handler, body) {
    return fetch(this.runtime.handlerUrl(this.root, handler), {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
      body: JSON.stringify(body)
    }).then(function (response) { return response.json(); });
  };

  Editor.prototype.save = function () {
    var self = this;
    if (this.saving) { return; }
    this.saving = true;
    this.clear();
    this.runtime.notify("save", { state: "start", message: this.texts.saving });
    this.post("studio_submit", { values: this.values(), olx: this.olx.value, base: this.base }).then(function (reply) {
      if (reply.status === "ok") { self.runtime.notify("save", { state: "end" }); } else { self.show(reply); }
    }).catch(function () {
      self.show({ message: self.texts.failed });
    }).then(function () { self.saving = false; });
  };

  Editor.prototype.clear = function () {
    this.summary.hidden = true;
    this.summary.textContent = "";
    this.faults.textContent = "";
    this.root.querySelector("[data-dl-conflict]").hidden = true;
    this.root.querySelectorAll("[data-dl-error]").forEach(function (error) { error.hidden = true; error.textContent = ""; });
    this.root.querySelectorAll("[aria-invalid]").forEach(function (input) { input.removeAttribute("aria-invalid"); });
  };

  Editor.prototype.show = function (reply) {
    var self = this;
    if (reply.code === "conflict" && reply.base) {
      window.DigitalLiteracyStudioConflict(this, reply);
      this.runtime.notify("error", { title: this.texts.not_saved, message: reply.message });
      return;
    }
    if (this.form) { this.form.tell(reply.faults || []); }
    Object.keys(reply.fields || {}).forEach(function (name) {
      var field = self.root.querySelector('[data-dl-field="' + name + '"]');
      if (!field) { return; }
      var error = field.querySelector("[data-dl-error]");
      error.textContent = reply.fields[name];
      error.hidden = false;
      field.querySelector("[name]").setAttribute("aria-invalid", "true");
      if (field.closest("details")) { field.closest("details").open = true; }
    });
    var list = document.createElement("ul");
    (reply.faults || []).forEach(function (fault) { list.appendChild(self.faultItem(fault)); });
    if (list.children.length) { this.faults.appendChild(list); }
    this.summary.textContent = reply.message || this.texts.failed;
    this.summary.hidden = false;
    this.summary.focus();
    this.runtime.notify("error", { title: this.texts.not_saved, message: reply.message || this.texts.failed });
  };

  Editor.prototype.faultItem = function (fault) {
    var self = this;
    var item = document.createElement("li");
    var own = this.form && this.form.describe(fault);
    if (own) {
      var place = document.createElement("button");
      place.type = "button";
      place.className = "dl-fault-line";
      place.textContent = own.link;
      place.addEventListener("click", function () { if (!self.form.show(fault)) { self.goToSource(fault.line); } });
      item.appendChild(place);
      item.appendChild(document.createTextNode(": " + own.text));
      return item;
    }
    if (fault.line) {
      var link = document.createElement("button");
      link.type = "button";
      link.className = "dl-fault-line";
      link.setAttribute("data-dl-line", fault.line);
      link.textContent = this.texts.line + " " + fault.line;
      item.appendChild(link);
      item.appendChild(document.createTextNode(" "));
    }
    if (fault.element) {
      var code = document.createElement("code");
      code.textContent = fault.element;
      item.appendChild(code);
      item.appendChild(document.createTextNode(" "));
    }
    item.appendChild(document.createTextNode(fault.problem + " " + fault.cure));
    return item;
  };

  /* Start the plain editor; gives it, so that others can build on it. */
  window.DigitalLiteracyStudio = function (runtime, element) {
    var wrapper = element && element.jquery ? element[0] : element;
    var root = wrapper.matches("[data-dl-studio]") ? wrapper : wrapper.querySelector("[data-dl-studio]");
    return new Editor(runtime, root);
  };
})();
