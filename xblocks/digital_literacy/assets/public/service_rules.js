/* Formats and conditions, as in digital_literacy/public_services/ (formats.py, conditions.py). Both sides are held to
   tests/fixtures/*.json. Needs personal_data.js.
   Browser: window.DigitalLiteracyServiceRules. Node: module.exports. */
(function (root, make) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = make(require("./personal_data.js"));
  } else {
    root.DigitalLiteracyServiceRules = make(root.DigitalLiteracyPersonalData);
  }
})(typeof self === "undefined" ? this : self, function (personal) {
  "use strict";

  var INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
  var DASHES = /[\u2010-\u2015\u2212]/g;
  var MAX_TYPED = 1000;

  function count(text) { return Array.from(text).length; }

  var find = personal.find;
  var isPracticeNumber = personal.isPracticeNumber;
  var isPracticePhone = personal.isPracticePhone;

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
