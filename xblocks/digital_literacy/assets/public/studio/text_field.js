/* Fields for text: one line, one line with emphasis, paragraphs; with stretches that are marked.
   Browser: window.DigitalLiteracyStudioText. */
(function () {
  "use strict";

  var xml = window.DigitalLiteracyStudioXml;
  var rich = window.DigitalLiteracyStudioRich;
  var ids = window.DigitalLiteracyStudioIds;
  var dom = window.DigitalLiteracyStudioDom;
  var places = window.DigitalLiteracyStudioPlaces;
  var make = dom.make;

  /* How marked stretches of a field are written; `kept` remembers what belonged to a mark that was taken out. */
  function Marks(many) {
    this.many = many;
    this.tag = many.tag;
    this.parts = many.parts.filter(function (part) { return part.tag; }).map(function (part) { return part.tag; });
    this.kept = {};
  }

  Marks.prototype.words = function (node) {
    var parts = this.parts;
    return node.children.filter(function (each) { return each.type !== "element" || parts.indexOf(each.tag) < 0; });
  };

  /* What belongs to a mark besides its words: its attributes, and the elements of its own parts. */
  Marks.prototype.extras = function (text, node) {
    var parts = this.parts;
    return {
      attributes: text.slice(node.start + 1 + node.tag.length, node.attributesEnd),
      rest: xml.elements(node).filter(function (part) { return parts.indexOf(part.tag) >= 0; })
        .map(function (part) { return xml.slice(text, part); }).join("")
    };
  };

  Marks.prototype.remember = function (text, node) {
    var self = this;
    xml.descendants(node, this.tag).forEach(function (each) { self.kept[xml.attribute(each, "id")] = self.extras(text, each); });
  };

  Marks.prototype.write = function (id, words) {
    if (!this.kept[id]) {
      var sample = this.many.sample;
      sample = xml.setAttribute(sample, xml.elements(xml.parse(sample))[0], "id", id);
      this.kept[id] = this.extras(sample, xml.elements(xml.parse(sample))[0]);
    }
    return "<" + this.tag + this.kept[id].attributes + ">" + words + this.kept[id].rest + "</" + this.tag + ">";
  };

  function Field(part, place, form) {
    this.part = part;
    this.place = place;
    this.form = form;
    this.id = dom.id();
    this.marks = part.marks ? new Marks(part.marks) : null;
    this.read();
  }

  /* What stands in the source now, as text for the author, or as OLX where it has no such text. */
  Field.prototype.read = function () {
    var text = this.form.text();
    var node = this.place.find(this.form.tree());
    var markup = node ? xml.inner(text, node) : "";
    if (this.marks && node) { this.marks.remember(text, node); }
    this.value = rich.toText(markup, this.part.kind, { marks: this.marks });
    this.raw = this.value === null;
    if (this.raw) { this.value = markup; }
  };

  Field.prototype.draw = function () {
    var self = this;
    var part = this.part;
    var t = this.form.texts;
    var line = part.kind === "line" && !this.raw;
    var helps = [part.help, this.raw ? t.raw_help : "", this.marks && !this.raw ? t.marks_help : ""];
    var shared = part.kind === "rich" && !this.raw ? " " + this.form.help.id : "";
    this.help = make("p", { class: "dl-help", id: this.id + "-h" }, helps.filter(Boolean).join(" "));
    this.input = make(line ? "input" : "textarea", {
      class: "dl-input", id: this.id, "aria-describedby": this.id + "-h " + this.id + "-e" + shared, type: line ? "text" : null,
      "aria-required": part.required ? "true" : null, rows: line ? null : this.rows(), spellcheck: this.raw ? "false" : null,
      oninput: function () { self.write(); }, onblur: function () { self.form.pause(); }
    });
    this.input.value = this.value;
    this.error = make("p", { class: "dl-error", id: this.id + "-e", hidden: true });
    this.box = make("div", { class: "dl-field" },
      make("div", { class: "dl-st-head" }, make("label", { class: "dl-label", for: this.id }, part.label + (this.raw ? " (OLX)" : "")),
        this.raw || part.kind !== "rich" ? null : this.tools()), this.input, this.help, this.error);
    this.form.bind(this.place, this.error, this.input);
    if (this.marks && !this.raw) {
      this.list = make("div", { class: "dl-st-many" });
      this.box.appendChild(this.list);
      this.drawMarks();
    }
    return this.box;
  };

  Field.prototype.rows = function () {
    var lines = this.value.split("\n").reduce(function (sum, line) { return sum + 1 + Math.floor(line.length / 70); }, 0);
    return Math.min(14, Math.max(this.part.kind === "rich" ? 2 : 1, lines));
  };

  Field.prototype.tools = function () {
    var self = this;
    var t = this.form.texts;
    var tools = [[t.bold, "**", "**"], [t.emphasis, "*", "*"], [t.list, "\n- ", ""], [t.link, "[", "](https://)"]];
    if (this.marks) { tools.push([t.mark, null, null]); }
    return make.apply(null, ["div", { class: "dl-st-tools", role: "group", "aria-label": dom.fill(t.tools, { label: this.part.label }) }]
      .concat(tools.map(function (tool) {
        return dom.button(tool[0], function () { if (tool[1] === null) { self.mark(); } else { self.wrap(tool[1], tool[2]); } });
      })));
  };

  /* Put the selection between two signs. */
  Field.prototype.wrap = function (before, after) {
    var input = this.input;
    var start = input.selectionStart;
    var chosen = input.value.slice(start, input.selectionEnd);
    input.setRangeText(before + chosen + after, start, input.selectionEnd, "end");
    input.focus();
    input.setSelectionRange(start + before.length, start + before.length + chosen.length);
    this.write();
  };

  Field.prototype.mark = function () {
    var chosen = this.input.value.slice(this.input.selectionStart, this.input.selectionEnd);
    var words = chosen.trim();
    if (!words || /[[\]|\n]/.test(words)) { this.say(this.form.texts.mark_first); this.input.focus(); return; }
    var node = this.place.find(this.form.tree());
    var used = Object.keys(this.marks.kept).concat(node ? ids.taken(xml.descendants(node)) : []);
    var like = ids.taken(xml.elements(xml.parse(this.marks.many.sample)))[0];
    this.wrap("[[", "|" + ids.free(like, used) + "]]");
  };

  Field.prototype.say = function (message) { this.error.textContent = message || ""; this.error.hidden = !message; };

  /* Write what is in the input into the source. */
  Field.prototype.write = function () {
    var value = this.input.value;
    this.say("");
    if (this.raw) {
      try { xml.parse(value); } catch (error) { this.say(this.form.texts.raw_bad); return; }
    }
    if (!value.trim() && this.forget()) { return; }
    var text = this.place.make(this.form.text());
    var node = this.place.find(xml.parse(text));
    if (!node) { return; }
    var piece = this.raw ? value : rich.toXml(value, this.part.kind, { indent: xml.lead(text, node), marks: this.marks });
    this.form.change(xml.setInner(text, node, piece), this.id);
    if (this.list) { this.drawMarks(); }
  };

  /* An empty part that may be missing is taken out; true if that is done. */
  Field.prototype.forget = function () {
    var node = this.place.find(this.form.tree());
    if (this.part.required || !this.part.tag || !node) { return !node && !this.part.required; }
    if (node.attributes.length > Object.keys(this.part.attributes || {}).length) { return false; }
    this.form.change(xml.remove(this.form.text(), node), this.id);
    return true;
  };

  Field.prototype.drawMarks = function () {
    var self = this;
    var node = this.place.find(this.form.tree());
    var marks = node ? xml.descendants(node, this.marks.tag) : [];
    var now = marks.map(function (each) { return xml.attribute(each, "id"); }).join(" ");
    if (node) { this.marks.remember(this.form.text(), node); }
    if (now === this.shown) { this.nameMarks(marks); return; }
    this.shown = now;
    this.list.textContent = "";
    marks.forEach(function (each) { self.list.appendChild(self.drawMark(each)); });
    this.nameMarks(marks);
  };

  Field.prototype.nameMarks = function (marks) {
    var self = this;
    marks.forEach(function (each, index) {
      var words = self.marks.words(each).map(function (part) { return part.value || ""; }).join("").trim();
      self.list.children[index].querySelector("legend").textContent = self.part.marks.label + ": “" + dom.shorten(words, 60) + "”";
    });
  };

  Field.prototype.drawMark = function (node) {
    var self = this;
    var id = xml.attribute(node, "id");
    var place = places.marked(this.place, this.marks.tag, id);
    var box = make("fieldset", { class: "dl-st-part" }, make("legend", { class: "dl-legend" }));
    var error = make("p", { class: "dl-error", hidden: true });
    box.appendChild(error);
    this.form.bind(place, error, null);
    this.form.parts(this.part.marks.parts, place).forEach(function (each) { box.appendChild(each); });
    box.appendChild(dom.button(this.form.texts.unmark, function () { self.unmark(id); }));
    return box;
  };

  /* The words stay, the mark goes. */
  Field.prototype.unmark = function (id) {
    this.form.pause();
    this.input.value = this.input.value.split("[[").map(function (piece) {
      var end = "|" + id + "]]";
      var at = piece.indexOf(end);
      return at < 0 ? "[[" + piece : piece.slice(0, at) + piece.slice(at + end.length);
    }).join("").replace(/^\[\[/, "");
    this.write();
    this.form.pause();
    this.input.focus();
  };

  window.DigitalLiteracyStudioText = function (part, place, form) { return new Field(part, place, form).draw(); };
})();
