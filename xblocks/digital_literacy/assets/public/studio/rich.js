/* Text without tags for authors, to and from the allowed markup: a blank line parts paragraphs, a line break is <br/>,
   "- " and "1. " make lists, **bold**, *emphasis*, `code`, [words](https://…), and [[words|id]] for a marked stretch.
   What cannot come back the same is shown as OLX instead: `toText` gives null.
   Browser: window.DigitalLiteracyStudioRich. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(require("./xml.js")); } else { root.DigitalLiteracyStudioRich = make(root.DigitalLiteracyStudioXml); }
})(typeof self === "undefined" ? this : self, function (xml) {
  "use strict";

  var WRAPS = { strong: "**", em: "*", code: "`" };
  var BLANKS = /[ \t\r\n]+/g;
  var TOKEN = /\[\[([^\]|]*)\|([A-Za-z0-9][A-Za-z0-9_.-]*)\]\]/;
  var INLINE = [
    { pattern: /\\([\\*`[\]\-.])/, make: function (found) { return xml.escapeText(found[1]); } },
    { pattern: TOKEN, make: function (found, marks) { return marks ? marks.write(found[2], inlineXml(found[1], null)) : xml.escapeText(found[0]); } },
    { pattern: /\*\*(?=[^\s*])([^\n]*?[^\s*])\*\*(?!\*)/, make: function (found, marks) { return "<strong>" + inlineXml(found[1], marks) + "</strong>"; } },
    { pattern: /\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)/, make: function (found, marks) { return "<em>" + inlineXml(found[1], marks) + "</em>"; } },
    { pattern: /`([^`\n]+)`/, make: function (found) { return "<code>" + xml.escapeText(found[1]) + "</code>"; } },
    { pattern: /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/, make: function (found, marks) { return '<a href="' + xml.escapeValue(found[2], '"') + '">' + inlineXml(found[1], marks) + "</a>"; } },
    { pattern: /\n/, make: function () { return "<br/>"; } }
  ];

  function Odd() {}

  /* Text to markup */

  function inlineXml(text, marks) {
    var first = null;
    INLINE.forEach(function (rule) {
      var found = rule.pattern.exec(text);
      if (found && (!first || found.index < first.found.index)) { first = { found: found, rule: rule }; }
    });
    if (!first) { return xml.escapeText(text); }
    var end = first.found.index + first.found[0].length;
    return xml.escapeText(text.slice(0, first.found.index)) + first.rule.make(first.found, marks) + inlineXml(text.slice(end), marks);
  }

  function bullet(line) {
    if (/^- /.test(line)) { return { tag: "ul", text: line.slice(2) }; }
    var number = /^[0-9]{1,2}\. /.exec(line);
    return number ? { tag: "ol", text: line.slice(number[0].length) } : null;
  }

  function blocks(text, marks) {
    var made = [];
    text.replace(/\r/g, "").split(/\n[ \t]*\n/).forEach(function (block) {
      var lines = block.split("\n").map(function (line) { return line.trim(); }).filter(Boolean);
      var open = null;
      lines.forEach(function (line) {
        var item = bullet(line);
        var tag = item ? item.tag : "p";
        if (!open || open.tag !== tag) { made.push(open = { tag: tag, parts: [] }); }
        open.parts.push(inlineXml(item ? item.text.trim() : line, marks));
      });
    });
    return made.map(function (each) {
      if (each.tag === "p") { return "<p>" + each.parts.join("<br/>") + "</p>"; }
      return "<" + each.tag + ">" + each.parts.map(function (part) { return "<li>" + part + "</li>"; }).join("") + "</" + each.tag + ">";
    });
  }

  /* The markup of `text`. `kind`: line, inline or rich. `indent`: the lead of the element it goes into, for one block a
     line. `marks.write(id, words)` gives the element of a marked stretch. */
  function toXml(text, kind, options) {
    var marks = (options && options.marks) || null;
    if (kind === "line") { return xml.escapeText(text.replace(BLANKS, " ").trim()); }
    if (kind === "inline") { return inlineXml(text.replace(/\r/g, "").trim(), marks); }
    var made = blocks(text, marks);
    var indent = options && options.indent;
    return made.length > 1 && indent ? made.map(function (each) { return indent + "  " + each; }).join("") + indent : made.join("");
  }

  /* Markup to text */

  function escaped(text, hard) { return hard ? text.replace(/[\\*`[\]]/g, "\\$&") : text; }

  function inlineText(nodes, state) {
    return nodes.map(function (node) {
      if (node.type === "text") { return escaped(node.value.replace(BLANKS, " "), state.hard); }
      if (node.type !== "element") { throw new Odd(); }
      return elementText(node, state);
    }).join("");
  }

  function elementText(node, state) {
    if (state.marks && node.tag === state.marks.tag) {
      return "[[" + inlineText(state.marks.words(node), { hard: state.hard }).trim() + "|" + xml.attribute(node, "id") + "]]";
    }
    if (node.tag === "br") { return "\n"; }
    var words = inlineText(node.children, state);
    if (node.tag === "a") { return "[" + words + "](" + xml.attribute(node, "href") + ")"; }
    if (!WRAPS[node.tag] || node.attributes.length) { throw new Odd(); }
    return WRAPS[node.tag] + words + WRAPS[node.tag];
  }

  function tidy(text) { return text.split("\n").map(function (line) { return line.trim(); }).join("\n").trim(); }

  function blockText(node, state) {
    if (node.type !== "element" || node.attributes.length) { throw new Odd(); }
    if (node.tag === "p") { return guarded(tidy(inlineText(node.children, state))); }
    if (node.tag !== "ul" && node.tag !== "ol") { throw new Odd(); }
    return solid(node.children).map(function (item, index) {
      if (item.tag !== "li" || item.attributes.length) { throw new Odd(); }
      return (node.tag === "ul" ? "- " : index + 1 + ". ") + tidy(inlineText(item.children, state));
    }).join("\n");
  }

  /* A paragraph that begins like a list is none. */
  function guarded(text) { return text.replace(/^(?:- |[0-9]{1,2}\. )/gm, function (start) { return start.replace(/[-.]/, "\\$&"); }); }

  function solid(nodes) { return nodes.filter(function (node) { return node.type !== "text" || node.value.trim(); }); }

  function write(nodes, kind, state) {
    if (kind === "line") {
      if (nodes.some(function (node) { return node.type !== "text"; })) { throw new Odd(); }
      return nodes.map(function (node) { return node.value; }).join("").replace(BLANKS, " ").trim();
    }
    var all = solid(nodes);
    var bare = all.every(function (node) { return node.type === "text" || ["p", "ul", "ol"].indexOf(node.tag) < 0; });
    if (kind === "inline" || bare) { return tidy(inlineText(nodes, state)); }
    return all.map(function (node) { return blockText(node, state); }).join("\n\n");
  }

  /* What `markup` says, whatever its white space: to see whether two say the same. `parts`: more tags around which
     white space says nothing. */
  function gist(markup, parts) {
    var around = new RegExp(" *(</?(?:" + ["p", "ul", "ol", "li", "br"].concat(parts || []).join("|") + ")(?: [^>]*)?>) *", "g");
    function of(node) {
      if (node.type === "text") { return node.value.replace(BLANKS, " "); }
      if (node.type !== "element") { return "<" + node.type + ">"; }
      var attributes = node.attributes.map(function (each) { return each.name + "=" + each.value; }).sort().join(",");
      return "<" + node.tag + " " + attributes + ">" + node.children.map(of).join("") + "</" + node.tag + ">";
    }
    return xml.parse(markup).children.map(of).join("").replace(around, "$1").trim();
  }

  /* Empty paragraphs say nothing. */
  function bare(said) { return said.replace(/<p ><\/p>/g, ""); }

  /* `markup` as text for authors, or null where that would lose something. `marks` as in `toXml`, with its tag and
     `words(node)`, the nodes of a marked stretch that are its words. */
  function toText(markup, kind, options) {
    var marks = (options && options.marks) || null;
    var nodes = xml.parse(markup).children;
    var parts = marks ? marks.parts : [];
    var wanted = bare(gist(markup, parts));
    var tries = [false, true];
    for (var i = 0; i < tries.length; i += 1) {
      try {
        var text = write(nodes, kind, { hard: tries[i], marks: marks });
        var again = bare(gist(toXml(text, kind, { marks: marks }), parts));
        if (again === wanted || again === "<p >" + wanted + "</p>") { return text; }
      } catch (error) {
        if (!(error instanceof Odd)) { throw error; }
      }
    }
    return null;
  }

  return { toText: toText, toXml: toXml, gist: gist, TOKEN: TOKEN };
});
