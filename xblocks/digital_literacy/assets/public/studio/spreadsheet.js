/* A service from a spreadsheet: the file goes to the server, its OLX into the editor; what was there can come back. */
(function () {
  "use strict";

  function base64(file) {
    return new Promise(function (resolve, reject) {
      var reader = new FileReader();
      reader.onerror = reject;
      reader.onload = function () { resolve(String(reader.result).split(",")[1] || ""); };
      reader.readAsDataURL(file);
    });
  }

  function Spreadsheet(editor, box) {
    this.editor = editor;
    this.status = box.querySelector("[data-dl-sheet-status]");
    this.texts = JSON.parse(box.querySelector("[data-dl-sheet-texts]").textContent);
    this.limit = Number(box.getAttribute("data-dl-limit"));
    this.input = box.querySelector("[data-dl-workbook]");
    this.back = box.querySelector("[data-dl-before]");
    this.input.addEventListener("change", this.take.bind(this));
    this.back.addEventListener("click", this.bringBack.bind(this));
    box.querySelector("[data-dl-template]").addEventListener("click", function () {
      window.location.assign(editor.runtime.handlerUrl(editor.root, "spreadsheet_template"));
    });
  }

  Spreadsheet.prototype.take = function () {
    var self = this;
    var file = this.input.files[0];
    if (!file) { return; }
    this.editor.clear();
    this.status.textContent = "";
    if (file.size > this.limit) {
      this.input.value = "";
      this.editor.show({ message: this.texts.large });
      return;
    }
    base64(file).then(function (text) {
      return self.editor.post("import_spreadsheet", { file: text });
    }).then(function (reply) {
      if (reply.status === "ok") { self.put(reply); } else { self.editor.show(reply); }
    }).catch(function () {
      self.editor.show({ message: self.editor.texts.failed });
    }).then(function () { self.input.value = ""; }); // so that the same file, mended, can be chosen again
  };

  Spreadsheet.prototype.put = function (reply) {
    this.before = this.editor.olx.value;
    this.back.hidden = false;
    this.editor.setSource(reply.olx);
    this.status.textContent = reply.has_scenario ? this.texts.practice : this.texts.service;
  };

  Spreadsheet.prototype.bringBack = function () {
    this.editor.setSource(this.before);
    this.back.hidden = true;
    this.status.textContent = this.texts.back;
    this.editor.olx.focus();
  };

  window.DigitalLiteracyServiceStudio = function (runtime, element) {
    var editor = window.DigitalLiteracyStudio(runtime, element);
    new Spreadsheet(editor, editor.root.querySelector("[data-dl-spreadsheet]"));
    return editor;
  };
})();
