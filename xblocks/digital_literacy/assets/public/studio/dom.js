/* Small helpers for making the form's elements. Browser: window.DigitalLiteracyStudioDom. */
(function () {
  "use strict";

  var count = 0;

  /* An element: make("p", {class: "x", onclick: f}, child, "text", …). null and false are left out. */
  function make(tag, attributes) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      var value = attributes[name];
      if (name.slice(0, 2) === "on") { node.addEventListener(name.slice(2), value); }
      else if (value !== null && value !== false && value !== undefined) { node.setAttribute(name, value === true ? "" : value); }
    });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) {
      if (child) { node.appendChild(typeof child === "string" ? document.createTextNode(child) : child); }
    });
    return node;
  }

  /* A button: its text, and the longer name it has for screen readers. */
  function button(text, onclick, name, extra) {
    return make("button", Object.assign({
      type: "button", class: "dl-button dl-button-secondary dl-st-small", "aria-label": name || null, onclick: onclick
    }, extra || {}), text);
  }

  function id() { count += 1; return "dl-st-" + count; }

  /* `text` with {name} replaced. */
  function fill(text, parts) {
    return Object.keys(parts).reduce(function (all, key) { return all.split("{" + key + "}").join(parts[key]); }, text || "");
  }

  function shorten(text, most) { return text.length > most ? text.slice(0, most - 1).trim() + "…" : text; }

  window.DigitalLiteracyStudioDom = { make: make, button: button, id: id, fill: fill, shorten: shorten };
})();
