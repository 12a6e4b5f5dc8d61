/* Shared by the blocks on learner pages. Takes the page as it finds it; never re-renders what a learner types.
   Public: window.DigitalLiteracy = { boot, Block }. A Block has: root, url(name), post, submit, drafts, say, alert,
   text, errorSummary, newAttemptId. */
(function () {
  "use strict";
  if (window.DigitalLiteracy) { return; }

  var PREFIX = "dl:";
  // Refusals that only a fresh page mends. It is the learner who reloads: what he typed may go with the old page.
  var STALE = { changed: true, already_sent: true, not_started: true, time_over: true, already_filed: true, filed_before: true };

  function store() {
    try { return window.localStorage; } catch (error) { return null; }
  }

  function readJson(key) {
    var area = store();
    try { return area ? JSON.parse(area.getItem(PREFIX + key)) : null; } catch (error) { return null; }
  }

  function writeJson(key, value) {
    var area = store();
    try {
      if (area) { area.setItem(PREFIX + key, JSON.stringify(value)); return true; }
    } catch (error) { /* full or forbidden: the page itself still holds everything */ }
    return false;
  }

  function forget(key) {
    var area = store();
    if (area) { try { area.removeItem(PREFIX + key); } catch (error) { /* nothing kept */ } }
  }

  /* Names of what is kept that begin with `start`, without our own prefix. */
  function keysWith(start) {
    var area = store();
    if (!area) { return []; }
    return Object.keys(area).filter(function (key) { return key.indexOf(PREFIX + start) === 0; })
      .map(function (key) { return key.slice(PREFIX.length); });
  }

  function csrf() {
    var match = /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie);
    return match ? decodeURIComponent(match[1]) : "";
  }

  function uuid() {
    if (window.crypto && window.crypto.randomUUID) { return window.crypto.randomUUID(); }
    var bytes = new Uint8Array(16);
    window.crypto.getRandomValues(bytes);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    var hex = Array.prototype.map.call(bytes, function (b) { return ("0" + b.toString(16)).slice(-2); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /* A failure that another try may mend: no connection, or a server that is away for a moment. */
  function Unreachable() { this.unreachable = true; }

  function send(url, body) {
    return fetch(url, {
      method: "POST",
      credentials: "same-origin",
      keepalive: true, // sent even if the page is left meanwhile; browsers take up to 64 KiB so, and so does the server
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
      body: JSON.stringify(body)
    }).catch(function () { throw new Unreachable(); }).then(function (response) {
      if (response.status >= 500 || response.status === 429) { throw new Unreachable(); }
      var type = response.headers.get("Content-Type") || "";
      if (type.indexOf("application/json") < 0) {
        return { status: "error", code: response.redirected || response.status === 403 ? "signed_out" : "failed" };
      }
      return response.json().catch(function () { throw new Unreachable(); });
    });
  }

  function Block(runtime, element) {
    var wrapper = element && element.jquery ? element[0] : element;
    this.runtime = runtime;
    this.root = wrapper.matches(".dl-block") ? wrapper : wrapper.querySelector(".dl-block");
    this.element = wrapper;
    this.key = this.root.getAttribute("data-dl-key") || this.root.id;
    var texts = this.root.querySelector("[data-dl-texts]");
    this.texts = texts ? JSON.parse(texts.textContent) : {};
  }

  Block.prototype.text = function (name) { return this.texts[name] || ""; };

  Block.prototype.url = function (handler) { return this.runtime.handlerUrl(this.element, handler); };

  Block.prototype.say = function (message) {
    var box = this.root.querySelector("[data-dl-status]");
    if (box) { box.textContent = message || ""; }
  };

  Block.prototype.alert = function (message) {
    var box = this.root.querySelector("[data-dl-alert]");
    if (box) { box.textContent = message || ""; }
    this.offerReload(false);
  };

  Block.prototype.offerReload = function (offered) {
    var box = this.root.querySelector("[data-dl-reload]");
    if (box) { box.hidden = !offered; }
  };

  Block.prototype.bindReload = function () {
    var box = this.root.querySelector("[data-dl-reload]");
    if (box) { box.querySelector("button").addEventListener("click", function () { window.location.reload(); }); }
  };

  /* Post to a handler. Resolves with the reply whatever its status; rejects with {unreachable: true}. */
  Block.prototype.post = function (handler, body) { return send(this.url(handler), body || {}); };

  Block.prototype.complain = function (reply) {
    this.alert(reply.message || (reply.code === "signed_out" ? this.text("signed_out") : this.text("failed")));
    this.offerReload(STALE[reply.code]);
  };

  Block.prototype.queueKey = function (id) { return "queue:" + this.key + ":" + id; };

  /* Send an attempt once. Until a reply comes it stays queued on this device under its own id, and is sent again when
     the connection is back or the page is opened again; the server counts one id once. `keep` false: the body holds
     what must not be stored, so it stays in the open page only. */
  Block.prototype.submit = function (handler, body, onReply, keep) {
    var binding = this.root.getAttribute("data-dl-binding");
    if (binding) { body.binding = binding; }
    var queued = { handler: handler, body: body };
    var key = this.queueKey(body.attempt_id);
    this.pending = { queued: queued, key: key, onReply: onReply, kept: keep !== false && writeJson(key, queued) };
    this.alert("");
    this.say(this.text("sending"));
    return this.flush().catch(function () { /* said where it happened */ });
  };

  Block.prototype.flush = function () {
    var self = this;
    if (!this.pending) { return Promise.resolve(); }
    if (this.sending) { return this.sending; }
    var pending = this.pending;
    this.sending = send(this.url(pending.queued.handler), pending.queued.body).then(function (reply) {
      self.sending = null;
      if (reply.code === "signed_out" || reply.code === "failed") {
        // Not an answer of ours: the attempt may not have arrived, so it is kept.
        self.say("");
        self.complain(reply);
        self.retryLater();
        throw new Unreachable();
      }
      self.wait = 0;
      if (self.pending === pending) { self.pending = null; }
      forget(pending.key);
      self.say(reply.status === "ok" ? self.text("sent") : "");
      self.deliver(pending, reply);
    }, function (error) {
      self.sending = null;
      self.say(self.text(pending.kept ? "saved_offline" : "waiting_here"));
      self.retryLater();
      throw error;
    });
    return this.sending;
  };

  /* A slip in showing a reply is not a lost connection: the attempt is counted, and a reload shows it. */
  Block.prototype.deliver = function (pending, reply) {
    try {
      pending.onReply(reply, pending.queued.body);
    } catch (error) {
      window.console.error(error);
      window.location.reload();
    }
  };

  Block.prototype.retryLater = function () {
    var self = this;
    this.wait = Math.min((this.wait || 2000) * 2, 60000);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(function () { self.flush().catch(function () {}); }, this.wait);
  };

  /* Take up what earlier visits could not send, one after another. Call it at start with the handler of replies. */
  Block.prototype.resume = function (onReply) {
    var self = this;
    var waiting = keysWith(this.queueKey("")).map(function (key) {
      return { queued: readJson(key), key: key, onReply: onReply, kept: true };
    }).filter(function (each) { return each.queued && each.queued.handler && each.queued.body; });
    function next() {
      if (self.pending || !waiting.length) { return; }
      self.pending = waiting.shift();
      self.say(self.text("sending"));
      self.flush().then(next, function () { /* said where it happened; sent when the connection is back */ });
    }
    window.addEventListener("online", function () { self.flush().then(next, function () {}); });
    var any = waiting.length > 0;
    next();
    return any;
  };

  Block.prototype.newAttemptId = uuid;

  Block.prototype.readDraft = function () { return readJson("draft:" + this.key); };
  Block.prototype.writeDraft = function (value) { return writeJson("draft:" + this.key, value); };
  Block.prototype.clearDraft = function () { forget("draft:" + this.key); };
  Block.prototype.clearDevice = function () {
    this.clearDraft();
    if (!this.sending) {
      keysWith(this.queueKey("")).forEach(forget);
      this.pending = null;
      window.clearTimeout(this.timer);
    }
    this.say(this.text("cleared"));
  };

  /* Fill an error summary: [{id, message}]. Links go to the fields; focus moves to the summary. */
  Block.prototype.errorSummary = function (box, errors) {
    var list = box.querySelector("ul");
    list.textContent = "";
    errors.forEach(function (error) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = "#" + error.id;
      link.textContent = error.message;
      link.addEventListener("click", function (event) {
        var field = document.getElementById(error.id);
        event.preventDefault();
        if (field) { field.focus(); field.scrollIntoView({ block: "center" }); }
      });
      item.appendChild(link);
      list.appendChild(item);
    });
    box.hidden = errors.length === 0;
    if (errors.length) { this.focus(box); }
  };

  /* Move focus to a heading or box, and tell the page around an LMS iframe to scroll there. */
  Block.prototype.focus = function (target) {
    if (!target.hasAttribute("tabindex")) { target.setAttribute("tabindex", "-1"); }
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
    if (window.parent !== window && document.referrer) {
      var top = target.getBoundingClientRect().top + window.pageYOffset;
      window.parent.postMessage({ offset: top }, new URL(document.referrer).origin);
    }
  };

  Block.prototype.bindGroupChoice = function () {
    var self = this;
    var box = this.root.querySelector("[data-dl-group]");
    if (!box) { return; }
    box.querySelector("[data-dl-choose-group]").addEventListener("click", function () {
      var chosen = box.querySelector("input:checked");
      if (!chosen) {
        box.querySelector("[data-dl-group-alert]").textContent = self.text("choose_group");
        box.querySelector("input").focus();
        return;
      }
      var binding = self.root.getAttribute("data-dl-binding");
      self.post("choose_group", { group: chosen.value, binding: binding }).then(function (reply) {
        if (reply.status === "ok") { window.location.reload(); } else { self.complain(reply); }
      }, function () { self.alert(self.text("failed")); });
    });
  };

  Block.prototype.ready = function () {
    this.root.querySelectorAll("[data-dl-needs-script]").forEach(function (button) {
      button.disabled = false;
      button.removeAttribute("data-dl-needs-script");
    });
    this.root.setAttribute("data-dl-ready", "");
  };

  /* Start a block once; `start(block)` binds its own parts before the buttons open. */
  function boot(runtime, element, start) {
    var block = new Block(runtime, element);
    if (block.root.hasAttribute("data-dl-ready")) { return block; }
    block.bindGroupChoice();
    block.bindReload();
    if (start) { start(block); }
    if (window.DigitalLiteracyReading) { window.DigitalLiteracyReading.start(block); }
    block.ready();
    return block;
  }

  window.DigitalLiteracy = { boot: boot, Block: Block };
  window.DigitalLiteracyBlock = function (runtime, element) { return boot(runtime, element); };
})();
