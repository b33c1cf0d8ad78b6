"use strict";

// The notes as a book: a side bar with chapters and headings, search, the choice of a theme, folded answers.

const {root, chapter: name} = document.body.dataset;
const here = chapters.findIndex(chapter => chapter.name === name);
const main = document.querySelector("main"), side = document.getElementById("side");
const bar = document.querySelector("header.top"), bottom = document.querySelector("nav.bottom");

const wholeLecture = document.body.classList.contains("lecture");
const address = (chapter, id) => wholeLecture ? "#" + (id ?? chapter)
  : root + "/" + chapter + "/index.html" + (id && id !== chapter ? "#" + id : "");

// Code is highlighted and split into lines. Lines that are new in a class are marked.

for (const code of document.querySelectorAll("code.language-java")) {
  hljs.highlightElement(code);
  const fresh = new Set((code.parentNode.dataset.new ?? "").split(" "));
  let open = [];
  code.innerHTML = code.innerHTML.trimEnd().split("\n").map((line, i) => {
    const begin = open.join("");
    for (const [tag] of line.matchAll(/<\/?span[^>]*>/g)) tag === "</span>" ? open.pop() : open.push(tag);
    const indent = line.replace(/<[^>]*>/g, "").search(/\S|$/);
    const kind = fresh.has(String(i)) ? "line new" : "line", end = "</span>".repeat(open.length);
    return `<span class="${kind}" style="--indent:${indent}ch">${begin}${line}\n${end}</span>`;
  }).join("");
}

for (const code of document.querySelectorAll("pre.code")) {
  const copy = make("button", {type: "button", className: "copy", textContent: "Copy", ariaLabel: "Copy this code"});
  copy.onclick = () => navigator.clipboard.writeText(code.textContent.trimEnd()).then(
    () => copy.textContent = "Copied", () => {
      getSelection().selectAllChildren(code);
      copy.textContent = "Selected: copy it";
    });
  const frame = make("div", {className: "listing"});
  code.replaceWith(frame);
  frame.append(code, copy);
}

// Answers start open, so that their contents can be measured, and are folded here.

const answers = [...document.querySelectorAll("details.answer")];
let open = remembered.get("answers") === "open";

function fold() {
  for (const answer of answers) answer.open = open;
  toggle.textContent = open ? "Fold all answers" : "Open all answers";
}

const toggle = make("button", {type: "button", className: "answers"});
toggle.onclick = () => {
  open = !open;
  remembered.set("answers", open ? "open" : "folded");
  fold();
};
fold();
document.documentElement.classList.add("folded");

let folded = [];
addEventListener("beforeprint", () => {
  folded = answers.filter(answer => !answer.open);
  for (const answer of folded) answer.open = true;
});
addEventListener("afterprint", () => folded.forEach(answer => answer.open = false));

// A box that can be scrolled can take the focus, so that keys scroll it, too.

const scrolled = new ResizeObserver(entries => entries.forEach(({target}) => {
  const scrolls = target.scrollWidth > target.clientWidth + 1;
  target.toggleAttribute("tabindex", scrolls);
  if (scrolls) {
    target.tabIndex = 0;
    target.setAttribute("role", "group");
    target.setAttribute("aria-label", "Wider than the page: arrow keys move it");
  } else {
    target.removeAttribute("role");
    target.removeAttribute("aria-label");
  }
}));
document.querySelectorAll(".rows:not([tabindex]), .picture:not(:has(.graph)), main pre:not(.code), main table")
  .forEach(box => scrolled.observe(box.closest(".rows") ?? box));

// The bar at the top, and the links to the previous and the next chapter.

const link = (chapter, rel, text) =>
  make("a", {href: address(chapter.name), rel, className: rel, textContent: text, title: chapter.title});
const previous = chapters[here - 1], next = chapters[here + 1];

if (!wholeLecture) {
  if (here >= 0 && previous) {
    bar.append(link(previous, "prev", "← Previous"));
    bottom.append(link(previous, "prev", "← " + previous.title));
  }
  if (next) {
    bar.append(link(next, "next", "Next →"));
    bottom.append(link(next, "next", next.title + " →"));
  }
}
if (answers.length > 0) bar.append(toggle);

const theme = make("select", {className: "theme", ariaLabel: "Theme"}, ...["system", "light", "dark"].map(value =>
  make("option", {value, textContent: {system: "As the system", light: "Light", dark: "Dark"}[value]})));
theme.value = document.documentElement.dataset.theme;
theme.onchange = () => {
  document.documentElement.dataset.theme = theme.value;
  remembered.set("theme", theme.value);
};
bar.append(theme);

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "/") {
    event.preventDefault();
    menu(true);
    search.focus();
  }
  const to = {ArrowLeft: here >= 0 && previous, ArrowRight: next}[event.key];
  if (to && !wholeLecture) location.href = address(to.name);
});

// The side bar: search, and the list of chapters. The current chapter also lists its headings.

const search = make("input", {type: "search", placeholder: "Search all chapters ( / )", autocomplete: "off",
  ariaLabel: "Search all chapters"});
