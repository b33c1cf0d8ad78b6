"use strict";

// Sets the light or dark theme that the reader chose, or that of the system, before the page is shown. Some browsers
// remember nothing for local files. There the choice lasts as long as the page.

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
      // The choice is not remembered.
    }
  },
};

document.documentElement.classList.add("scripted");
document.documentElement.dataset.theme = remembered.get("theme") ?? "system";

// The style sheet hides answers until a script has folded them. After loading they must show, whatever happened.
addEventListener("load", () => document.documentElement.classList.add("folded"));
