"use strict";
// The editor's pure parts. Run by test_scripts.py, which gives the items' samples in STUDIO_SAMPLES (a JSON list).
const assert = require("node:assert");
const { join } = require("node:path");
const { test } = require("node:test");

const root = join(__dirname, "..", "..", "..", "xblocks/digital_literacy/assets/public/studio");
const [xml, ids, rich, variants, History, places, faults] = ["xml", "ids", "rich", "variants", "history", "places", "faults"].map((name) =>
  require(join(root, `${name}.js`)));
const SAMPLES = JSON.parse(process.env.STUDIO_SAMPLES || "[]");

const SOURCE = `
  <!-- ghi chú của tác giả -->
  <intro><p>Chào  bạn &amp; mọi người</p></intro>
  <single_choice   id='q1' points="2">
    <prompt><p>Câu một?</p></prompt>
    <option id="a" correct="true"><text>A</text></option>
    <option id="b"><text>B</text></option><!-- để lại -->
  </single_choice>
  <lạ/>
  <ordering id="q2"><prompt><p>Hai</p></prompt></ordering>
  <variant group="students workers">
    <intro><p>Chào em</p></intro>
  </variant>
`;
const top = (text) => xml.elements(xml.parse(text));
const find = (text, tag) => xml.descendants(xml.parse(text), tag)[0];

test("a text is put together again from its parts", () => {
  for (const text of [SOURCE, ...SAMPLES]) {
    const tree = xml.parse(text);
    assert.equal(tree.children.map((node) => xml.slice(text, node)).join(""), text);
  }
});

test("what is not well formed is told with its line", () => {
  const cases = { "<a>\n<b></a>": 2, "<a>\n\n": 1, "x\n&nope; y": 2, "<a b=c/>": 1, "<a b='1' b='2'/>": 1, "</a>": 1, "<a\n<b/>": 1, "<!-- x": 1, "<!DOCTYPE x>": 1 };
  for (const [text, line] of Object.entries(cases)) {
    assert.throws(() => xml.parse(text), (error) => error instanceof xml.Malformed && error.line >= line && error.line <= line + 1, text);
  }
});

test("an edit of one attribute changes that attribute alone", () => {
  const node = find(SOURCE, "single_choice");
  assert.equal(xml.setAttribute(SOURCE, node, "points", "3"), SOURCE.replace('points="2"', 'points="3"'));
  assert.equal(xml.setAttribute(SOURCE, node, "points", "2"), SOURCE);
  assert.equal(xml.setAttribute(SOURCE, node, "id", `nó's "`), SOURCE.replace("'q1'", `'nó&apos;s "'`));
  assert.equal(xml.setAttribute(SOURCE, node, "points", null), SOURCE.replace(' points="2"', ""));
  assert.equal(xml.setAttribute(SOURCE, node, "shuffle", "false"), SOURCE.replace('points="2"', 'points="2" shuffle="false"'));
});

test("an edit of one text changes that text alone", () => {
  const before = xml.setInner(SOURCE, find(SOURCE, "text"), "Á &lt; B");
  assert.equal(before, SOURCE.replace("<text>A</text>", "<text>Á &lt; B</text>"));
  assert.equal(xml.setInner("<a x='1' />", find("<a x='1' />", "a"), "b"), "<a x='1'>b</a>");
});

test("parts are added, taken away and moved where they stand", () => {
  const [, choice] = top(SOURCE);
  const options = xml.elements(choice, "option");
  const more = xml.insert(SOURCE, choice, '<option id="c">\n  <text/>\n</option>', options[1]);
  assert.equal(more, SOURCE.replace('</option><!-- để', '</option>\n    <option id="c">\n      <text/>\n    </option><!-- để'));
  assert.equal(xml.remove(more, xml.elements(top(more)[1], "option")[2]), SOURCE);
  const swapped = xml.swap(SOURCE, options[0], options[1]);
  assert.ok(swapped.includes('<option id="b"><text>B</text></option>\n    <option id="a" correct="true">'));
  assert.equal(xml.swap(swapped, ...xml.elements(top(swapped)[1], "option")), SOURCE);
  assert.equal(xml.insert("<m/>", find("<m/>", "m"), "<p/>", null), "<m><p/></m>");
  assert.equal(xml.insert("", xml.parse(""), "<a/>", null), "\n<a/>\n");
});

