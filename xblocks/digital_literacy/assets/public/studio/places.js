/* Where a field of the form is written: a place finds its element in the tree of today and can make it where it is
   missing. Places name elements by what they are, so that they outlive edits around them.
   Browser: window.DigitalLiteracyStudioPlaces. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = make(require("./xml.js"), require("./variants.js"));
  } else { root.DigitalLiteracyStudioPlaces = make(root.DigitalLiteracyStudioXml, root.DigitalLiteracyStudioVariants); }
})(typeof self === "undefined" ? this : self, function (xml, variants) {
  "use strict";

  function fits(node, attributes) {
    return Object.keys(attributes || {}).every(function (name) { return xml.attribute(node, name) === attributes[name]; });
  }

  /* The home of the exercise's parts. */
  function home() { return { find: variants.home, make: function (text) { return text; } }; }

  /* The element child number `index` of a place; it is there or it is not. */
  function at(parent, index) {
    return {
      find: function (tree) {
        var node = parent.find(tree);
        return (node && xml.elements(node)[index]) || null;
      },
      make: function (text) { return text; }
    };
  }

  /* The child `tag` with `attributes`. `before`: tags after which it is put where it has to be made. */
  function child(parent, tag, attributes, before) {
    function find(tree) {
      var node = parent.find(tree);
      return (node && xml.elements(node, tag).find(function (each) { return fits(each, attributes); })) || null;
    }
    return {
      find: find,
      make: function (text) {
        if (find(xml.parse(text))) { return text; }
        var ready = parent.make(text);
        var node = parent.find(xml.parse(ready));
        var earlier = xml.elements(node).filter(function (each) { return (before || []).indexOf(each.tag) >= 0; });
        var named = Object.keys(attributes || {}).map(function (name) { return " " + name + '="' + xml.escapeValue(attributes[name], '"') + '"'; });
        return xml.insert(ready, node, "<" + tag + named.join("") + "></" + tag + ">", earlier[earlier.length - 1] || null);
      }
    };
  }

  /* The child `tag` number `index`. */
  function nth(parent, tag, index) {
    return {
      find: function (tree) {
        var node = parent.find(tree);
        return (node && xml.elements(node, tag)[index]) || null;
      },
      make: function (text) { return text; }
    };
  }

  /* The element `tag` with an id, anywhere inside a place. */
  function marked(parent, tag, id) {
    return {
      find: function (tree) {
        var node = parent.find(tree);
        return (node && xml.descendants(node, tag).find(function (each) { return xml.attribute(each, "id") === id; })) || null;
      },
      make: function (text) { return text; }
    };
  }

  return { home: home, at: at, child: child, nth: nth, marked: marked };
});
