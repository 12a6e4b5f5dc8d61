/* OLX as text with places: every edit is a cut in the author's own text, so that what is not touched stays to the
   byte. Browser: window.DigitalLiteracyStudioXml. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(); } else { root.DigitalLiteracyStudioXml = make(); }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var NAME = /[^\s<>\/="'&!?;]+/y;
  var SPACE = /[ \t\r\n]*/y;
  var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

  function lineAt(text, offset) { return text.slice(0, offset).split("\n").length; }

  /* Text that is not well formed; `line` counts from 1. */
  function Malformed(text, offset) { this.line = lineAt(text, offset); this.message = "not well formed"; }

  function match(pattern, text, at) {
    pattern.lastIndex = at;
    var found = pattern.exec(text);
    return found ? found[0] : "";
  }

  function decode(raw, text, at) {
    return raw.replace(/&([^;\s<&]*;?)/g, function (whole, name, index) {
      var code = /^#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(name);
      if (code) { return String.fromCodePoint(Math.min(code[1] ? parseInt(code[1], 16) : Number(code[2]), 0x10ffff)); }
      if (name.slice(-1) === ";" && Object.prototype.hasOwnProperty.call(ENTITIES, name.slice(0, -1))) {
        return ENTITIES[name.slice(0, -1)];
      }
      throw new Malformed(text, at + index);
    });
  }

  function escapeText(value) { return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }

  function escapeValue(value, quote) {
    var safe = value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/[\r\n\t]+/g, " ");
    return quote === "'" ? safe.replace(/'/g, "&apos;") : safe.replace(/"/g, "&quot;");
  }

  /* What is not an element or text: a comment, an instruction, CDATA. Null where there is none at `at`. */
  function special(text, at) {
    var kinds = [["<!--", "-->", "comment"], ["<![CDATA[", "]]>", "cdata"], ["<?", "?>", "instruction"]];
    for (var i = 0; i < kinds.length; i += 1) {
      if (text.startsWith(kinds[i][0], at)) {
        var end = text.indexOf(kinds[i][1], at + kinds[i][0].length);
        if (end < 0) { throw new Malformed(text, at); }
        return { type: kinds[i][2], start: at, end: end + kinds[i][1].length, value: text.slice(at + kinds[i][0].length, end) };
      }
    }
    if (text.startsWith("<!", at)) { throw new Malformed(text, at); }
    return null;
  }

  function readAttributes(text, node, from) {
    var at = from;
    for (;;) {
      var blank = match(SPACE, text, at);
      var name = match(NAME, text, at + blank.length);
      if (!name) { return at + blank.length; }
      var start = at + blank.length;
      var equals = start + name.length + match(SPACE, text, start + name.length).length;
      var open = equals + 1 + match(SPACE, text, equals + 1).length;
      var quote = text[open];
      var close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1;
      var raw = text.slice(open + 1, close);
      var twice = node.attributes.some(function (each) { return each.name === name; });
      if (!blank || text[equals] !== "=" || close < 0 || raw.indexOf("<") >= 0 || twice) { throw new Malformed(text, start); }
      node.attributes.push({ name: name, value: decode(raw, text, open + 1), before: at, start: start, open: open, end: close + 1 });
      at = close + 1;
    }
  }

  function openTag(text, at, parent) {
    var tag = match(NAME, text, at + 1);
    if (!tag) { throw new Malformed(text, at); }
    var node = { type: "element", tag: tag, parent: parent, attributes: [], children: [], start: at };
    var end = readAttributes(text, node, at + 1 + tag.length);
    node.empty = text.startsWith("/>", end);
    if (!node.empty && text[end] !== ">") { throw new Malformed(text, end); }
    node.attributesEnd = node.attributes.length ? node.attributes[node.attributes.length - 1].end : at + 1 + tag.length;
    node.innerStart = end + (node.empty ? 2 : 1);
    if (node.empty) { node.innerEnd = node.end = node.innerStart; }
    return node;
  }

  /* The tree of `text`, a piece of XML with any number of elements at its top. Throws Malformed. */
  function parse(text) {
    var top = { type: "root", tag: "", attributes: [], children: [], start: 0, innerStart: 0, innerEnd: text.length, end: text.length, parent: null };
    var node = top;
    var at = 0;
    while (at < text.length) {
      if (text[at] !== "<") {
        var next = text.indexOf("<", at);
        var stop = next < 0 ? text.length : next;
        node.children.push({ type: "text", parent: node, start: at, end: stop, value: decode(text.slice(at, stop), text, at) });
        at = stop;
      } else if (text[at + 1] === "/") {
        var name = match(NAME, text, at + 2);
        var close = at + 2 + name.length + match(SPACE, text, at + 2 + name.length).length;
        if (name !== node.tag || node === top || text[close] !== ">") { throw new Malformed(text, at); }
        node.innerEnd = at;
        node.end = at = close + 1;
        node = node.parent;
      } else {
        var child = special(text, at) || openTag(text, at, node);
        node.children.push(child);
        child.parent = node;
        at = child.type === "element" ? child.innerStart : child.end;
        if (child.type === "element" && !child.empty) { node = child; }
      }
    }
    if (node !== top) { throw new Malformed(text, node.start); }
    return top;
  }

  function elements(node, tag) {
    return node.children.filter(function (each) { return each.type === "element" && (!tag || each.tag === tag); });
  }

  /* All elements below `node`, in order. */
  function descendants(node, tag) {
    return elements(node).reduce(function (found, each) {
      return found.concat(!tag || each.tag === tag ? [each] : [], descendants(each, tag));
    }, []);
  }

  function attribute(node, name) {
    var found = node.attributes.find(function (each) { return each.name === name; });
    return found ? found.value : null;
  }

  function slice(text, node) { return text.slice(node.start, node.end); }
  function inner(text, node) { return text.slice(node.innerStart, node.innerEnd); }
  function splice(text, start, end, piece) { return text.slice(0, start) + piece + text.slice(end); }

  /* `text` with the attribute set; null removes it. */
  function setAttribute(text, node, name, value) {
    var found = node.attributes.find(function (each) { return each.name === name; });
    if (value === null) { return found ? splice(text, found.before, found.end, "") : text; }
    if (found) {
      if (found.value === value) { return text; }
      return splice(text, found.open + 1, found.end - 1, escapeValue(value, text[found.open]));
    }
    return splice(text, node.attributesEnd, node.attributesEnd, " " + name + '="' + escapeValue(value, '"') + '"');
  }

  function setInner(text, node, piece) {
    if (!node.empty) { return splice(text, node.innerStart, node.innerEnd, piece); }
    return piece ? splice(text, node.attributesEnd, node.end, ">" + piece + "</" + node.tag + ">") : text;
  }

  /* The line break and blanks before `node`, or nothing where it does not begin its line. */
  function lead(text, node) {
    var found = /\n[ \t]*$/.exec(text.slice(0, node.start));
    if (found) { return found[0]; }
    return /^[ \t]*$/.test(text.slice(0, node.start)) && node.start > 0 ? "\n" + text.slice(0, node.start) : "";
  }

  /* `piece` moved so far to the right that its first line may stand at `indent` (a lead). */
  function indented(piece, indent) {
    var lines = piece.trim().split("\n");
    var own = /^[ \t]*/.exec(lines[lines.length - 1])[0];
    var to = indent.replace("\n", "");
    return lines.map(function (line, index) {
      return index === 0 || !line.trim() ? line : to + (line.startsWith(own) ? line.slice(own.length) : line.trim());
    }).join("\n");
  }

  /* Put `piece` into `parent` after its child `after`, or as the first child. */
  function insert(text, parent, piece, after) {
    var siblings = elements(parent);
    if (after) { return splice(text, after.end, after.end, (lead(text, after) || "\n") + indented(piece, lead(text, after))); }
    if (siblings.length) {
      var before = lead(text, siblings[0]);
      return splice(text, siblings[0].start, siblings[0].start, indented(piece, before) + (before || "\n"));
    }
    if (parent.type === "root") { return text.replace(/\s*$/, "") + "\n" + piece.trim() + "\n"; }
    var own = lead(text, parent);
    var deeper = own ? own + "  " : "";
    var whole = (text.slice(parent.innerStart, parent.innerEnd).trim() ? inner(text, parent) : "") + deeper + indented(piece, deeper) + own;
    return setInner(text, parent, whole);
  }

  /* `text` without `node`, and without the line it stood on alone. */
  function remove(text, node) {
    var before = lead(text, node);
    return splice(text, Math.max(0, node.start - before.length), node.end, "");
  }

  /* Two siblings change places; what stands between them stays. */
  function swap(text, first, second) {
    var a = first.start < second.start ? first : second;
    var b = a === first ? second : first;
    return text.slice(0, a.start) + slice(text, b) + text.slice(a.end, b.start) + slice(text, a) + text.slice(b.end);
  }

  return {
    parse: parse, Malformed: Malformed, elements: elements, descendants: descendants, attribute: attribute, slice: slice,
    inner: inner, splice: splice, setAttribute: setAttribute, setInner: setInner, insert: insert, remove: remove,
    swap: swap, lead: lead, lineAt: lineAt, escapeText: escapeText, escapeValue: escapeValue
  };
});
