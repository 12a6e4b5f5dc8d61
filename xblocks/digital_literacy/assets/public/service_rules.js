/* Formats, conditions and the recognition of real-looking data, as in digital_literacy/public_services/
   (formats.py, conditions.py, personal_data.py). Both sides are held to tests/fixtures/*.json.
   Browser: window.DigitalLiteracyServiceRules. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) { module.exports = make(); } else { root.DigitalLiteracyServiceRules = make(); }
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var PROVINCES = {};
  ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042" +
   " 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086" +
   " 087 089 091 092 093 094 095 096").split(" ").forEach(function (code) { PROVINCES[code] = true; });

  var MOBILE = /^0(?:3[2-9]|5[25-9]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}$/;
  var FIXED = /^02[0-9]{9}$/;
  var INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
  var HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
  var DASHES = /[\u2010-\u2015\u2212]/g;
  var MAX_TYPED = 1000;

  function count(text) { return Array.from(text).length; }

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

  function clean(text) {
    return text.normalize("NFC").replace(INVISIBLE, "").replace(DASHES, "-").trim().split(/\s+/).join(" ");
  }

  function fault(code) { return { value: "", fault: code }; }
  function good(value) { return { value: value, fault: "" }; }

  function personName(text) {
    if (!/^[ '’\-\p{L}\p{M}]*$/u.test(text)) { return fault("name_letters"); }
    if (count(text) > 80) { return fault("too_long"); }
    return text.split(" ").length >= 2 ? good(text) : fault("name_parts");
  }

  var DATES = [
    /^([0-9]{1,2})[ ]?[./\- ][ ]?([0-9]{1,2})[ ]?[./\- ][ ]?([0-9]{4})$/,
    /^([0-9]{2})([0-9]{2})([0-9]{4})$/,
    /^(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4})$/i
  ];

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function isDay(year, month, day) {
    var made = new Date(Date.UTC(year, month - 1, day));
    return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  }

  function dateOf(text, options) {
    var iso = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(text);
    var match = iso;
    DATES.forEach(function (shape) { match = match || shape.exec(text); });
    if (!match) { return fault("date_shape"); }
    var parts = match.slice(1, 4).map(Number);
    if (!iso) { parts.reverse(); }
    var year = parts[0], month = parts[1], day = parts[2];
    if (month > 12 && month <= 31 && day <= 12) { return fault("date_day_first"); }
    if (!isDay(year, month, day) || year < 1900 || year > 2100) { return fault("date_unreal"); }
    var value = year + "-" + two(month) + "-" + two(day);
    if (options.when === "past" && value > options.today) { return fault("date_future"); }
    if (options.when === "future" && value < options.today) { return fault("date_past"); }
    return good(value);
  }

  function identityNumber(text) {
    var digits = text.replace(/[ .\-]/g, "");
    if (!/^[0-9]{12}$/.test(digits)) { return fault("number_length"); }
    return isPracticeNumber(digits) ? good(digits) : fault("number_practice");
  }

  function phone(text) {
    var digits = text.replace(/[ .\-()]/g, "").replace(/^(?:\+|00)?84(?=[0-9]{9}$)/, "0");
    if (!/^[0-9]{10}$/.test(digits)) { return fault("phone_length"); }
    return isPracticePhone(digits) ? good(digits) : fault("phone_practice");
  }

  function email(text) {
    if (!/^[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+$/.test(text)) { return fault("email_shape"); }
    var value = text.toLowerCase();
    return /@example\.com$/.test(value) ? good(value) : fault("email_practice");
  }

  function plainText(text, options) {
    if (count(text) < (options.minimum || 0)) { return fault("text_short"); }
    return count(text) > (options.maximum || 200) ? fault("text_long") : good(text);
  }

  function choice(text, options) {
    return (options.choices || []).indexOf(text) >= 0 ? good(text) : fault("not_a_choice");
  }

  function yesNo(text) { return text === "yes" || text === "no" ? good(text) : fault("not_yes_or_no"); }

  var FORMATS = {
    person_name: personName, date: dateOf, identity_number: identityNumber, phone: phone, email: email,
    text: plainText, choice: choice, yes_no: yesNo
  };

  /* Understand a typed text: {value, fault}. An empty text gives an empty value. */
  function read(kind, typed, options) {
    if (count(typed) > MAX_TYPED) { return fault("too_long"); }
    var text = clean(typed);
    if (!text) { return good(""); }
    if (kind !== "choice" && kind !== "yes_no" && find(text)) { return fault("real_looking"); }
    return FORMATS[kind](text, options || {});
  }

  function days(value) {
    var match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value || "");
    if (!match || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) { return null; }
    return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86400000;
  }

  function ageOn(today, born) {
    var before = today.slice(5) < born.slice(5);
    return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (before ? 1 : 0);
  }

  /* Whether a condition (nested arrays) is true for normalised values on the day `today` (YYYY-MM-DD). */
  function holds(condition, values, today) {
    if (!condition) { return true; }
    var kind = condition[0];
    var parts = condition.slice(1);
    var inner = function (part) { return holds(part, values, today); };
    if (kind === "not") { return !inner(parts[0]); }
    if (kind === "all") { return parts.every(inner); }
    if (kind === "any") { return parts.some(inner); }
    var value = values[parts[0]] || "";
    if (kind === "equals") { return value === parts[1]; }
    if (kind === "one_of") { return parts[1].indexOf(value) >= 0; }
    if (kind === "filled") { return value !== ""; }
    if (kind === "under_age") { return days(value) !== null && ageOn(today, value) < parts[1]; }
    var first = days(value);
    var second = days(values[parts[1]]);
    if (first === null || second === null) { return false; }
    if (kind === "after") { return first > second; }
    return parts[2] <= second - first && second - first <= parts[3];
  }

  function written(kind, value) {
    if ((kind === "identity_number" || kind === "phone") && value.length > 6) {
      return value.slice(0, 3) + " " + value.slice(3, 6) + " " + value.slice(6);
    }
    return kind === "date" && value.split("-").length === 3 ? value.split("-").reverse().join("/") : value;
  }

  return {
    find: find, read: read, holds: holds, written: written, clean: clean,
    isPracticeNumber: isPracticeNumber, isPracticePhone: isPracticePhone
  };
});