test("ids are free and keep their manner", () => {
  assert.equal(ids.free("a", ["a", "b"]), "c");
  assert.equal(ids.free("q3", ["q1", "q2"]), "q3");
  assert.equal(ids.free("cau-1", ["cau1"]), "cau2");
  assert.equal(ids.fresh('<step id="s1"><text/></step>', ["s1", "s2"]), '<step id="s3"><text/></step>');
  assert.equal(ids.fresh("<hint/>", ["x"]), "<hint/>");
});

test("undo and redo go by steps, and typing in one field is one step", () => {
  const history = new History("a");
  history.push("ab", "f1");
  history.push("abc", "f1");
  history.push("x", "f2");
  assert.equal(history.undo(), "abc");
  assert.equal(history.undo(), "a");
  assert.equal(history.undo(), "a");
  assert.equal(history.redo(), "abc");
  history.push("abcd", "f1");
  assert.equal(history.redo(), "abcd");
  assert.equal(history.undo(), "abc");
});

const RICH = [
  ["<p>Một &amp; hai</p>", "Một & hai"],
  ["<p>Một</p>\n  <p>Hai\n  dòng</p>", "Một\n\nHai dòng"],
  ["<p>Chữ <strong>đậm</strong>, <em>nghiêng</em>!</p>", "Chữ **đậm**, *nghiêng*!"],
  ["<p>Bấm *101# hay *102#</p>", "Bấm *101# hay *102#"],
  ["<p>Tính 2*3*4</p>", "Tính 2\\*3\\*4"],
  ["<p>Bấm *101#</p>", "Bấm *101#"],
  ["<ul><li>a</li><li><strong>b</strong></li></ul><ol><li>c</li></ol>", "- a\n- **b**\n\n1. c"],
  ['<p>Xem <a href="https://a.example/x?y=1&amp;z=2">trang này</a></p>', "Xem [trang này](https://a.example/x?y=1&z=2)"],
  ["<p>Dòng một<br/>Dòng hai</p>", "Dòng một\nDòng hai"],
  ["<p>- không phải danh sách</p>", "\\- không phải danh sách"],
  ["<p>Dùng <code>.gov.vn</code></p>", "Dùng `.gov.vn`"],
  ["Chỉ có chữ", "Chỉ có chữ"],
  ["", ""],
  ["\n  <p></p>\n", ""],
];
for (const [markup, text] of RICH) {
  test(`rich text there and back: ${markup}`, () => {
    assert.equal(rich.toText(markup, "rich"), text);
    const again = rich.toXml(text, "rich");
    assert.equal(rich.toText(again, "rich"), text);
  });
}

test("what has no convention is not turned into text", () => {
  for (const markup of ["<ul><li>a<ul><li>b</li></ul></li></ul>", "<p>a<!-- b --></p>", "<p>a<variant group='x'/></p>", "<b>x</b>",
    "<p class='x'>a</p>", "x<p>a</p>", "<p><strong><em>cả hai</em></strong> x</p>", "<p><![CDATA[x]]></p>", "<p>a</p><img/>"]) {
    assert.equal(rich.toText(markup, "rich"), null, markup);
  }
  assert.equal(rich.toText("a <strong>b</strong>", "line"), null);
});

test("typed text becomes safe markup", () => {
  assert.equal(rich.toXml("a < b & <script>", "rich"), "<p>a &lt; b &amp; &lt;script&gt;</p>");
  assert.equal(rich.toXml('[x](https://a.example/"onclick=1)', "rich"), '<p><a href="https://a.example/&quot;onclick=1">x</a></p>');
  assert.equal(rich.toXml("[x](javascript:alert(1))", "rich"), "<p>[x](javascript:alert(1))</p>");
  assert.equal(rich.toXml("a\n\nb", "rich", { indent: "\n  " }), "\n    <p>a</p>\n    <p>b</p>\n  ");
  assert.equal(rich.toXml("** không đóng", "rich"), "<p>** không đóng</p>");
  assert.equal(rich.toXml("2 * 3 * 4", "inline"), "2 * 3 * 4");
});

test("marked words come back with all that belongs to them", () => {
  const markup = '<p>Mở <part id="c1" clue="true">vneid.example\n  <reason><p>Giả.</p></reason></part>, <part id="d1">chào</part></p>';
  const raw = {};
  xml.descendants(xml.parse(markup), "part").forEach((node) => { raw[xml.attribute(node, "id")] = xml.slice(markup, node); });
  const marks = {
    tag: "part",
    parts: ["reason"],
    words: (node) => node.children.filter((each) => each.tag !== "reason"),
    write: (id, words) => raw[id].replace(/>[^<]+/, `>${words}`),
  };
  assert.equal(rich.toText(markup, "rich", { marks }), "Mở [[vneid.example|c1]], [[chào|d1]]");
  assert.ok(rich.toXml("[[trang lạ|c1]]", "rich", { marks }).includes('<part id="c1" clue="true">trang lạ<reason>'));
});

