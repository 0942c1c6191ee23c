// The search of the site: lunr over the sections that `sections.js` holds, in the browser, from a server or from a folder.
(() => {
  "use strict";
  const root = document.currentScript.dataset.root;
  const most = 12;

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("#leftColumn, .sidebar-nav, nav") || document.body;
    const form = document.createElement("form");
    form.setAttribute("role", "search");
    form.className = "site-search";
    form.innerHTML = '<input type="search" placeholder="Search" aria-label="Search these pages"><ol hidden></ol>';
    place.prepend(form);
    const field = form.querySelector("input");
    const list = form.querySelector("ol");
    let index;

    const search = () => {
      index ??= made();
      const words = field.value.trim();
      const found = words ? find(words) : [];
      list.replaceChildren(...found.map(entry));
      if (words && !found.length) {
        const nothing = document.createElement("li");
        nothing.textContent = "nothing found";
        list.append(nothing);
      }
      list.hidden = !words;
    };
    field.addEventListener("input", search);
    form.addEventListener("submit", event => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    document.addEventListener("keydown", event => {
      if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        field.focus();
      }
    });

    function made() {
      return lunr(function () {
        this.ref("at");
        this.field("heading", {boost: 6});
        this.field("page", {boost: 2});
        this.field("words");
        window.hadamaskSections.forEach((section, at) => this.add({at, ...section}));
      });
    }

    // All words, the last one perhaps not typed to its end; headings that have them as they were typed come first.
    function find(words) {
      const typed = words.trim().toLowerCase();
      const has = section => section.heading.toLowerCase().includes(typed);
      const terms = lunr.tokenizer(words);
      return index.query(query => terms.forEach((term, i) => {
        query.term(term.toString(), {boost: 10, usePipeline: true});
        if (i === terms.length - 1) {
          query.term(term.toString(), {wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false});
        }
      })).map(hit => window.hadamaskSections[hit.ref]).sort((one, other) => has(other) - has(one)).slice(0, most);
    }

    function entry(section) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + section.where;
      link.textContent = section.heading;
      const page = document.createElement("small");
      page.textContent = section.page === section.heading ? "" : section.page;
      item.append(link, page);
      return item;
    }
  });
})();
