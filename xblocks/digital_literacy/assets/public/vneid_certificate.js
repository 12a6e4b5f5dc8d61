/* The certificate block: consent, then the whole page goes to the login. */
(function () {
  "use strict";

  function leave(location) {
    // Inside a courseware iframe the login must take the whole window, and a provider would refuse to be framed.
    try { window.top.location.assign(location); } catch (error) { window.location.assign(location); }
  }

  function goOn(root, location) {
    // A sandboxed iframe may not move the window by itself; a click on a link may.
    var onward = root.querySelector("[data-dl-onward]");
    if (onward) {
      onward.querySelector("a").href = location;
      onward.hidden = false;
    }
    leave(location);
  }

  function start(block) {
    var root = block.root;
    var button = root.querySelector("[data-dl-start]");
    var consent = root.querySelector("[data-dl-consent]");
    var again = root.querySelector("[data-dl-look-again]");
    if (again) { again.addEventListener("click", function () { window.location.reload(); }); }
    if (!button || !consent) { return; }
    button.addEventListener("click", function () {
      if (button.getAttribute("aria-busy") === "true") { return; }
      button.setAttribute("aria-busy", "true");
      block.alert("");
      block.say(block.text("sending"));
      block.post("start", { consent: consent.checked, consent_version: consent.getAttribute("data-dl-consent-version") })
        .then(function (reply) {
          if (reply.status === "ok") { goOn(root, new URL(reply.location, window.location.href).href); return; }
          block.say("");
          block.complain(reply);
          if (reply.code === "consent") { consent.focus(); }
          button.removeAttribute("aria-busy");
        }, function () {
          block.say("");
          block.alert(block.text("failed"));
          button.removeAttribute("aria-busy");
        });
    });
  }

  window.DigitalLiteracyVneidCertificate = function (runtime, element) {
    return window.DigitalLiteracy.boot(runtime, element, start);
  };
})();
