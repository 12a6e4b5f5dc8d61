/* Ids that are still free. Browser: window.DigitalLiteracyStudioIds. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(require("./xml.js")); } else { root.DigitalLiteracyStudioIds = make(root.DigitalLiteracyStudioXml); }
})(typeof self === "undefined" ? this : self, function (xml) {
  "use strict";

  var LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /* Ids of the elements `nodes`. */
  function taken(nodes) {
    return nodes.map(function (node) { return xml.attribute(node, "id"); }).filter(Boolean);
  }

  /* An id in the manner of `like` that is not in `used`: a, b, c … for one letter, else the stem and a number. */
  function free(like, used) {
    if (/^[a-z]$/.test(like || "")) {
      var letter = LETTERS.split("").find(function (each) { return used.indexOf(each) < 0; });
      if (letter) { return letter; }
    }
    var stem = (like || "q").replace(/[-_]?[0-9]+$/, "") || "q";
    var number = 1;
    while (used.indexOf(stem + number) >= 0) { number += 1; }
    return stem + number;
  }

  /* `piece`, one element, with an id that is not in `used`; without an id it stays as it is. */
  function fresh(piece, used) {
    var node = xml.elements(xml.parse(piece))[0];
    var own = xml.attribute(node, "id");
    return own === null ? piece : xml.setAttribute(piece, node, "id", free(own, used));
  }

  return { taken: taken, free: free, fresh: fresh };
});