test("every sample's texts can be written without tags", () => {
  for (const sample of SAMPLES) {
    for (const tag of ["prompt", "feedback", "hint", "explanation", "reason"]) {
      for (const node of xml.descendants(xml.parse(sample), tag)) {
        assert.notEqual(rich.toText(xml.inner(sample, node), "rich"), null, xml.slice(sample, node));
      }
    }
  }
});

test("a group sees its own entries in the place of common ones", () => {
  const seen = (text, ...lineage) =>
    variants.entries(variants.home(xml.parse(text)), lineage).map((each) => `${each.node.tag}${each.from && ":" + each.from}`);
  assert.deepEqual(seen(SOURCE), ["intro", "single_choice", "lạ", "ordering"]);
  assert.deepEqual(seen(SOURCE, "students"), ["intro:students", "single_choice", "lạ", "ordering"]);
  assert.deepEqual(seen(SOURCE, "young", "students"), ["intro:students", "single_choice", "lạ", "ordering"]);
  const whole = `<skills_exercise>${SOURCE}</skills_exercise>`;
  assert.deepEqual(seen(whole, "students"), seen(SOURCE, "students"));
});

test("a copy for a group is written once, edited alone and taken out again", () => {
  const parent = (text) => variants.home(xml.parse(text));
  const entry = (text) => variants.entries(parent(text), ["citizens"]).find((each) => each.node.tag === "ordering");
  const own = variants.write(SOURCE, parent(SOURCE), entry(SOURCE), "citizens");
  assert.ok(own.includes('  <variant group="citizens">\n    <ordering id="q2">'));
  assert.ok(own.startsWith(SOURCE.trimEnd()));
  assert.equal(entry(own).from, "citizens");
  assert.equal(variants.drop(own, entry(own)), SOURCE);
  const [, choice] = variants.entries(parent(own), ["citizens"]);
  const both = variants.write(own, parent(own), choice, "citizens");
  assert.equal(xml.elements(parent(both), "variant").length, 2);
  assert.equal(xml.elements(xml.elements(parent(both), "variant")[1]).length, 2);
});

test("parts of a group inside an item are told", () => {
  const node = find('<a><b><variant group="students workers"><c/></variant></b><variant group="students"/></a>', "a");
  assert.deepEqual(variants.finer(node), ["students", "workers"]);
});

test("a field whose element is missing makes it, and its parent, where it belongs", () => {
  const entry = places.at(places.home(), 0);
  const text = '\n<t id="x">\n  <prompt/>\n  <hint/>\n</t>\n';
  const message = places.child(entry, "message", null, ["prompt"]);
  const note = places.child(message, "note", { when: "correct" }, []);
  const made = note.make(text);
  assert.equal(made, text.replace("<prompt/>", '<prompt/>\n  <message>\n    <note when="correct"></note>\n  </message>'));
  assert.equal(note.make(made), made);
  assert.equal(note.find(xml.parse(made)).tag, "note");
});

test("a fault is brought to its element and told in the form's words", () => {
  const text = '\n<ordering id="o">\n  <step\n    id="s1"><text/></step>\n  <step id="s2"/></ordering>';
  const of = (fault) => { const node = faults.nodeOf(text, xml.parse(text), fault); return node && (xml.attribute(node, "id") || node.tag); };
  assert.equal(of({ line: 4, element: 'step "s1"' }), "s1");
  assert.equal(of({ line: 3, element: 'step "s1"' }), "s1");
  assert.equal(of({ line: 5, element: 'step "s2"' }), "s2");
  assert.equal(of({ line: 5, element: "" }), "s2");
  assert.equal(of({ line: 0, element: "step" }), null);
  const labels = faults.labelsOf({ parts: [{ type: "many", tag: "option", label: "Phương án", parts: [{ type: "attribute", name: "correct", label: "Đúng" }] }] });
  assert.equal(faults.sentence({ problem: "Chưa có <option> nào đúng.", cure: 'Ghi correct="true" ở đó.' }, labels), "Chưa có “Phương án” nào đúng. Ghi “Đúng” ở đó.");
  assert.equal(faults.sentence({ problem: "Thiếu <lạ>.", cure: "Thêm <lạ>…</lạ>." }, labels), "Thiếu <lạ>.");
});
