// Every page is complete without this script. It understands longer addresses, such as
// #k=12&image=chelsea, lets the arrow keys step from pair to pair, and sorts the pairs.
(function () {
  "use strict";

  function readAddress() {
    return new URLSearchParams(location.hash.slice(1));
  }

  function findPair(index) {
    return document.getElementById("k=" + index);
  }

  // A plain #k=12 is the browser's own affair: it scrolls, and :target marks the pair.
  function followAddress() {
    for (const pair of document.querySelectorAll(".pair.is-on")) pair.classList.remove("is-on");
    const address = readAddress();
    if (!address.has("image")) return;
    choosePhoto(address.get("image"));
    const pair = findPair(address.get("k"));
    if (!pair) return;
    pair.classList.add("is-on");
    pair.scrollIntoView();
  }

  function choosePhoto(id) {
    for (const radio of document.querySelectorAll('input[name="photo"]')) {
      if (radio.value === id) radio.checked = true;
    }
  }

  function step(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = readAddress();
    const index = Number(address.get("k")) + by;
    if (!address.has("k") || takesKeys(event.target) || !findPair(index)) return;
    event.preventDefault();
    address.set("k", String(index));
    location.replace("#" + address); // not a new entry: Back leaves the page
  }

  // Arrow keys choose among the photos' radios.
  function takesKeys(target) {
    return target instanceof Element && target.closest("input, select, textarea") !== null;
  }

  // Sideways only: scrollIntoView would move the page too.
  function showCurrentLayer() {
    const current = document.querySelector(".crumbs > [aria-current]");
    if (!current) return;
    const row = current.parentElement;
    const hidden = current.getBoundingClientRect().right - row.getBoundingClientRect().right;
    if (hidden > 0) row.scrollLeft += hidden;
  }

  // By any column of the table of measures: there all values stand, class and likeness too.
  function offerSorting() {
    const tools = document.querySelector(".tools");
    const heads = document.querySelectorAll(".measures thead th");
    if (!tools || heads.length < 2) return;
    const label = document.createElement("label");
    const select = document.createElement("select");
    const names = ["index", ...[...heads].slice(1).map(nameColumn)];
    names.forEach((name, i) => select.add(new Option(name, String(i))));
    label.className = "sort";
    label.append("Sort by ", select);
    tools.append(label);
    const values = readTable();
    const lists = [".grid", ".pairs", ".measures tbody"].map((name) => {
      const list = document.querySelector(name);
      return list && { list, items: [...list.children] };
    });
    select.addEventListener("change", () => {
      const order = sortKernels(values, Number(select.value));
      for (const each of lists) if (each) each.list.append(...order.map((k) => each.items[k]));
    });
  }

  // Without its unit.
  function nameColumn(head) {
    return (head.querySelector("abbr") ?? head).textContent.trim();
  }

  function readTable() {
    return [...document.querySelectorAll(".measures tbody tr")].map((row) =>
      [...row.children].map((cell) => readValue(cell.textContent.trim()))
    );
  }

  // Numbers as the page writes them, such as −0.5, 149° or 5.04 × 10⁻⁴; null for what is none.
  function readValue(text) {
    const plain = text.replaceAll("−", "-").replace(/[,°\u202f]/g, "");
    const parts = /^(-?[\d.]+)(?: × 10([⁻⁰¹²³⁴-⁹]+))?$/.exec(plain);
    if (!parts) return /[a-z]/.test(text) ? text : null;
    const power = [...parts[2] ?? ""].map((digit) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit));
    const exponent = Number(power.map((digit) => digit === 0 ? "-" : digit - 1).join("") || 0);
    return Number(parts[1]) * 10 ** exponent;
  }

  // Names and places upwards, measures from the largest down; what has no value comes last.
  function sortKernels(values, column) {
    const head = document.querySelectorAll(".measures thead th")[column];
    const upwards = column === 0 || /class|order/.test(nameColumn(head));
    const compare = (a, b) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return (a < b ? -1 : a > b ? 1 : 0) * (upwards ? 1 : -1);
    };
    return values.map((_, k) => k).sort((a, b) =>
      compare(values[a][column], values[b][column]) || a - b
    );
  }

  addEventListener("hashchange", followAddress);
  addEventListener("keydown", step);
  showCurrentLayer();
  offerSorting();
  followAddress();
})();
