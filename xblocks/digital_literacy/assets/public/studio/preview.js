/* What learners of a group would see of the text as it stands, without saving. Browser: window.DigitalLiteracyStudioPreview. */
(function () {
  "use strict";

  var WAIT = 900;

  function Preview(editor, form, texts) {
    this.editor = editor;
    this.form = form;
    this.texts = texts;
    this.box = editor.root.querySelector("[data-dl-preview]");
    this.status = editor.root.querySelector("[data-dl-preview-status]");
    this.asked = 0;
  }

  /* After a pause in the writing. */
  Preview.prototype.later = function () {
    var self = this;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(function () { self.now(); }, WAIT);
  };

  Preview.prototype.now = function () {
    var self = this;
    var number = this.asked += 1;
    window.clearTimeout(this.timer);
    if (!this.box.offsetParent) { return Promise.resolve(); }
    var body = { values: this.editor.values(), olx: this.editor.olx.value, group: this.form.group };
    return this.editor.post("preview", body).then(function (reply) {
      if (number === self.asked) { self.show(reply, body.olx); }
    }, function () {
      if (number === self.asked) { self.status.textContent = self.texts.preview_failed; }
    });
  };

  Preview.prototype.show = function (reply, olx) {
    if (reply.status !== "ok") { this.status.textContent = reply.message || this.texts.preview_failed; return; }
    if (reply.faults.length) {
      this.status.textContent = this.texts.preview_faults;
      if (olx === this.editor.olx.value) { this.form.tell(reply.faults); }
      return;
    }
    this.status.textContent = "";
    this.box.innerHTML = reply.html;
    if (olx === this.editor.olx.value) { this.form.tell([]); }
  };

  window.DigitalLiteracyStudioPreview = Preview;
})();
