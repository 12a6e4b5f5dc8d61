/* The service practice in the browser: steps, checks as on the server, drafts without anything real-looking, filing,
   tracking. The rules both sides share are in service_rules.js; the server decides. */
(function () {
  "use strict";
  if (window.DigitalLiteracyServicePractice) { return; }

  var rules = function () { return window.DigitalLiteracyServiceRules; };
  // While these are typed a part of a real number could stand there: only whole practice values are kept.
  var WHOLE_ONLY = { identity_number: true, phone: true, email: true };

  var DATE_SHAPES = { date_shape: true, date_day_first: true };

  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) { node.className = className; }
    if (text) { node.textContent = text; }
    return node;
  }

  function Practice(block) {
    var script = block.root.querySelector('[data-sp-work] > script[type="application/json"]');
    this.block = block;
    this.root = block.root;
    this.words = this.root.querySelector("[data-sp-texts]").dataset;
    this.rules = script ? JSON.parse(script.textContent) : null;
    this.path = [];
    this.attempt = "";
    this.keeps = true;
    this.communeNames = {};
  }

  Practice.prototype.all = function (selector) {
    return Array.prototype.slice.call(this.root.querySelectorAll(selector));
  };

  Practice.prototype.one = function (selector) { return this.root.querySelector(selector); };

  Practice.prototype.start = function () {
    var self = this;
    this.root.addEventListener("click", function (event) { self.click(event); });
    if (!this.rules) { this.filed(false); this.finish(); return; }
    this.steps = this.all("[data-sp-step]");
    this.root.addEventListener("input", function (event) { self.typed(event.target); });
    this.root.addEventListener("change", function (event) { self.changed(event.target); });
    // Whoever leaves right after typing finds it again.
    var leaving = function () { if (self.keepTimer) { self.write(); } };
    window.addEventListener("pagehide", leaving);
    document.addEventListener("visibilitychange", leaving);
    Object.keys(this.rules.communes).forEach(function (province) {
      self.communesOf[province] = Promise.resolve(self.rules.communes[province]);
    });
    this.restore();
    if (this.root.hasAttribute("data-sp-with-helper")) { this.together(); }
    if (this.rules.shows) { this.all("[data-sp-step] input, [data-sp-step] select, [data-sp-step] textarea").forEach(function (input) { input.disabled = true; }); }
    this.show();
    this.search(this.one("[data-sp-query]"));
    this.block.resume(function (reply) { self.submitted(reply); });
  };

  /* The dossier is filed: nothing of it stays on this device, not even after a reply that never came. */
  Practice.prototype.finish = function () {
    var self = this;
    this.block.clearDraft();
    this.block.resume(function (reply) { if (reply.status === "ok" && reply.valid) { self.replaced(reply, ""); } });
  };

  // Values

  Practice.prototype.inputs = function (id) { return this.all('[data-sp-input="' + id + '"]'); };

  Practice.prototype.raw = function (field) {
    var inputs = this.inputs(field.id);
    if (!inputs.length) { return ""; }
    if (inputs[0].type === "checkbox") { return inputs[0].checked ? "yes" : "no"; }
    if (inputs[0].type === "radio") {
      var chosen = inputs.filter(function (input) { return input.checked; })[0];
      return chosen ? chosen.value : "";
    }
    return inputs[0].value;
  };

  Practice.prototype.put = function (field, value) {
    this.inputs(field.id).forEach(function (input) {
      if (input.type === "checkbox") { input.checked = value === "yes"; }
      else if (input.type === "radio") { input.checked = input.value === value; }
      else if (!input.value) { input.value = value; }
    });
  };

  Practice.prototype.agency = function () {
    var name = this.communeNames[this.commune()] || "";
    if (this.rules.agency_of === "whole") { return this.commune() ? this.rules.agency : ""; }
    if (this.byProvince() && this.commune()) { name = this.one("[data-sp-commune]").selectedOptions[0].text; }
    return name ? this.rules.agency + " " + name.charAt(0).toLowerCase() + name.slice(1) : "";
  };

  Practice.prototype.byProvince = function () { return this.rules.agency_of === "province"; };

  Practice.prototype.commune = function () {
    var select = this.one("[data-sp-commune]");
    return select ? select.value : "";
  };

  Practice.prototype.options = function (field) {
    return { minimum: field.minimum, maximum: field.maximum, when: field.when, choices: field.choices, today: this.rules.today };
  };

  Practice.prototype.readField = function (field) {
    if (field.locked !== undefined) { return { value: field.place ? this.agency() : field.locked, fault: "" }; }
    var reading = rules().read(field.kind, this.raw(field), this.options(field));
    if (reading.fault || !field.required) { return reading; }
    if (field.kind === "yes_no" && reading.value !== "yes" && !field.default) { return { value: "", fault: "must_agree" }; }
    return reading.value ? reading : { value: "", fault: field.kind === "choice" ? "choose" : "required" };
  };

  /* One pass over the form, as public_services/checking.py does it. */
  Practice.prototype.read = function () {
    var self = this;
    var form = { values: {}, faults: [], shown: {}, sections: {} };
    this.rules.sections.forEach(function (section) {
      var open = rules().holds(section.show, form.values, self.rules.today);
      form.sections[section.id] = open;
      section.fields.forEach(function (field) {
        form.shown[field.id] = open && rules().holds(field.show, form.values, self.rules.today);
        var reading = form.shown[field.id] ? self.readField(field) : { value: "", fault: "" };
        form.values[field.id] = reading.value;
        if (reading.fault) { form.faults.push({ field: field.id, code: reading.fault, message: self.faultText(reading.fault, field) }); }
      });
    });
    this.brokenRules(form);
    return form;
  };

  Practice.prototype.brokenRules = function (form) {
    var self = this;
    var faulty = {};
    form.faults.forEach(function (fault) { faulty[fault.field] = true; });
    this.rules.rules.forEach(function (rule) {
      var ready = rule.fields.every(function (name) { return form.values[name] && !faulty[name]; });
      if (ready && !rules().holds(rule.require, form.values, self.rules.today)) {
        form.faults.push({ field: rule.field, message: rule.message });
      }
    });
  };

  Practice.prototype.faultText = function (code, field) {
    return this.fill(this.rules.texts[code] || "", field);
  };

  Practice.prototype.fill = function (text, params) {
    return text.replace(/%\((\w+)\)[sd]/g, function (all, name) { return params[name]; });
  };

  Practice.prototype.field = function (id) {
    var found = null;
    this.rules.sections.forEach(function (section) {
      section.fields.forEach(function (field) { if (field.id === id) { found = field; } });
    });
    return found;
  };

  /* Open and close what depends on other answers; nothing typed is cleared. */
  Practice.prototype.show = function () {
    var form = this.read();
    var self = this;
    Object.keys(form.shown).forEach(function (id) {
      var node = self.one('[data-sp-field="' + id + '"]');
      if (node) { node.hidden = !form.shown[id]; }
    });
    this.rules.sections.forEach(function (section) {
      // A section without a field that is asked for has nothing to say either.
      var node = self.one('[data-sp-section="' + section.id + '"]');
      var asked = section.fields.some(function (field) { return form.shown[field.id]; });
      if (node) { node.hidden = !form.sections[section.id] || (section.fields.length > 0 && !asked); }
      section.fields.forEach(function (field) {
        if (field.place) { self.one('[data-sp-locked="' + field.id + '"] span').textContent = self.agency(); }
      });
    });
    this.rules.papers.forEach(function (paper) {
      var row = self.one('[data-sp-paper-row="' + paper.id + '"]');
      if (row) { row.hidden = !rules().holds(paper.show, form.values, self.rules.today); }
    });
    return form;
  };

  Practice.prototype.typed = function (target) {
    var id = target.getAttribute("data-sp-input");
    if (target.hasAttribute("data-sp-query")) { this.search(target); return; }
    if (!id) { return; }
    // Said at once, before anything is kept: this must not be a real person's.
    var field = this.field(id);
    var real = rules().find(this.raw(field)) !== null && field.kind !== "choice" && field.kind !== "yes_no";
    if (real) { this.mark(id, this.faultText("real_looking", field)); }
    else if (target.getAttribute("aria-invalid")) { this.mark(id, ""); }
    this.keep();
  };

  Practice.prototype.changed = function (target) {
    if (target.hasAttribute("data-sp-question")) { this.mark("question:" + target.getAttribute("data-sp-question"), ""); }
    if (target.hasAttribute("data-sp-province") && !this.byProvince()) { this.loadCommunes(target.value, ""); }
    if (target.hasAttribute("data-sp-commune")) { this.mark("commune", ""); }
    if (target.hasAttribute("data-sp-paper")) { this.mark("paper:" + target.getAttribute("data-sp-paper"), ""); }
    if (this.rules) { this.recheck(this.show()); this.keep(); }
  };

  /* One answer may mend another: what is no longer wrong is no longer marked. */
  Practice.prototype.recheck = function (form) {
    var self = this;
    var faulty = {};
    form.faults.forEach(function (fault) { faulty[fault.field] = true; });
    this.all("[data-sp-error]:not([hidden])").forEach(function (line) {
      var id = line.closest("[data-sp-field]").getAttribute("data-sp-field");
      if (self.field(id) && !faulty[id]) { self.mark(id, ""); }
    });
  };

  // Drafts

  Practice.prototype.safe = function (field) {
    var raw = this.raw(field);
    if (rules().find(raw) !== null) { return false; }
    if (WHOLE_ONLY[field.kind]) { return !rules().read(field.kind, raw, {}).fault; }
    return !/[0-9](?:[ .\-]?[0-9]){8}/.test(raw.replace(/[0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{4}/g, ""));
  };

  Practice.prototype.draftValues = function () {
    var self = this;
    var values = {};
    this.rules.sections.forEach(function (section) {
      section.fields.forEach(function (field) {
        var raw = field.locked === undefined ? self.raw(field) : "";
        if (raw && self.safe(field)) { values[field.id] = raw; }
      });
    });
    return values;
  };

  Practice.prototype.papers = function () {
    var chosen = {};
    this.all("[data-sp-paper]").forEach(function (select) {
      if (select.value) { chosen[select.getAttribute("data-sp-paper")] = select.value; }
    });
    return chosen;
  };

  Practice.prototype.keep = function () {
    var self = this;
    window.clearTimeout(this.keepTimer);
    if (!this.keeps) { return; }
    this.keepTimer = window.setTimeout(function () { self.write(); }, 400);
  };

  Practice.prototype.write = function () {
    window.clearTimeout(this.keepTimer);
    this.keepTimer = 0;
    if (!this.keeps || !this.rules || this.rules.shows) { return; }
    this.block.writeDraft({
      story: this.rules.story, values: this.draftValues(), papers: this.papers(),
      province: this.one("[data-sp-province]").value, commune: this.commune(), choices: this.choices(),
      communeName: this.communeNames[this.commune()] || "", path: this.path, step: this.current, attempt: this.attempt
    });
  };

  Practice.prototype.restore = function () {
    var self = this;
    var draft = this.block.readDraft();
    this.current = this.steps[0].getAttribute("data-sp-step");
    // A draft of another group's story would be wrong in every line.
    if (!draft || !draft.values || draft.story !== this.rules.story) {
      this.attempt = this.block.newAttemptId();
      if (this.rules.filled) { this.prefill(this.rules.filled); }
      return;
    }
    this.attempt = draft.attempt || this.block.newAttemptId();
    this.path = draft.path || [];
    Object.keys(draft.values).forEach(function (id) {
      var field = self.field(id);
      if (field) { self.put(field, draft.values[id]); }
    });
    Object.keys(draft.papers || {}).forEach(function (id) {
      var select = self.one('[data-sp-paper="' + id + '"]');
      if (select && !select.value) { select.value = draft.papers[id]; }
    });
    this.tick(draft.choices || {});
    if (draft.province) { this.one("[data-sp-province]").value = draft.province; this.loadCommunes(draft.province, draft.commune, draft.communeName); }
    if (draft.step && draft.step !== this.current) { this.go(draft.step, false); }
    this.block.say(this.block.text("draft_restored"));
  };

  /* What somebody else has filled in, or what is only shown. */
  Practice.prototype.prefill = function (filled) {
    var self = this;
    Object.keys(filled.values).forEach(function (id) { self.put(self.field(id), filled.values[id]); });
    Object.keys(filled.papers).forEach(function (id) { self.one('[data-sp-paper="' + id + '"]').value = filled.papers[id]; });
    this.one("[data-sp-province]").value = filled.province;
    this.loadCommunes(filled.province, filled.place, filled.place_name);
  };

  // Questions of the flow

  Practice.prototype.choices = function () {
    var chosen = {};
    this.all("[data-sp-question]:checked").forEach(function (input) { chosen[input.getAttribute("data-sp-question")] = input.value; });
    return chosen;
  };

  Practice.prototype.tick = function (choices) {
    this.all("[data-sp-question]").forEach(function (input) {
      if (choices[input.getAttribute("data-sp-question")] === input.value) { input.checked = true; }
    });
  };

  Practice.prototype.questionErrors = function (within) {
    var self = this;
    var chosen = this.choices();
    return this.rules.questions.filter(function (id) {
      var box = self.one('[data-sp-field="question:' + id + '"]');
      return box && within.contains(box) && !chosen[id];
    }).map(function (id) { return { field: "question:" + id, message: self.rules.texts.question_missing }; });
  };

  /* Mistakes on the way that the server may not hear of otherwise: it is told them with the dossier. */
  Practice.prototype.note = function (entry) {
    if (this.path.indexOf(entry) < 0) { this.path.push(entry); }
  };

  Practice.prototype.shared = function () {
    this.keeps = false;
    window.clearTimeout(this.keepTimer);
    this.keepTimer = 0;
    this.block.clearDevice();
    this.block.say(this.words.shared);
  };

  // Steps

  Practice.prototype.step = function (id) {
    return this.steps.filter(function (step) { return step.getAttribute("data-sp-step") === id; })[0];
  };

  Practice.prototype.go = function (id, moveFocus) {
    var step = this.step(id);
    if (!step) { return; }
    this.steps.forEach(function (other) { other.hidden = other !== step; });
    this.current = id;
    // The open cards at the top would push a step down, and a step with cards of its own needs them no second time.
    var cards = this.one("[data-sp-work] > .dl-sp-cards");
    cards.open = id === "search";
    cards.hidden = !!step.querySelector(".dl-sp-cards");
    var together = this.one(".dl-sp-together");
    if (together) { together.hidden = step !== this.steps[0]; }
    this.block.alert("");
    if (id === "review") { this.returns = false; this.review(); }
    if (moveFocus !== false) { this.block.focus(step.querySelector("[data-sp-heading]")); this.keep(); }
  };

  Practice.prototype.move = function (by) {
    var at = this.steps.indexOf(this.step(this.current)) + by;
    if (this.steps[at]) { this.go(this.steps[at].getAttribute("data-sp-step")); }
  };

  /* Check on this device first, then on the server; without a connection the step goes on and filing checks again. */
  Practice.prototype.next = function () {
    var self = this;
    var id = this.current;
    if (id === "procedure" || id === "login" || this.rules.shows) { this.move(1); return; }
    var errors = this.localErrors(id);
    this.errors(errors);
    if (errors.length || this.busy) { return; }
    this.busy = true;
    this.block.post("check_step", { step: id, values: this.values(), papers: this.papers(), commune: this.commune(), choices: this.choices() })
      .then(function (reply) {
        self.busy = false;
        if (self.refused(reply)) { return; }
        self.onward();
      }, function () { self.busy = false; self.onward(); });
  };

  /* Who came from checking his answers goes back there; filing checks what a change has opened elsewhere. */
  Practice.prototype.onward = function () {
    if (this.returns) { this.go("review"); } else { this.move(1); }
  };

  Practice.prototype.localErrors = function (id) {
    var self = this;
    var step = this.step(id);
    var form = this.show();
    if (id === "place") { return this.placeErrors(); }
    if (id === "eligibility" || id === "payment") { return this.questionErrors(step); }
    if (id === "papers") { return this.paperErrors(form); }
    var here = form.faults.filter(function (fault) { return step.contains(self.one('[data-sp-field="' + fault.field + '"]')); });
    here.forEach(function (fault) { if (DATE_SHAPES[fault.code]) { self.note("date_format:" + fault.field); } });
    return here;
  };

  Practice.prototype.placeErrors = function () {
    var text = this.rules.texts[this.byProvince() ? "province_missing" : "place_missing"];
    return this.commune() ? [] : [{ field: "commune", message: text }];
  };

  Practice.prototype.paperErrors = function (form) {
    var self = this;
    var chosen = this.papers();
    return this.rules.papers.filter(function (paper) {
      return paper.required && !chosen[paper.id] && rules().holds(paper.show, form.values, self.rules.today);
    }).map(function (paper) { return { field: "paper:" + paper.id, message: self.fill(self.rules.texts.paper_missing, paper) }; });
  };

  /* What is sent: fields that are shown, as typed, never one that looks real. */
  Practice.prototype.values = function () {
    var self = this;
    var form = this.read();
    var values = {};
    this.rules.sections.forEach(function (section) {
      section.fields.forEach(function (field) {
        var raw = field.locked === undefined && form.shown[field.id] ? self.raw(field) : "";
        // Emptied is an answer too where something stood there before.
        if ((raw || (self.rules.filled && form.shown[field.id] && field.locked === undefined)) && rules().find(raw) === null) { values[field.id] = raw; }
      });
    });
    return values;
  };

  Practice.prototype.refused = function (reply) {
    if (reply.status === "ok" && reply.valid !== false) { return false; }
    var chosen = this.choices();
    (reply.errors || []).forEach(function (error) {
      var id = error.field.indexOf("question:") === 0 ? error.field.slice(9) : "";
      if (chosen[id]) { this.note(id + ":" + chosen[id]); }
    }, this);
    if (reply.errors && reply.errors.length) { this.errors(reply.errors); } else { this.block.complain(reply); }
    return true;
  };

  Practice.prototype.inputId = function (field) { return this.root.id + "-f-" + field.replace(":", "-"); };

  Practice.prototype.mark = function (field, message) {
    var box = this.one('[data-sp-field="' + field + '"]');
    if (!box) { return; }
    var line = box.querySelector("[data-sp-error]");
    line.textContent = message;
    line.hidden = !message;
    Array.prototype.forEach.call(box.querySelectorAll("input, select, textarea"), function (input) {
      if (message) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
    });
    if (!message) { this.mended(field); }
  };

  /* What is mended no longer stands in the summary. */
  Practice.prototype.mended = function (field) {
    this.all('[data-sp-errors] a[href="#' + this.inputId(field) + '"]').forEach(function (link) {
      var box = link.closest("[data-sp-errors]");
      link.closest("li").remove();
      box.hidden = !box.querySelector("li");
    });
  };

  /* The same words at the field and in the summary; faults of several steps are shown at the first of them. */
  Practice.prototype.errors = function (errors) {
    var self = this;
    this.all("[data-sp-error]").forEach(function (line) {
      if (!line.hidden) { self.mark(line.closest("[data-sp-field]").getAttribute("data-sp-field"), ""); }
    });
    errors.forEach(function (error) { self.mark(error.field, error.message); });
    if (errors.length) {
      var first = this.one('[data-sp-field="' + errors[0].field + '"]');
      var step = first && first.closest("[data-sp-step]").getAttribute("data-sp-step");
      if (step && step !== this.current) { this.go(step); }
    }
    this.block.errorSummary(this.step(this.current).querySelector("[data-sp-errors]"), errors.map(function (error) {
      return { id: self.inputId(error.field), message: error.message };
    }));
  };

  // Search and place

  Practice.prototype.search = function (input) {
    if (!input) { return; }
    var wanted = fold(input.value.trim()).split(/\s+/);
    var count = 0;
    this.all("[data-sp-result]").forEach(function (item) {
      var text = fold(item.textContent);
      item.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
      count += item.hidden ? 0 : 1;
    });
    this.one("[data-sp-found]").textContent = this.words.found + " " + count + (count ? "" : ". " + this.words.none);
    this.one("[data-sp-answer]").textContent = "";
  };

  Practice.prototype.choose = function (id) {
    var self = this;
    if (this.rules.shows) { this.move(1); return; }
    this.note(id);
    this.keep();
    this.block.post("check_step", { step: "search", choice: id }).then(function (reply) {
      var box = self.one("[data-sp-answer]");
      box.textContent = "";
      if (reply.status !== "ok") { self.block.complain(reply); return; }
      if (reply.valid) { self.move(1); return; }
      var notice = make("div", "dl-notice dl-notice-bad");
      notice.appendChild(make("p", "", "")).appendChild(make("strong", "", reply.lure ? self.words.lure : self.words.wrong));
      notice.insertAdjacentHTML("beforeend", reply.html);
      box.appendChild(notice);
      self.block.focus(notice);
    }, function () { self.block.alert(self.words.lost); });
  };

  Practice.prototype.loadCommunes = function (province, wanted, wantedName) {
    var self = this;
    var select = this.one("[data-sp-commune]");
    if (this.byProvince()) { return; }
    while (select.options.length > 1) { select.remove(1); }
    if (!province) { return; }
    if (wanted && wantedName) { this.addCommune(select, wanted, wantedName, true); }
    this.block.say(this.words.loading);
    this.fetchCommunes(province).then(function (found) {
      if (self.one("[data-sp-province]").value !== province) { return; }
      var chosen = select.value;
      while (select.options.length > 1) { select.remove(1); }
      found.forEach(function (unit) { self.addCommune(select, unit[0], unit[1], unit[0] === chosen); });
      self.block.say("");
      self.show();
    }, function () { self.block.say(""); self.block.alert(self.words.lost); self.communesOf[province] = null; });
  };

  Practice.prototype.addCommune = function (select, code, name, chosen) {
    this.communeNames[code] = name;
    select.add(new Option(name, code, false, chosen));
  };

  Practice.prototype.communesOf = {};

  Practice.prototype.fetchCommunes = function (province) {
    var url = this.block.url("communes_of");
    url += (url.indexOf("?") < 0 ? "?" : "&") + "province=" + encodeURIComponent(province);
    if (!this.communesOf[province]) {
      this.communesOf[province] = fetch(url, { credentials: "same-origin" }).then(function (response) {
        if (!response.ok) { throw new Error("communes"); }
        return response.json();
      }).then(function (reply) { return reply.communes; });
    }
    return this.communesOf[province];
  };

  // Check answers

  Practice.prototype.review = function () {
    var self = this;
    var box = this.one("[data-sp-review]");
    var form = this.show();
    var list = make("dl", "dl-sp-review");
    var province = this.one("[data-sp-province]");
    var commune = this.one("[data-sp-commune]");
    box.textContent = "";
    this.line(list, this.words.place, this.placeName(commune, province), this.rules.shows ? "" : "commune");
    this.rules.sections.forEach(function (section) {
      section.fields.forEach(function (field) {
        if (form.shown[field.id]) { self.line(list, field.label, self.shownValue(field, form), field.locked === undefined ? field.id : ""); }
      });
    });
    this.rules.papers.forEach(function (paper) {
      var select = self.one('[data-sp-paper="' + paper.id + '"]');
      self.line(list, paper.label, select.value ? select.selectedOptions[0].text : self.words.noPaper, "paper:" + paper.id);
    });
    box.appendChild(list);
  };

  Practice.prototype.placeName = function (commune, province) {
    if (!commune.value) { return ""; }
    return commune.selectedOptions[0].text + (this.byProvince() ? "" : ", " + province.selectedOptions[0].text);
  };

  Practice.prototype.shownValue = function (field, form) {
    var inputs = this.inputs(field.id);
    if (field.kind === "yes_no") { return form.values[field.id] === "yes" ? this.words.yes : this.words.no; }
    if (field.locked !== undefined) { return this.one('[data-sp-locked="' + field.id + '"] span').textContent; }
    if (inputs[0].tagName === "SELECT") { return inputs[0].value ? inputs[0].selectedOptions[0].text : ""; }
    if (inputs[0].type === "radio") {
      var chosen = inputs.filter(function (input) { return input.checked; })[0];
      return chosen ? chosen.parentNode.textContent.trim() : "";
    }
    return rules().written(field.kind, form.values[field.id]);
  };

  Practice.prototype.line = function (list, label, value, change) {
    var row = make("div");
    row.appendChild(make("dt", "", label));
    var shown = row.appendChild(make("dd", "", value || this.words.empty));
    if (change && !this.rules.shows) {
      var button = make("button", "dl-sp-link", this.words.change);
      button.type = "button";
      button.setAttribute("data-sp-change", change);
      button.appendChild(make("span", "dl-visually-hidden", " " + label));
      shown.appendChild(document.createTextNode(" "));
      shown.appendChild(button);
    }
    list.appendChild(row);
  };

  Practice.prototype.change = function (field) {
    var box = this.one('[data-sp-field="' + field + '"]');
    this.go(box.closest("[data-sp-step]").getAttribute("data-sp-step"), false);
    this.returns = true;
    var input = document.getElementById(this.inputId(field));
    input.focus();
    input.scrollIntoView({ block: "center" });
  };

  // Filing and after

  Practice.prototype.submit = function () {
    var self = this;
    var errors = this.questionErrors(this.root).concat(this.placeErrors(), this.paperErrors(this.show()), this.read().faults);
    this.errors(errors);
    if (errors.length) { return; }
    if (this.block.pending) { this.block.flush().catch(function () {}); return; }
    var answers = { values: this.values(), papers: this.papers(), commune: this.commune(), choices: this.choices(), path: this.path };
    this.block.submit("submit", { attempt_id: this.attempt, answers: answers }, function (reply) { self.submitted(reply); }, this.keeps);
  };

  Practice.prototype.submitted = function (reply) {
    if (reply.status === "ok" && reply.valid) {
      this.replaced(reply, "[data-sp-receipt]");
      if (reply.replayed) { this.block.say(this.words.filedBefore); }
      return;
    }
    this.block.say("");
    if (reply.code === "filed_before" || reply.code === "already_filed") { this.attempt = this.block.newAttemptId(); }
    this.refused(reply);
  };

  Practice.prototype.replaced = function (reply, focusOn) {
    var work = this.one("[data-sp-work]");
    if (work) { work.remove(); this.rules = null; window.clearTimeout(this.keepTimer); this.block.clearDraft(); }
    this.one("[data-sp-dossier]").innerHTML = reply.html;
    this.block.alert("");
    this.filed(focusOn);
  };

  Practice.prototype.filed = function (focusOn) {
    this.block.ready();
    var target = focusOn && (this.one("[data-sp-result-heading]") || this.one(focusOn));
    if (target) { this.block.focus(target); }
  };

  Practice.prototype.ask = function (handler, body) {
    var self = this;
    if (this.busy) { return; }
    this.busy = true;
    this.block.post(handler, body).then(function (reply) {
      self.busy = false;
      if (reply.status !== "ok") { self.block.complain(reply); return; }
      if (handler === "restart") { window.location.reload(); return; }
      self.replaced(reply, "[data-sp-tracking]");
    }, function () { self.busy = false; self.block.alert(self.words.lost); });
  };

  Practice.prototype.track = function () {
    var box = this.one("[data-sp-filed]");
    var input = this.one("[data-sp-code]");
    var code = input ? input.value.trim() : box.getAttribute("data-code");
    if (!code) { this.block.alert(this.words.codeMissing); input.focus(); return; }
    this.ask("track", { code: code, seen: Number(box.getAttribute("data-seen")) });
  };

  Practice.prototype.supplement = function () {
    var box = this.one("[data-sp-request]");
    var chosen = box.querySelector("input:checked");
    if (!chosen) { this.block.alert(this.words.chooseOption); return; }
    this.ask("supplement", { option: chosen.value, number: Number(box.getAttribute("data-number")) });
  };

  Practice.prototype.pay = function () {
    var chosen = this.one("[data-sp-owed] input:checked");
    if (!chosen) { this.block.alert(this.words.chooseWay); return; }
    this.ask("pay", { way: chosen.value });
  };

  Practice.prototype.watched = function () {
    var self = this;
    this.block.post("watched", {}).then(function (reply) {
      if (reply.status !== "ok") { self.block.complain(reply); return; }
      self.block.say(self.words.watched);
    }, function () { self.block.alert(self.words.lost); });
  };

  /* Everything explained beside the form, for two in front of one screen. */
  Practice.prototype.together = function () {
    var self = this;
    this.block.post("together", {}).then(function (reply) {
      if (reply.status !== "ok") { self.block.complain(reply); return; }
      Object.keys(reply.hints).forEach(function (id) {
        var box = self.one('[data-sp-field="' + id + '"]');
        box.querySelector("[data-sp-clue-text]").innerHTML = reply.hints[id];
        box.querySelector("[data-sp-clue]").hidden = true;
      });
      self.all(".dl-sp-why").forEach(function (why) { why.open = true; });
      self.one("[data-sp-together]").hidden = true;
      self.block.say(self.words.together);
    }, function () { self.block.alert(self.words.lost); });
  };

  Practice.prototype.printResult = function () {
    this.root.classList.add("dl-sp-prints-result");
    window.print();
    this.root.classList.remove("dl-sp-prints-result");
  };

  Practice.prototype.clue = function (button) {
    var self = this;
    this.block.post("clue", { field: button.getAttribute("data-sp-clue") }).then(function (reply) {
      if (reply.status !== "ok") { self.block.complain(reply); return; }
      button.nextElementSibling.innerHTML = reply.html;
    }, function () { self.block.alert(self.words.lost); });
  };

  Practice.prototype.click = function (event) {
    var self = this;
    var does = {
      "data-sp-next": function () { self.next(); },
      "data-sp-back": function () { self.errors([]); self.move(-1); },
      "data-sp-choice": function (button) { self.choose(button.getAttribute("data-sp-choice")); },
      "data-sp-change": function (button) { self.change(button.getAttribute("data-sp-change")); },
      "data-sp-clue": function (button) { self.clue(button); },
      "data-sp-submit": function () { self.submit(); },
      "data-sp-clear": function () { self.shared(); },
      "data-sp-print": function () { window.print(); },
      "data-sp-track": function () { self.track(); },
      "data-sp-supplement": function () { self.supplement(); },
      "data-sp-together": function () { self.together(); },
      "data-sp-print-result": function () { self.printResult(); },
      "data-sp-pay": function () { self.pay(); },
      "data-sp-withdraw": function () { self.ask("withdraw", { code: self.one("[data-sp-filed]").getAttribute("data-code") }); },
      "data-sp-watched": function () { self.watched(); },
      "data-sp-restart": function () { self.ask("restart", { code: self.one("[data-sp-filed]").getAttribute("data-code") }); }
    };
    var button = event.target.closest("button");
    if (!button) { return; }
    Object.keys(does).forEach(function (name) { if (button.hasAttribute(name)) { does[name](button); } });
  };

  window.DigitalLiteracyServicePractice = function (runtime, element) {
    return window.DigitalLiteracy.boot(runtime, element, function (block) { if (block.root.querySelector("[data-sp-texts]")) { new Practice(block).start(); } });
  };
})();