const found = make("ol", {className: "found", hidden: true}), count = make("p", {className: "count", role: "status"});
const list = make("ol", {className: "list"}, ...chapters.map((chapter, i) => {
  const a = make("a", {href: address(chapter.name), textContent: chapter.title});
  if (i !== here) return make("li", {}, a);
  a.setAttribute("aria-current", "page");
  const sections = chapter.sections.map(section =>
    make("li", {}, make("a", {href: "#" + section.id, textContent: section.title})));
  return make("li", {}, a, make("ol", {}, ...sections));
}));
const form = make("form", {role: "search"}, search);
form.onsubmit = event => {
  event.preventDefault();
  found.querySelector("a")?.click();
};
side.append(form, count, found, list);
if (!wholeLecture) {
  const whole = make("a", {href: root + "/lecture/index.html", textContent: "All as one page"});
  side.append(make("p", {className: "whole"}, whole));
}
const current = side.querySelector("[aria-current]");
if (current) side.scrollTop = current.offsetTop - side.clientHeight / 3;    // scrolls the side bar, but not the page

const button = document.querySelector(".menu");
function menu(shown) {
  document.body.classList.toggle("aside", shown);
  button.setAttribute("aria-expanded", shown);
}
button.onclick = () => {
  menu(!document.body.classList.contains("aside"));
  if (document.body.classList.contains("aside")) search.focus();
};
side.addEventListener("click", event => event.target.closest("a") && menu(false));
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !document.body.classList.contains("aside")) return;
  menu(false);
  button.focus();
});
main.addEventListener("click", () => menu(false));

const headings = new Map([...list.querySelectorAll(":scope ol a")]
  .map(a => [document.getElementById(a.hash.slice(1)), a]));
const passing = new IntersectionObserver(entries => {
  const at = entries.find(entry => entry.isIntersecting);
  if (!at) return;
  headings.forEach(a => a.removeAttribute("aria-current"));
  headings.get(at.target).setAttribute("aria-current", "true");
}, {rootMargin: "0px 0px -70% 0px"});
headings.forEach((_, heading) => passing.observe(heading));

// Search. The texts of all chapters are loaded when the search field first gets the focus.

let texts;
search.onfocus = () => {
  if (document.querySelector("script.texts")) return;
  document.body.append(make("script", {src: root + "/assets/search.js", className: "texts", onload: () => {
    texts = allTexts.map(text => ({...text, words: (text.title + "\n" + text.text).toLowerCase()}));
    seek();
  }}));
};
search.oninput = () => texts && seek();

function seek() {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  const hits = words.length === 0 ? [] : texts.filter(text => words.every(word => text.words.includes(word)))
    .sort((a, b) => rank(b, words) - rank(a, words));
  found.replaceChildren(...hits.slice(0, 40).map(hit => make("li", {}, result(hit, words))));
  found.hidden = words.length === 0;
  list.hidden = words.length > 0;
  count.textContent = words.length === 0 ? "" : hits.length === 0 ? "Nothing has all of these words"
    : hits.length === 1 ? "1 place" : hits.length + " places";
}

// Ranks a phrase higher than separate words, and a heading higher than text.
function rank({title, words: text}, words) {
  const phrase = words.join(" "), heading = title.toLowerCase();
  return 4 * heading.includes(phrase) + 2 * text.includes(phrase)
    + words.filter(word => heading.includes(word)).length / words.length;
}

function result({chapter, id, title, text}, words) {
  const whole = chapters.find(c => c.name === chapter).title;
  const [path, hash] = address(chapter, id).split("#");
  const find = path ? "?find=" + encodeURIComponent(words.join(" ")) : "";
  const a = make("a", {href: path + find + (hash ? "#" + hash : "")},
    make("b", {textContent: whole + (title ? " · " + title : "")}));
  const at = text.toLowerCase().indexOf(words[0]);
  if (at >= 0) {
    const from = Math.max(0, at - 40), to = at + words[0].length;
    a.append(make("span", {}, (from > 0 ? "…" : "") + text.slice(from, at),
      make("mark", {textContent: text.slice(at, to)}), text.slice(to, to + 60) + "…"));
  }
  return a;
}

// A page opened from the search highlights the words, and opens the answers that contain them.

const sought = (new URLSearchParams(location.search).get("find") ?? "").toLowerCase().split(" ").filter(word => word);
if (sought.length > 0) {
  const begin = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    ?? main.querySelector("article > header");
  for (let at = begin.nextElementSibling; at && !/^H\d/.test(at.tagName); at = at.nextElementSibling) {
    const words = at.textContent.toLowerCase();
    if (at.matches("details") && sought.some(word => words.includes(word))) at.open = true;
  }
  begin.scrollIntoView();
  const ranges = [], nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const text = nodes.currentNode.data.toLowerCase();
    for (const word of sought) {
      for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
        const range = new Range();
        range.setStart(nodes.currentNode, i);
        range.setEnd(nodes.currentNode, i + word.length);
        ranges.push(range);
      }
    }
  }
  if (CSS.highlights) CSS.highlights.set("sought", new Highlight(...ranges));
}
