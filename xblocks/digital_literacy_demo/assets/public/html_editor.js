/* The plain editor of the html block. */
function DemoHtmlEditor(runtime, element) {
  "use strict";
  var title = element.querySelector(".host-editor-title");
  var data = element.querySelector(".host-editor-data");
  var save = element.querySelector(".save-button");

  function token() {
    var found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? decodeURIComponent(found[1]) : "";
  }

  function fail(message) {
    save.disabled = false;
    runtime.notify("error", { message: message });
  }

  save.addEventListener("click", function () {
    save.disabled = true;
    runtime.notify("save", { state: "start" });
    fetch(runtime.handlerUrl(element, "studio_submit"), {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ display_name: title.value, data: data.value })
    }).then(function (response) {
      return response.json().then(function (reply) {
        if (response.ok) {
          runtime.notify("save", { state: "end" });
        } else {
          fail(reply.message || reply.error);
        }
      });
    }).catch(function () {
      fail("");
    });
  });
  element.querySelector(".cancel-button").addEventListener("click", function () {
    runtime.notify("cancel", {});
  });
}
