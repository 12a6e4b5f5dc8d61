/* Pasted text is sent as a file: the platform logs form fields, never files. Without this script there is the file only. */
(function () {
  "use strict";
  var form = document.querySelector("[data-verify]");
  if (!form || !window.DataTransfer || !window.File) { return; }
  var paste = form.querySelector("[data-paste]");
  var text = form.querySelector("textarea");
  var file = form.querySelector("input[type=file]");
  paste.hidden = false;
  text.addEventListener("input", function () { file.required = !text.value.trim(); });
  form.addEventListener("submit", function () {
    if (!text.value.trim() || file.files.length) { return; }
    var carrier = new DataTransfer();
    carrier.items.add(new File([text.value], "certificate.json", { type: "application/json" }));
    file.files = carrier.files;
  });
})();

/* A link to share is copied by a button, where the browser can; it can always be marked by hand. */
(function () {
  "use strict";
  if (!navigator.clipboard) { return; }
  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var field = document.getElementById(button.getAttribute("data-copy"));
      navigator.clipboard.writeText(field.value).then(
        function () { button.textContent = button.getAttribute("data-copied"); },
        function () { field.focus(); field.select(); }
      );
    });
  });
})();
