/* What one target group sees of an exercise, and where it is written: in the common text or in a <variant> of the
   group. Browser: window.DigitalLiteracyStudioVariants. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(require("./xml.js")); } else { root.DigitalLiteracyStudioVariants = make(root.DigitalLiteracyStudioXml); }
})(typeof self === "undefined" ? this : self, function (xml) {
  "use strict";

  var WHOLE = "skills_exercise";

  /* The element that holds the exercise's parts: the top, or the whole element where the author has it before him. */
  function home(tree) {
    var all = xml.elements(tree);
    return all.length === 1 && all[0].tag === WHOLE ? all[0] : tree;
  }

  function codes(variant) { return (xml.attribute(variant, "group") || "").split(/\s+/).filter(Boolean); }

  function same(one, other) {
    return one.tag === other.tag && xml.attribute(one, "id") === xml.attribute(other, "id");
  }

  /* The variants that fit, the group's own first, as the server ranks them. */
  function fitting(parent, lineage) {
    var rank = function (variant) {
      var places = codes(variant).map(function (code) { return lineage.indexOf(code); }).filter(function (at) { return at >= 0; });
      return places.length ? Math.min.apply(null, places) : -1;
    };
    return xml.elements(parent, "variant").filter(function (each) { return rank(each) >= 0; })
      .map(function (variant, place) { return { variant: variant, rank: rank(variant), place: place }; })
      .sort(function (a, b) { return a.rank - b.rank || b.place - a.place; });
  }

  /* Entries in the order learners see them: {node, variant, from}. `variant` is null for the common text, `from` the
     group by whose variant it is there.
     lineage: the group's code and its parents' codes; empty for the common text. */
  function entries(parent, lineage) {
    var found = fitting(parent, lineage);
    var list = [];
    xml.elements(parent).forEach(function (node) {
      if (node.tag !== "variant") {
        var hit = null;
        found.forEach(function (each) {
          var own = xml.elements(each.variant).find(function (part) { return same(part, node); });
          if (own && !hit) { hit = { node: own, variant: each.variant, from: lineage[each.rank], common: node }; }
        });
        list.push(hit || { node: node, variant: null, from: "", common: node });
        return;
      }
      var mine = found.find(function (each) { return each.variant === node; });
      xml.elements(mine ? node : { children: [] }).forEach(function (part) {
        var shown = xml.elements(parent).some(function (other) { return other.tag !== "variant" && same(other, part); });
        if (!shown) { list.push({ node: part, variant: node, from: lineage[mine.rank], common: null }); }
      });
    });
    return list;
  }

  /* Put `piece` into the variant that is for `code` alone; it is made where there is none. */
  function add(text, parent, code, piece) {
    var own = xml.elements(parent, "variant").find(function (each) { return codes(each).join(" ") === code; });
    if (own) {
      var inside = xml.elements(own);
      return xml.insert(text, own, piece, inside[inside.length - 1] || null);
    }
    var all = xml.elements(parent);
    var made = '<variant group="' + code + '">\n  ' + piece.trim().replace(/\n/g, "\n  ") + "\n</variant>";
    return xml.insert(text, parent, made, all[all.length - 1] || null);
  }

  /* A copy of the entry's element for one group alone. */
  function write(text, parent, entry, code) {
    var piece = xml.slice(text, entry.node);
    var depth = xml.lead(text, entry.node).replace("\n", "");
    return add(text, parent, code, piece.split("\n").map(function (line) {
      return line.startsWith(depth) ? line.slice(depth.length) : line;
    }).join("\n"));
  }

  /* Take an element out of its variant, and the variant with its last one. */
  function drop(text, entry) {
    var last = xml.elements(entry.variant).length === 1;
    return xml.remove(text, last ? entry.variant : entry.node);
  }

  /* Groups that have parts of their own inside `node`. */
  function finer(node) {
    var found = [];
    xml.descendants(node, "variant").forEach(function (each) {
      codes(each).forEach(function (code) { if (found.indexOf(code) < 0) { found.push(code); } });
    });
    return found;
  }

  return { home: home, codes: codes, entries: entries, add: add, write: write, drop: drop, finer: finer };
});
