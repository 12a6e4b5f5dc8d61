/* Faults at their place in the form, in the form's own words. Browser: window.DigitalLiteracyStudioFaults.
   Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(require("./xml.js")); } else { root.DigitalLiteracyStudioFaults = make(root.DigitalLiteracyStudioXml); }
})(typeof self === "undefined" ? this : self, function (xml) {
  "use strict";

  /* The element that a fault names: by line and tag, else the smallest one around the line. Null where there is none. */
  function nodeOf(text, tree, fault) {
    if (!fault.line) { return null; }
    var named = /^\S+/.exec(fault.element || "");
    var id = /"([^"]*)"$/.exec(fault.element || "");
    var all = xml.descendants(tree);
    var exact = all.filter(function (node) {
      return named && node.tag === named[0] && xml.lineAt(text, node.start) <= fault.line &&
        xml.lineAt(text, node.empty ? node.end : node.innerStart) >= fault.line && (!id || xml.attribute(node, "id") === id[1]);
    });
    var around = all.filter(function (node) {
      return xml.lineAt(text, node.start) <= fault.line && xml.lineAt(text, node.end) >= fault.line;
    });
    return exact[0] || around[around.length - 1] || null;
  }

  /* Labels of a form by tag and attribute. */
  function labelsOf(form) {
    var found = {};
    (function walk(parts) {
      parts.forEach(function (part) {
        var key = part.type === "attribute" ? part.name + "=" : part.tag;
        if (key && part.label && !found[key]) { found[key] = part.label; }
        walk(part.parts || []);
        if (part.marks) { walk([part.marks]); }
      });
    })(form.parts);
    return found;
  }

  function plain(text, labels) {
    return text.replace(/<([a-z_]+)>/g, function (whole, tag) { return labels[tag] ? "“" + labels[tag] + "”" : whole; })
      .replace(/([a-z_]+=)"true"/g, function (whole, name) { return labels[name] ? "“" + labels[name] + "”" : whole; });
  }

  /* A fault as a sentence without tags, where the form has words for all it names; a cure in OLX is left out. */
  function sentence(fault, labels) {
    var cure = plain(fault.cure, labels);
    return plain(fault.problem, labels) + (/[<>]|="/.test(cure) ? "" : " " + cure);
  }

  return { nodeOf: nodeOf, labelsOf: labelsOf, sentence: sentence };
});
