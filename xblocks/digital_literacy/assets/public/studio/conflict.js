/* Someone else has saved meanwhile: what they saved can be read, and one's own can still be saved, on purpose.
   Browser: window.DigitalLiteracyStudioConflict. */
(function () {
  "use strict";

  window.DigitalLiteracyStudioConflict = function (editor, reply) {
    var box = editor.root.querySelector("[data-dl-conflict]");
    var saved = box.querySelector("[data-dl-saved]");
    var view = box.querySelector("[data-dl-view-saved]");
    box.querySelector("[data-dl-conflict-message]").textContent = reply.message;
    saved.value = reply.saved || "";
    view.hidden = reply.saved === undefined;
    saved.parentNode.hidden = true;
    view.setAttribute("aria-expanded", "false");
    view.onclick = function () {
      saved.parentNode.hidden = !saved.parentNode.hidden;
      view.setAttribute("aria-expanded", String(!saved.parentNode.hidden));
    };
    box.querySelector("[data-dl-overwrite]").onclick = function () {
      editor.base = reply.base;
      box.hidden = true;
      editor.save();
    };
    box.hidden = false;
    box.focus();
  };
})();
