"use strict";

// The notes: the chapters before and after this one, highlighted code, and a way to copy it.

if (window.hljs) hljs.highlightAll();

for (const code of document.querySelectorAll("pre.code")) {
  const copy = document.createElement("button");
  copy.className = "copy";
  copy.type = "button";
  copy.textContent = "Copy";
  copy.onclick = () => navigator.clipboard.writeText(code.querySelector("code").textContent).then(
    () => copy.textContent = "Copied", () => copy.textContent = "Select and copy");
  code.append(copy);
}

for (const figure of document.querySelectorAll("figure.image")) {
  const picture = figure.querySelector(".picture");
  if (picture.scrollWidth <= picture.clientWidth && picture.scrollHeight <= picture.clientHeight) continue;
  const toggle = document.createElement("button");
  toggle.className = "whole-or-not";
  toggle.type = "button";
  toggle.onclick = () => toggle.textContent = picture.classList.toggle("whole") ? "Enlarge" : "Show all of it";
  toggle.onclick();
  figure.querySelector("figcaption").append(toggle);
}

const here = chapters.findIndex(chapter => chapter.name === document.body.dataset.chapter);
const isChapter = here >= 0;
const previous = chapters[here - 1];
const next = isChapter ? chapters[here + 1] : chapters[0];

function address(chapter) {
  return (isChapter ? "../" : "") + chapter.name + "/index.html";
}

function link(chapter, kind, text) {
  const a = document.createElement("a");
  a.href = address(chapter);
  a.rel = a.className = kind;
  a.textContent = text;
  a.title = chapter.title;
  return a;
}

if (isChapter) {
  const top = document.querySelector("nav.top"), bottom = document.querySelector("nav.bottom");
  if (previous) {
    top.append(link(previous, "prev", "← Previous"));
    bottom.append(link(previous, "prev", "← " + previous.title));
  }
  if (next) {
    top.append(link(next, "next", "Next →"));
    bottom.append(link(next, "next", next.title + " →"));
  }
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.target.closest("input, textarea, select")) return;
  const to = {ArrowLeft: previous, ArrowRight: next}[event.key];
  if (to) location.href = address(to);
});
