"use strict";

// Light or dark as the reader chose, before anything is shown; else as the system says. Where a browser
// remembers nothing for files, the choice holds for the page.

const remembered = {
  get(key) {
    try {
      return localStorage.getItem("playmore-" + key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem("playmore-" + key, value);
    } catch {
      // It is not remembered, that is all.
    }
  },
};

document.documentElement.classList.add("scripted");
document.documentElement.dataset.theme = remembered.get("theme") ?? "system";

// What a page hides until its script has folded it is there in any case once all has been loaded.
addEventListener("load", () => document.documentElement.classList.add("folded"));
