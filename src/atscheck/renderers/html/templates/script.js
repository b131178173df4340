"use strict";
/* What the page does beyond links, which work without it: views, highlights, filters. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /* The views of a resume as tabs (WAI-ARIA Authoring Practices, "Tabs"). */
  const choose = (tab, focus) => {
    for (const each of all("[role=tab]", tab.parentElement)) {
      const chosen = each === tab;
      each.setAttribute("aria-selected", String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      document.getElementById(each.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (focus) tab.focus();
  };
  for (const list of all("[role=tablist]")) {
    const tabs = all("[role=tab]", list);
    list.hidden = false;
    for (const tab of tabs) {
      document.getElementById(tab.getAttribute("aria-controls")).setAttribute("role", "tabpanel");
      document.getElementById(tab.getAttribute("aria-controls")).setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", () => choose(tab));
    }
    list.addEventListener("keydown", (event) => {
      const now = tabs.indexOf(document.activeElement);
      const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      choose(tabs.at(next % tabs.length), true);
    });
    choose(tabs[0]);
  }

  /* What belongs together lights up together: a keyword, its places, and what is said of them. */
  const at = { pointer: null, focus: null };
  const light = (by, target) => {
    const own = target instanceof Element ? target.closest("[data-about]") : null;
    if (own === at[by]) return;
    at[by] = own;
    for (const each of all(".lit")) each.classList.remove("lit");
    for (const one of Object.values(at).filter(Boolean)) {
      const about = one.dataset.about.split(" ");
      for (const each of all("[data-about]", one.closest(".report"))) {
        if (each.dataset.about.split(" ").some((name) => about.includes(name))) each.classList.add("lit");
      }
    }
  };
  document.addEventListener("pointerover", ({ target }) => light("pointer", target));
  document.addEventListener("pointerout", ({ relatedTarget }) => light("pointer", relatedTarget));
  document.addEventListener("focusin", ({ target }) => light("focus", target));
  document.addEventListener("focusout", ({ relatedTarget }) => light("focus", relatedTarget));

  /* A link to a mark goes to the view that is open; what is filtered out or hidden is shown again. */
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (!link) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    const view = target && target.closest(".view");
    if (view && view.hidden) {
      const other = link.dataset.mark && document.getElementById(target.id.replace(/m(\d+)$/, "a$1"));
      if (other) {
        event.preventDefault();
        other.scrollIntoView({ block: "center" });
        other.focus({ preventScroll: true });
        return;
      }
      choose(document.querySelector(`[aria-controls="${view.id}"]`));
    }
    for (const box of view ? all("[data-kind]", view) : []) {
      if (!box.checked && target.classList.contains(box.dataset.kind)) box.click();
    }
    if (target && target.hidden) {
      const filters = target.closest(".filtered");
      for (const input of all("[data-filter]", filters)) input.value = "";
      filter(filters);
    }
  });
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && !target.matches("section, h2")) target.scrollIntoView({ block: "center" });
  });

  /* Tables that can be filtered and sorted. */
  const filter = (section) => {
    const wanted = Object.fromEntries(all("[data-filter]", section).map((i) => [i.dataset.filter, i.value.toLowerCase().trim()]));
    const rows = all("tbody tr", section);
    let shown = 0;
    for (const row of rows) {
      const fits = Object.entries(wanted).every(([name, value]) =>
        name === "text" ? row.textContent.toLowerCase().includes(value) : !value || row.dataset[name] === value);
      row.hidden = !fits;
      shown += fits;
    }
    section.querySelector("output").textContent = shown < rows.length ? `${shown} of ${rows.length}` : "";
  };
  for (const section of all(".filtered")) {
    for (const part of all(".filters", section)) part.hidden = false;
    for (const input of all("[data-filter]", section)) {
      input.addEventListener("input", () => filter(section));
    }
  }

  /* A table that its reader may sort (WAI-ARIA Authoring Practices, "Sortable Table"): figures by
     their value, the rest by its text, the first column as the page has it. Rows that are alike
     keep the order of the page, and those without a value come last. */
  const names = new Intl.Collator("en", { numeric: true });
  const compare = (a, b) =>
    "value" in a.dataset ? a.dataset.value - b.dataset.value : names.compare(a.textContent, b.textContent);
  for (const table of all("table.sortable")) {
    const heads = all("thead th", table);
    const given = all("tbody tr", table);
    const notice = table.closest("section").querySelector(".notice");
    const sort = (column, descending) => {
      const empty = given.filter((row) => row.cells[column].dataset.value === "");
      const rows = given.filter((row) => row.cells[column].dataset.value !== "");
      const sign = descending ? -1 : 1;
      if (column) rows.sort((a, b) => sign * compare(a.cells[column], b.cells[column]));
      else if (descending) rows.reverse();
      table.tBodies[0].append(...rows, ...empty);
      for (const head of heads) head.removeAttribute("aria-sort");
      heads[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
      notice.querySelector("[data-sorted-by]").textContent = heads[column].textContent;
      notice.hidden = column === 0;
    };
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(column, head.getAttribute("aria-sort") === "ascending"));
    });
    notice.querySelector("[data-unsort]").addEventListener("click", () => {
      sort(0, false);
      heads[0].querySelector("button").focus();
    });
  }

  /* Paper has no details to open. */
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const each of closed) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });
})();
