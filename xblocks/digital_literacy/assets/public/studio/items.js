/* The list of an exercise's parts: folded, named, to be added, moved, duplicated, deleted, or written for one group.
   Browser: window.DigitalLiteracyStudioItems. */
(function () {
  "use strict";

  var xml = window.DigitalLiteracyStudioXml;
  var ids = window.DigitalLiteracyStudioIds;
  var dom = window.DigitalLiteracyStudioDom;
  var places = window.DigitalLiteracyStudioPlaces;
  var variants = window.DigitalLiteracyStudioVariants;
  var make = dom.make;

  function List(form, place, part) {
    this.form = form;
    this.place = place;
    this.nested = part || null;
    this.kinds = form.elements.filter(function (kind) { return !part || !part.tags || !part.tags.length || part.tags.indexOf(kind.tag) >= 0; });
    this.parent = place.find(form.tree());
    this.group = part ? "" : form.group;
    this.entries = part ? this.plain() : variants.entries(this.parent, form.lineage());
  }

  /* In a list inside an element everything is common. */
  List.prototype.plain = function () {
    var tags = this.kinds.map(function (kind) { return kind.tag; });
    return xml.elements(this.parent).filter(function (node) { return tags.indexOf(node.tag) >= 0; })
      .map(function (node) { return { node: node, variant: null, from: "", common: node }; });
  };

  List.prototype.kind = function (tag) { return this.form.elements.find(function (kind) { return kind.tag === tag; }); };

  List.prototype.placeOf = function (entry) {
    var all = xml.elements(this.parent);
    if (!entry.variant) { return places.at(this.place, all.indexOf(entry.node)); }
    return places.at(places.at(this.place, all.indexOf(entry.variant)), xml.elements(entry.variant).indexOf(entry.node));
  };

  List.prototype.draw = function () {
    var self = this;
    var number = 0;
    var box = make("div", { class: "dl-st-list" });
    this.entries.forEach(function (entry) {
      var kind = self.kind(entry.node.tag);
      if (kind && kind.question) { number += 1; }
      entry.name = kind ? (kind.question ? dom.fill(self.form.texts.question, { n: number }) + " · " : "") + kind.name : "<" + entry.node.tag + ">";
      box.appendChild(self.item(entry, kind));
    });
    if (!this.entries.length) { box.appendChild(make("p", { class: "dl-help" }, this.form.texts.nothing)); }
    box.appendChild(this.adder());
    return box;
  };

  List.prototype.item = function (entry, kind) {
    var self = this;
    var form = this.form;
    var place = this.placeOf(entry);
    var key = form.keyOf(entry.node);
    var body = make("div", { class: "dl-st-body", id: dom.id(), hidden: true });
    var error = make("p", { class: "dl-error", hidden: true, tabindex: "-1" });
    var said = make("span");
    var head = make("button", { type: "button", class: "dl-st-toggle", "aria-expanded": "false", "aria-controls": body.id,
      onclick: function () { form.open(key, body.hidden); show(!body.hidden ? false : true); } },
      make("strong", {}, entry.name), said);
    function show(open) {
      if (open && !body.firstChild) { self.body(entry, kind, place).forEach(function (each) { body.appendChild(each); }); }
      body.hidden = !open;
      head.setAttribute("aria-expanded", String(open));
    }
    var made = make("section", { class: "dl-st-item", "aria-label": entry.name },
      make("div", { class: "dl-st-head" }, make("h4", {}, head), this.badge(entry), this.actions(entry, kind)), error, body);
    form.bind(place, error, null, function () { form.open(key, true); show(true); }, entry.name, kind);
    form.mark(made, null, key);
    form.follow(function () { said.textContent = self.said(place.find(form.tree()), kind); });
    show(form.isOpen(key));
    return made;
  };

  /* The first words of an entry, for its heading. */
  List.prototype.said = function (node, kind) {
    function words(each) { return each.type === "text" ? each.value + " " : (each.children || []).map(words).join(""); }
    var source = node && (xml.elements(node, "prompt")[0] || (kind && kind.question ? null : node));
    var text = source ? words(source).replace(/\s+/g, " ").trim() : "";
    return text && " — " + dom.shorten(text, 80);
  };

  List.prototype.badge = function (entry) {
    var t = this.form.texts;
    if (!this.group) { return null; }
    var text = !entry.variant ? t.common : entry.from === this.group ? t.own : dom.fill(t.inherited, { group: this.form.groupName(entry.from) });
    return make("span", { class: "dl-st-badge" }, text);
  };

  /* What may be edited here: the common text in the common view, the group's own in its view. */
  List.prototype.editable = function (entry) { return this.group ? entry.from === this.group : true; };

  List.prototype.body = function (entry, kind, place) {
    var t = this.form.texts;
    var notes = [];
    var finer = variants.finer(entry.node);
    if (finer.length) { notes.push(dom.fill(t.finer, { groups: finer.map(this.form.groupName, this.form).join(", ") })); }
    if (entry.variant && variants.codes(entry.variant).length > 1) {
      notes.push(dom.fill(t.shared, { groups: variants.codes(entry.variant).map(this.form.groupName, this.form).join(", ") }));
    }
    if (!kind) { notes.push(t.unknown); }
    if (!this.editable(entry)) { notes.push(t.not_here); }
    var made = notes.map(function (note) { return make("p", { class: "dl-notice dl-notice-info" }, note); });
    return kind && this.editable(entry) ? made.concat(this.form.parts(kind.form.parts, place)) : made;
  };

  /* The list and the entry as they stand in the text of now: what was drawn before the last typing is out of place. */
  List.prototype.act = function (entry, action) {
    var list = new List(this.form, this.place, this.nested);
    var now = list.entries[this.entries.indexOf(entry)];
    now.name = entry.name;
    list[action](now);
  };

  List.prototype.actions = function (entry, kind) {
    var self = this;
    var t = this.form.texts;
    var row = make("div", { class: "dl-st-moves" });
    function put(text, action, off) {
      row.appendChild(dom.button(text, function () { self.act(entry, action); }, text.replace(/^[↑↓] /, "") + ": " + entry.name, { disabled: off }));
    }
    if (this.group && !this.editable(entry)) { put(t.write_own, "own"); return row; }
    if (this.group && entry.common) { put(t.drop_own, "disown"); return row; }
    if (!kind || !kind.once) {
      var same = this.siblings(entry);
      var at = same.indexOf(entry);
      put("↑ " + t.up, "up", at <= 0);
      put("↓ " + t.down, "down", at === same.length - 1);
      put(t.duplicate, "duplicate");
    }
    put(t.remove, "remove");
    return row;
  };

  List.prototype.own = function (entry) {
    var form = this.form;
    form.restructure(variants.write(form.text(), this.parent, entry, this.group), null, form.keyOf(entry.node), true);
  };

  List.prototype.disown = function (entry) {
    this.form.restructure(variants.drop(this.form.text(), entry), null, this.form.keyOf(entry.node));
  };

  List.prototype.remove = function (entry) {
    var form = this.form;
    form.restructure(entry.variant ? variants.drop(form.text(), entry) : xml.remove(form.text(), entry.node), null, null);
    form.say(dom.fill(form.texts.removed, { name: entry.name }), true);
  };

  /* Entries among which one can be moved: those written in the same place. */
  List.prototype.siblings = function (entry) {
    var self = this;
    return this.entries.filter(function (each) {
      var kind = self.kind(each.node.tag);
      return each.variant === entry.variant && Boolean(each.common) === Boolean(entry.common) && !(kind && kind.once);
    });
  };

  List.prototype.up = function (entry) { this.move(entry, -1); };
  List.prototype.down = function (entry) { this.move(entry, 1); };

  List.prototype.move = function (entry, step) {
    var same = this.siblings(entry);
    var other = same[same.indexOf(entry) + step];
    this.form.restructure(xml.swap(this.form.text(), entry.node, other.node), null, this.form.keyOf(entry.node));
    this.form.say(dom.fill(this.form.texts.moved, { name: entry.name }));
  };

  List.prototype.duplicate = function (entry) {
    var piece = this.fresh(xml.slice(this.form.text(), entry.node));
    var text = xml.insert(this.form.text(), entry.variant || this.parent, piece, entry.node);
    this.form.restructure(text, null, this.form.keyOf(xml.elements(xml.parse(piece))[0]), true);
  };

  /* `piece` with ids that no part of the exercise has; items inside it get their own too. */
  List.prototype.fresh = function (piece) {
    var used = ids.taken(xml.descendants(this.form.tree()));
    var tags = this.form.elements.map(function (kind) { return kind.tag; });
    var made = piece;
    for (var index = 0; ; index += 1) {
      var inside = xml.descendants(xml.parse(made)).filter(function (node, place) { return place === 0 || tags.indexOf(node.tag) >= 0; });
      if (index >= inside.length) { return made; }
      var own = xml.attribute(inside[index], "id");
      if (own !== null) {
        var id = ids.free(own, used);
        used.push(id);
        made = xml.setAttribute(made, inside[index], "id", id);
      }
    }
  };

  List.prototype.adder = function () {
    var self = this;
    var t = this.form.texts;
    var there = this.entries.map(function (entry) { return entry.node.tag; });
    var offered = this.kinds.filter(function (kind) { return !kind.once || (!self.nested && there.indexOf(kind.tag) < 0); });
    var id = dom.id();
    var select = make.apply(null, ["select", { class: "dl-input", id: id }].concat(offered.map(function (kind) {
      return make("option", { value: kind.tag }, kind.name);
    })));
    var button = dom.button(t.add, function () { new List(self.form, self.place, self.nested).add(self.kind(select.value)); });
    if (!this.nested) { button.setAttribute("data-dl-add", ""); select.setAttribute("data-dl-kind", ""); }
    return make("div", { class: "dl-st-adder" },
      make("label", { class: "dl-label", for: id }, this.group ? dom.fill(t.add_for, { group: this.form.groupName(this.group) }) : t.add_label), select, button);
  };

  List.prototype.add = function (kind) {
    var form = this.form;
    var piece = this.fresh(kind.sample.trim());
    var own = this.entries.filter(function (entry) { return !entry.variant; });
    var last = own.length && !kind.first ? own[own.length - 1].node : null;
    var text = this.group ? variants.add(form.text(), this.parent, this.group, piece) : xml.insert(form.text(), this.parent, piece, last);
    form.restructure(text, null, form.keyOf(xml.elements(xml.parse(piece))[0]), true);
    form.say(dom.fill(form.texts.added, { name: kind.name }));
  };

  window.DigitalLiteracyStudioItems = function (form, place, part) { return new List(form, place, part).draw(); };
})();
