/* The browser side of the runtime: starts each block and gives it handlerUrl and notify. */
(function () {
  "use strict";
  var unit = document.getElementById("host-unit");
  var status = document.getElementById("host-status");
  var panel = document.getElementById("host-error");
  if (!unit) { return; }

  function toast(message) {
    status.textContent = "";
    if (message) {
      var line = document.createElement("p");
      line.className = "host-message host-message-success";
      line.textContent = message;
      status.appendChild(line);
    }
  }

  function showError(title, message) {
    toast("");
    panel.textContent = "";
    [title, message].filter(Boolean).forEach(function (text, index) {
      var line = document.createElement(index === 0 ? "strong" : "p");
      line.textContent = text;
      panel.appendChild(line);
    });
    panel.hidden = false;
    panel.focus();
  }

  function ownBlock(element) {
    var node = element && element.jquery ? element[0] : element;
    return node.closest("[data-usage-id]");
  }

  function handlerUrl(element, name, suffix, query) {
    var block = ownBlock(element);
    var url = block.dataset.handlerPrefix.replace("HANDLER", encodeURIComponent(name)) + (suffix || "");
    var parts = query ? [query] : [];
    if (unit.dataset.studio) {
      parts.push("version=" + encodeURIComponent(block.dataset.version));
    }
    return parts.length ? url + "?" + parts.join("&") : url;
  }

  function backToPreview(element, saved) {
    if (saved) {
      try { sessionStorage.setItem("host-toast", unit.dataset.saved); } catch (error) { /* no storage, no toast */ }
    }
    var place = element.closest(".host-block");
    var address = unit.dataset.studio + (place ? "#" + place.id : "");
    var here = location.pathname + location.search;
    location.assign(address);
    if (here === unit.dataset.studio) { location.reload(); }
  }

  function notify(element, name, data) {
    data = data || {};
    if (name === "error") {
      showError(data.title || unit.dataset.error, data.message);
    } else if (name === "save" && data.state === "start") {
      panel.hidden = true;
      toast(unit.dataset.saving);
    } else if (name === "save" && data.state === "end") {
      backToPreview(element, true);
    } else if (name === "cancel") {
      backToPreview(element, false);
    }
    element.dispatchEvent(new CustomEvent("xblock-" + name, { bubbles: true, detail: data }));
  }

  function start(element) {
    var script = element.querySelector(":scope > .xblock-json-init-args");
    var runtime = {
      element: element,
      children: [],
      childMap: function () { return undefined; },
      handlerUrl: handlerUrl,
      notify: function (name, data) { notify(element, name, data); }
    };
    try {
      window[element.dataset.init](runtime, element, script ? JSON.parse(script.textContent) : undefined);
    } catch (error) {
      console.error("Block " + element.dataset.usageId + " could not start", error);
      var line = document.createElement("p");
      line.className = "host-message host-message-error";
      line.textContent = unit.dataset.broken;
      element.insertBefore(line, element.firstChild);
    }
  }

  function markSeen() {
    var token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    fetch(unit.dataset.seenUrl, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-CSRFToken": token ? decodeURIComponent(token[1]) : "" }
    }).catch(function () { /* looked at again next time */ });
  }

  try {
    var kept = sessionStorage.getItem("host-toast");
    if (kept) { sessionStorage.removeItem("host-toast"); toast(kept); }
  } catch (error) { /* no storage, no toast */ }
  unit.querySelectorAll(".xblock[data-init]").forEach(start);
  if (unit.dataset.seenUrl) { setTimeout(markSeen, 2000); }
})();
