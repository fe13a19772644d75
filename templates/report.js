// Every page is complete without this script. It understands longer addresses, such as
// #k=12&image=chelsea, and lets the arrow keys step from pair to pair.
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

  addEventListener("hashchange", followAddress);
  addEventListener("keydown", step);
  showCurrentLayer();
  followAddress();
})();
