/* The parts of a form (exercises/forms.py) as fields. `form` gives text(), tree(), texts, change(text, who),
   restructure(text, focus), pause(), bind(place, box, input), list(place) and parts(parts, place).
   Browser: window.DigitalLiteracyStudioFields. */
(function () {
  "use strict";

  var xml = window.DigitalLiteracyStudioXml;
  var ids = window.DigitalLiteracyStudioIds;
  var dom = window.DigitalLiteracyStudioDom;
  var places = window.DigitalLiteracyStudioPlaces;
  var make = dom.make;

  /* Attributes */

  function setAttribute(part, place, form, value, who) {
    var text = place.make(form.text());
    var node = place.find(xml.parse(text));
    if (!node) { return; }
    form.change(xml.setAttribute(text, node, part.name, value === part.default || value === "" ? null : value), who);
  }

  function choice(part, value, options) {
    var known = (part.choices || []).slice();
    if (!known.some(function (each) { return each.value === value; })) { known.unshift({ value: value, label: value || "—" }); }
    return make.apply(null, ["select", options].concat(known.map(function (each) {
      return make("option", { value: each.value, selected: each.value === value }, each.label);
    })));
  }

  function attribute(part, place, form) {
    var id = dom.id();
    var node = place.find(form.tree());
    var value = node && xml.attribute(node, part.name);
    var shown = value === null ? part.default : value;
    var file = part.kind === "file" || part.name === "src";
    var options = { class: "dl-input", id: id, "aria-describedby": id + "-h", onblur: function () { form.pause(); } };
    var input;
    if (part.kind === "flag") {
      input = make("input", { id: id, type: "checkbox", "aria-describedby": id + "-h", checked: shown === "true",
        onchange: function () { form.pause(); setAttribute(part, place, form, String(input.checked), id); form.pause(); } });
      return make("div", { class: "dl-field" }, make("label", { class: "dl-option", for: id }, input, make("span", {}, part.label)),
        make("p", { class: "dl-help", id: id + "-h" }, part.help));
    }
    options.oninput = function () {
      var typed = input.value.trim();
      setAttribute(part, place, form, part.kind === "number" ? typed.replace(",", ".") : typed, id);
    };
    if (part.kind === "choice") { input = choice(part, shown, options); }
    else {
      input = make("input", Object.assign(options, { type: "text", inputmode: part.kind === "number" ? "decimal" : null }));
      input.value = shown;
    }
    return make("div", { class: "dl-field" + (part.kind === "number" || part.kind === "choice" ? " dl-st-short" : "") },
      make("label", { class: "dl-label", for: id }, part.label), input,
      make("p", { class: "dl-help", id: id + "-h" }, [part.help, file ? form.texts.file_help : ""].filter(Boolean).join(" ")));
  }

  /* Elements with parts of their own */

  function box(part, place, form, legend) {
    var error = make("p", { class: "dl-error", hidden: true });
    var made = make("fieldset", { class: "dl-st-part" }, legend,
      part.help ? make("p", { class: "dl-help" }, part.help) : null, error);
    form.bind(place, error, null);
    return made;
  }

  function one(part, place, form) {
    var made = box(part, place, form, make("legend", { class: "dl-legend" }, part.label));
    form.parts(part.parts, place).forEach(function (each) { made.appendChild(each); });
    return made;
  }

  function moves(part, parent, form, index, count, name) {
    var t = form.texts;
    var key = function (to) { return part.tag + ":" + to; };
    function nodes() { return xml.elements(parent.find(form.tree()), part.tag); }
    function swap(to) { form.restructure(xml.swap(form.text(), nodes()[index], nodes()[to]), parent, key(to)); }
    var named = function (verb) { return verb + ": " + name; };
    return make("div", { class: "dl-st-moves" },
      dom.button("↑ " + t.up, function () { swap(index - 1); }, named(t.up), { disabled: index === 0 }),
      dom.button("↓ " + t.down, function () { swap(index + 1); }, named(t.down), { disabled: index === count - 1 }),
      dom.button(t.duplicate, function () {
        var node = nodes()[index];
        var used = ids.taken(xml.descendants(parent.find(form.tree())));
        form.restructure(xml.insert(form.text(), parent.find(form.tree()), ids.fresh(xml.slice(form.text(), node), used), node), parent, key(index + 1));
      }, named(t.duplicate)),
      dom.button(t.remove, function () {
        form.restructure(xml.remove(form.text(), nodes()[index]), parent, key(Math.max(0, index - 1)));
      }, named(t.remove), { disabled: count <= part.fewest }));
  }

  function add(part, parent, form, before) {
    var text = parent.make(form.text());
    var node = parent.find(xml.parse(text));
    var own = xml.elements(node, part.tag);
    var earlier = xml.elements(node).filter(function (each) { return before.indexOf(each.tag) >= 0; });
    var piece = ids.fresh(part.sample, ids.taken(xml.descendants(node)));
    form.restructure(xml.insert(text, node, piece, own[own.length - 1] || earlier[earlier.length - 1] || null), parent, part.tag + ":" + own.length);
  }

  function many(part, parent, form, before) {
    var node = parent.find(form.tree());
    var found = node ? xml.elements(node, part.tag) : [];
    var made = make("div", { class: "dl-st-many" });
    found.forEach(function (each, index) {
      var place = places.nth(parent, part.tag, index);
      var name = part.label + " " + (index + 1);
      var inside = box({ help: index ? "" : part.help }, place, form, make("legend", { class: "dl-legend", tabindex: "-1" }, name));
      form.parts(part.parts, place).forEach(function (field) { inside.appendChild(field); });
      inside.appendChild(moves(part, parent, form, index, found.length, name));
      form.mark(inside, parent, part.tag + ":" + index);
      made.appendChild(inside);
    });
    if (!found.length && part.help) { made.appendChild(make("p", { class: "dl-help" }, part.help)); }
    made.appendChild(dom.button("+ " + part.label, function () { add(part, parent, form, before); }, form.texts.add + ": " + part.label));
    return made;
  }

  /* All fields of `parts`, which stand in the element at `place`. */
  function parts(list, place, form) {
    var before = [];
    return list.map(function (part) {
      var made = null;
      if (part.type === "attribute") { made = attribute(part, place, form); }
      if (part.type === "text") {
        made = window.DigitalLiteracyStudioText(part, part.tag ? places.child(place, part.tag, part.attributes, before.slice()) : place, form);
      }
      if (part.type === "one") { made = one(part, places.child(place, part.tag, null, before.slice()), form); }
      if (part.type === "many") { made = many(part, place, form, before.slice()); }
      if (part.type === "items") { made = form.list(place, part); }
      if (part.tag) { before.push(part.tag); }
      return made;
    }).filter(Boolean);
  }

  window.DigitalLiteracyStudioFields = { parts: parts };
})();
