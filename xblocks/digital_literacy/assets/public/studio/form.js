/* The form tab: the OLX of the editor as a list of fields. The text in the OLX box is the only truth; the form reads
   it and cuts into it. Browser: window.DigitalLiteracyStudioForm. */
(function () {
  "use strict";

  var xml = window.DigitalLiteracyStudioXml;
  var dom = window.DigitalLiteracyStudioDom;
  var places = window.DigitalLiteracyStudioPlaces;
  var faults = window.DigitalLiteracyStudioFaults;
  var History = window.DigitalLiteracyStudioHistory;

  /* `editor` is the Editor of studio.js; `changed` is called after every change of the text. */
  function Form(editor, data, changed) {
    this.editor = editor;
    this.elements = data.elements;
    this.groups = data.groups;
    this.texts = data.texts;
    this.changed = changed;
    this.box = editor.root.querySelector("[data-dl-form]");
    this.help = editor.root.querySelector("[data-dl-form-help]");
    this.status = editor.root.querySelector("[data-dl-form-status]");
    this.group = "";
    this.opened = {};
    this.faults = [];
    this.history = new History(this.text());
    this.draw();
  }

  Form.prototype.text = function () { return this.editor.olx.value; };

  Form.prototype.tree = function () {
    if (this.parsed !== this.text()) {
      this.kept = xml.parse(this.text());
      this.parsed = this.text();
    }
    return this.kept;
  };

  Form.prototype.lineage = function () {
    var code = this.group;
    var found = this.groups.find(function (each) { return each.code === code; });
    return found ? found.lineage : [];
  };

  Form.prototype.groupName = function (code) {
    var found = this.groups.find(function (each) { return each.code === code; });
    return found ? found.name : code;
  };

  Form.prototype.keyOf = function (node) { return node.tag + "#" + (xml.attribute(node, "id") || ""); };
  Form.prototype.isOpen = function (key) { return Boolean(this.opened[key]); };
  Form.prototype.open = function (key, open) { this.opened[key] = open; };
  Form.prototype.pause = function () { this.history.pause(); };
  Form.prototype.parts = function (parts, place) { return window.DigitalLiteracyStudioFields.parts(parts, place, this); };
  Form.prototype.list = function (place, part) { return window.DigitalLiteracyStudioItems(this, place, part); };

  /* A field has changed its own text: nothing is drawn again, so that the cursor stays. */
  Form.prototype.change = function (text, who) {
    if (text === this.text()) { return; }
    this.editor.setSource(text);
    this.history.push(text, who);
    this.followers.forEach(function (refresh) { refresh(); });
    this.update();
    this.changed();
  };

  /* Parts have come, gone or moved: draw again and go to one of them.
     parent: the place in which the part `key` stands; null for an entry of the list. */
  Form.prototype.restructure = function (text, parent, key, open) {
    this.editor.setSource(text);
    this.history.push(text, null);
    this.faults = [];
    if (open) { this.open(key, true); }
    this.draw();
    this.goTo(parent, key);
    this.changed();
  };

  Form.prototype.mark = function (element, parent, key) { this.marks.push({ element: element, parent: parent, key: key }); };

  /* `refresh` is called now and after every change, to keep a heading in step. */
  Form.prototype.follow = function (refresh) {
    this.followers.push(refresh);
    refresh();
  };

  Form.prototype.goTo = function (parent, key) {
    var tree = this.tree();
    var start = parent ? parent.find(tree).start : -1;
    var found = this.marks.find(function (each) { return each.key === key && (each.parent ? each.parent.find(tree).start : -1) === start; });
    var target = found && (parent ? found.element.querySelector("legend") : found.element.querySelector("button"));
    if (!target) { target = this.box.querySelector("[data-dl-add]"); }
    if (target) { target.focus(); }
  };

  /* `box` is where faults of the element at `place` are told; `open` shows it where it is folded. */
  Form.prototype.bind = function (place, box, input, open, name, kind) {
    this.bound.push({ place: place, box: box, input: input, open: open || null, name: name || "", kind: kind || null });
  };

  Form.prototype.draw = function () {
    this.marks = [];
    this.bound = [];
    this.followers = [];
    this.box.textContent = "";
    try {
      this.tree();
    } catch (error) {
      if (!(error instanceof xml.Malformed)) { throw error; }
      var line = dom.button(dom.fill(this.texts.to_line, { line: error.line }), this.editor.goToSource.bind(this.editor, error.line));
      this.box.appendChild(dom.make("p", { class: "dl-notice dl-notice-bad" }, dom.fill(this.texts.malformed, { line: error.line }) + " ", line));
      this.update();
      return;
    }
    this.box.appendChild(this.list(places.home(), null));
    this.update();
    this.tell(this.faults);
  };

  /* Which of the buttons can be used now. */
  Form.prototype.update = function () {
    this.editor.root.querySelector("[data-dl-st-undo]").setAttribute("aria-disabled", String(!this.history.past.length));
    this.editor.root.querySelector("[data-dl-st-redo]").setAttribute("aria-disabled", String(!this.history.future.length));
  };

  Form.prototype.travel = function (forward) {
    this.editor.setSource(forward ? this.history.redo() : this.history.undo());
    this.faults = [];
    this.draw();
    this.say(forward ? this.texts.redone : this.texts.undone);
    this.changed();
  };

  Form.prototype.say = function (message, undo) {
    this.status.textContent = message;
    if (undo) { this.status.appendChild(dom.button(this.texts.undo, this.travel.bind(this, false))); }
  };

  Form.prototype.choose = function (code) {
    this.group = code;
    this.draw();
    this.changed();
  };

  /* Tell faults where they are. */
  Form.prototype.tell = function (found) {
    var self = this;
    this.faults = found;
    this.bound.forEach(function (each) {
      if (each.box.hasAttribute("data-dl-fault")) { each.box.hidden = true; each.box.textContent = ""; each.box.removeAttribute("data-dl-fault"); }
      if (each.input) { each.input.removeAttribute("aria-invalid"); }
    });
    found.forEach(function (fault) {
      var target = self.targetOf(fault);
      if (!target) { return; }
      target.box.textContent += (target.box.textContent ? " " : "") + self.sentence(fault);
      target.box.hidden = false;
      target.box.setAttribute("data-dl-fault", "");
      if (target.input) { target.input.setAttribute("aria-invalid", "true"); }
    });
  };

  /* The smallest bound place around a fault: {place, box, …}; null where the form shows nothing of it. */
  Form.prototype.targetOf = function (fault) {
    var tree = this.kept;
    var node = null;
    try { node = faults.nodeOf(this.text(), this.tree(), fault); } catch (error) { return null; }
    while (node && node.parent) {
      var found = this.bound.filter(function (each) { return each.place.find(tree) === node; }).pop();
      if (found) { return found; }
      node = node.parent;
    }
    return null;
  };

  /* The entry a fault belongs to, also one of another group: {name, labels}. */
  Form.prototype.entryOf = function (fault) {
    var tree = this.tree();
    var node = faults.nodeOf(this.text(), tree, fault);
    var within = function (place) { var found = place.find(tree); return found && node && found.start <= node.start && found.end >= node.end; };
    return this.bound.find(function (each) { return each.name && within(each.place); }) || null;
  };

  Form.prototype.sentence = function (fault) {
    var entry = this.entryOf(fault);
    return faults.sentence(fault, entry && entry.kind ? faults.labelsOf(entry.kind.form) : {});
  };

  /* Show a fault: its group, its entry unfolded, the field. False where the form has no place for it. */
  Form.prototype.show = function (fault) {
    var node = faults.nodeOf(this.text(), this.tree(), fault);
    for (var up = node; up; up = up.parent) {
      if (up.tag === "variant" && up.parent === places.home().find(this.tree())) {
        this.choose(xml.attribute(up, "group").trim().split(/\s+/)[0]);
        this.editor.root.querySelector("[data-dl-st-group]").value = this.group;
      }
    }
    var entry = this.entryOf(fault);
    if (!entry) { return false; }
    entry.open();
    this.tell(this.faults);
    var target = this.targetOf(fault) || entry;
    target.box.setAttribute("tabindex", "-1");
    (target.input || target.box).focus();
    target.box.scrollIntoView({ block: "center" });
    return true;
  };

  window.DigitalLiteracyStudioForm = Form;
})();
