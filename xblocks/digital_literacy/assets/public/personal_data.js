/* Numbers and addresses that could belong to a real person, as in digital_literacy/vietnamese/personal_data.py. Both
   sides are held to tests/fixtures/personal_data.json.
   Browser: window.DigitalLiteracyPersonalData. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(); } else { root.DigitalLiteracyPersonalData = make(); }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var PROVINCES = {};
  ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042" +
   " 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086" +
   " 087 089 091 092 093 094 095 096").split(" ").forEach(function (code) { PROVINCES[code] = true; });

  var MOBILE = /^0(?:3[2-9]|5[25-9]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}$/;
  var FIXED = /^02[0-9]{9}$/;
  var HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
  var DASHES = /[\u2010-\u2015\u2212]/g;

  function isPracticeNumber(digits) {
    if (!/^[0-9]{12}$/.test(digits)) { return false; }
    var province = digits.slice(0, 3);
    var gap = Number(province) >= 1 && Number(province) <= 96 && !PROVINCES[province];
    return gap || digits[3] === "8" || digits[3] === "9";
  }

  function isPracticePhone(digits) { return /^0[345]0[0-9]{7}$/.test(digits); }

  function passesLuhn(digits) {
    var total = 0;
    digits.split("").reverse().forEach(function (digit, place) {
      var value = Number(digit) * (1 + place % 2);
      total += value > 9 ? value - 9 : value;
    });
    return total % 10 === 0;
  }

  function isPhone(digits) {
    var national = digits.replace(/^(?:00)?84(?=[0-9]{9,10}$)/, "0");
    return MOBILE.test(national) || FIXED.test(national);
  }

  /* `listed`: a slash or a comma stands between two groups, as in dates, sums and lists. */
  function kindOf(groups, listed) {
    var digits = groups.join("");
    var atLeast = function (size) { return function (group) { return group.length >= size; }; };
    if (listed && groups[0].length < 3 && !groups.slice(1).every(atLeast(3))) { return null; }
    if (digits.length === 12 && PROVINCES[digits.slice(0, 3)] && "0123".indexOf(digits[3]) >= 0) { return "citizen_number"; }
    if (isPhone(digits)) { return "phone"; }
    var grouped = groups.length === 1 || groups.every(atLeast(listed ? 4 : 3));
    if (digits.length >= 13 && digits.length <= 19 && grouped && digits[0] !== "0" && passesLuhn(digits)) { return "card"; }
    return null;
  }

  function withoutDate(all, before, day, month, year) {
    var real = day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year <= 2100;
    return before + (real ? "|" : all.slice(before.length));
  }

  function findInRun(run) {
    var groups = run.match(/[0-9]+/g);
    var between = run.match(/[^0-9]+/g) || [];
    for (var start = 0; start < groups.length; start += 1) {
      var total = 0;
      var listed = false;
      for (var end = start; end < groups.length; end += 1) {
        total += groups[end].length;
        listed = listed || (end > start && /[/,]/.test(between[end - 1]));
        if (total > 19) { break; }
        var kind = total >= 10 ? kindOf(groups.slice(start, end + 1), listed) : null;
        if (kind) { return kind; }
      }
    }
    return null;
  }

  /* Digits of one script follow each other from 0 to 9. */
  function asciiDigit(digit) {
    var code = digit.codePointAt(0);
    var zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) { zero -= 1; }
    return String((code - zero) % 10);
  }

  function plainOf(text) {
    return text.normalize("NFKC").replace(HIDDEN, "").replace(/\u3002/g, ".").replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
      .replace(DASHES, "-").replace(/[\t-\r \u0085\u1680\u2028\u2029]+/g, " ");
  }

  /* The kind of the first thing in the text that looks real: citizen_number, phone, card, email; or null. */
  function find(text) {
    var plain = plainOf(text);
    var mail = /[^ @] ?@ ?([^ @.]{1,63}(?:\.[\p{L}\p{N}\-]+)+)/gu;
    var match;
    while ((match = mail.exec(plain))) {
      var reserved = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$/i.test(match[1]);
      if (/\.\p{L}/u.test(match[1]) && !reserved) { return "email"; }
    }
    if (/^ ?(?!00|0[345]0|[0-9]{6}000)[0-9]{9} ?$/.test(plain)) { return "citizen_number"; }
    plain = plain.replace(/(^|[^0-9])([0-9]{1,2})[.\-/]([0-9]{1,2})[.\-/]([0-9]{4})(?![.\-/]?[0-9])/g, withoutDate);
    var runs = plain.match(/[0-9]+(?:[ .\-()/_,]{1,3}[0-9]+)*/g) || [];
    for (var i = 0; i < runs.length; i += 1) {
      var kind = findInRun(runs[i]);
      if (kind) { return kind; }
    }
    return null;
  }

  return { find: find, isPracticeNumber: isPracticeNumber, isPracticePhone: isPracticePhone };
});
