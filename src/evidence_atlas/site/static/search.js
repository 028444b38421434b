/* Results in place while a reader types or narrows. Without this file the same page works by plain
   links and one button; every state has the same address either way. */
"use strict";
(() => {
  const form = document.getElementById("ask");
  const found = document.getElementById("found");
  const said = document.getElementById("said");
  if (!form || !found || !said) return;

  const PAUSE = 300;
  const QUIET = 900;
  let typing, telling, asking;
  let pushed = false;

  const addressOf = () => {
    const given = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(given).toString();
    return form.getAttribute("action") + (query ? `?${query}` : "");
  };

  // Said once the typing has paused, so that a screen reader is not cut off by every letter.
  const tell = () => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const notes = [...found.querySelectorAll("#total, .note-found")];
      said.textContent = notes.map((note) => note.textContent.trim()).join(" ");
    }, QUIET);
  };

  const show = async (address, { focus, live } = {}) => {
    if (asking) asking.abort();
    asking = new AbortController();
    const query = [address.split("?")[1], live && "live=1"].filter(Boolean).join("&");
    const part = form.dataset.part + (query ? `?${query}` : "");
    found.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(part, { signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const open = [...found.querySelectorAll("details[open]")].map((one) => one.id);
      found.replaceChildren(...page.body.childNodes);
      open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
      found.removeAttribute("aria-busy");
      if (focus) (document.getElementById(focus) || document.getElementById("total")).focus();
      tell();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      const address = addressOf();
      // One step back leaves the search, not its last letter.
      history[pushed ? "replaceState" : "pushState"](null, "", address);
      pushed = true;
      show(address, { live: /\S$/.test(form.elements.words.value) });
    }, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(typing));

  found.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-here]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    clearTimeout(typing);
    const address = link.getAttribute("href");
    history.pushState(null, "", address);
    pushed = false;
    show(address, { focus: link.id });
  });

  addEventListener("popstate", () => {
    clearTimeout(typing);
    pushed = false;
    const asked = new URLSearchParams(location.search);
    form.elements.words.value = asked.getAll("words").join(" ");
    show(location.pathname + location.search);
  });
})();
