/* Undo and redo over a whole text. What one field writes in one go is one step.
   Browser: window.DigitalLiteracyStudioHistory. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(); } else { root.DigitalLiteracyStudioHistory = make(); }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var MOST = 200;

  function History(text) {
    this.past = [];
    this.future = [];
    this.now = text;
    this.source = null;
  }

  /* Note that the text is `text` now; `source` names who wrote it, null for a step of its own. */
  History.prototype.push = function (text, source) {
    if (text === this.now) { return; }
    if (!source || source !== this.source) { this.past.push(this.now); }
    if (this.past.length > MOST) { this.past.shift(); }
    this.now = text;
    this.source = source || null;
    this.future = [];
  };

  /* The next change is a step of its own, whoever makes it. */
  History.prototype.pause = function () { this.source = null; };

  History.prototype.undo = function () { return this.step(this.past, this.future); };
  History.prototype.redo = function () { return this.step(this.future, this.past); };

  History.prototype.step = function (from, to) {
    this.source = null;
    if (from.length) {
      to.push(this.now);
      this.now = from.pop();
    }
    return this.now;
  };

  return History;
});
