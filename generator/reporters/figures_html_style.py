"""How the page of figures looks, on a screen in light or dark and on paper. Two texts, without any address."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --ink: #1c1e21; --soft: #51565c; --paper: #fff; --ground: #f5f6f7; --line: #d5d8dc;
  --head: #eceef1; --good: #1b6e3c; --late: #8a5a00; --missing: #b3261e; --none: #5b6168; --bar: #2f6fb3;
  --before: #9aa3ad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #b3b9c0; --paper: #202327; --ground: #16181b;
  --line: #43484e; --head: #2b2f34; --good: #6fcf97; --late: #f2b84b; --missing: #ff8a80; --none: #aab1b9;
  --bar: #7db4ec; --before: #737c86; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; color: var(--ink);
  background: var(--ground); margin: 0 auto; max-width: 100rem; padding: 1rem 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: .8rem 0 .3rem; }
header p { margin: 0 0 .2rem; } .soft { color: var(--soft); }
.sample { display: inline-block; font-weight: 600; border: 2px solid var(--late); color: var(--late);
  border-radius: .3rem; padding: 0 .5rem; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; margin: 1rem 0;
  padding: 1rem; }
.counts { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; margin: 0 0 1rem; padding: 0; }
.counts li { border: 1px solid var(--line); border-left: .4rem solid var(--none); border-radius: .3rem;
  padding: .2rem .8rem; min-width: 8rem; }
.counts b { display: block; font-size: 1.5rem; line-height: 1.3; }
.counts .on_time { border-left-color: var(--good); } .counts .late { border-left-color: var(--late); }
.counts .missing { border-left-color: var(--missing); }
.wide { overflow: auto; max-height: 85vh; border: 1px solid var(--line); }
.wide:focus-visible { outline: 3px solid var(--bar); }
table { border-collapse: separate; border-spacing: 0; width: 100%; background: var(--paper); }
caption { text-align: left; color: var(--soft); padding: .3rem .5rem; }
th, td { border-bottom: 1px solid var(--line); border-right: 1px solid var(--line); padding: .25rem .5rem;
  vertical-align: top; text-align: left; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); vertical-align: bottom; }
thead th:nth-child(2) { z-index: 3; }
tbody th, tfoot th, thead th:nth-child(2) { position: sticky; left: 0; background: var(--head); min-width: 12rem; }
tbody th { font-weight: 400; z-index: 1; } tfoot th { z-index: 1; }
tfoot th, tfoot td { font-weight: 600; } tfoot tr:first-child > * { border-top: 2px solid var(--ink); }
tfoot .lesser > * { font-weight: 400; color: var(--soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; min-width: 5.5rem; } td.not_applicable { white-space: normal; }
tr > .number:first-child { width: 1%; min-width: 0; white-space: nowrap; }
.of { display: block; font-weight: 400; color: var(--soft); }
td.not_reported { color: var(--missing); } td.not_applicable { color: var(--none); }
td.standing { font-weight: 600; } .standing.on_time { color: var(--good); } .standing.late { color: var(--late); }
.standing.missing { color: var(--missing); } .standing.not_applicable { color: var(--none); }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: inherit;
  cursor: pointer; }
th button::after { content: " \\2195"; color: var(--soft); }
th[aria-sort=ascending] button::after { content: " \\2191"; }
th[aria-sort=descending] button::after { content: " \\2193"; }
th button:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { font-weight: 600; } figure p { margin: 0; color: var(--soft); font-size: .9em; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 13px system-ui, Arial, sans-serif; fill: var(--ink); }
svg .soft { fill: var(--soft); } svg .bar { fill: var(--bar); } svg .before { fill: var(--before); }
dl { margin: 0; } dt { font-weight: 600; margin-top: .4rem; } dd { margin: 0 0 0 1rem; white-space: pre-line; }
dd, tbody th { overflow-wrap: anywhere; } td, th { overflow-wrap: break-word; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --ground: #fff; --line: #999; --head: #eee;
    --good: #1b6e3c; --late: #8a5a00; --missing: #b3261e; --none: #5b6168; --bar: #2f6fb3; --before: #9aa3ad; }
  body { font-size: 8.5pt; max-width: none; padding: 0; } section { border: 0; padding: 0; }
  .wide { overflow: visible; max-height: none; border: 0; border-top: 1px solid var(--line); }
  thead th, tbody th, tfoot th, thead th:nth-child(2) { position: static; min-width: 0; }
  .number:not(:first-child), thead .number:not(:first-child) { white-space: normal; min-width: 0; }
  th, td { padding: .1rem .25rem; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; } tr, figure { break-inside: avoid; } th button::after { content: ""; }
  .charts { grid-template-columns: 1fr 1fr; }
  svg, .counts li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { size: A4 landscape; margin: 12mm; }
}
"""

SCRIPT = """\
'use strict';
document.querySelectorAll('table.sortable').forEach(function (table) {
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  function value(row, column) {
    var cell = row.cells[column], typed = cell.getAttribute('data-value');
    if (typed !== null) { return typed === '' ? null : Number(typed); }
    return cell.textContent.trim() === '' ? null : cell.textContent;
  }
  function compare(a, b) {
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'vi');
  }
  heads.forEach(function (head, column) {
    var button = document.createElement('button');
    button.type = 'button';
    while (head.firstChild) { button.appendChild(head.firstChild); }
    head.appendChild(button);
    button.addEventListener('click', function () {
      var down = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      Array.prototype.slice.call(body.rows).map(function (row, place) {
        return { row: row, place: place, value: value(row, column) };
      }).sort(function (a, b) {
        // What is not there stands last, whichever way it is sorted.
        if (a.value === null || b.value === null) {
          return (a.value === null) - (b.value === null) || a.place - b.place;
        }
        return (down ? compare(b.value, a.value) : compare(a.value, b.value)) || a.place - b.place;
      }).forEach(function (each) { body.appendChild(each.row); });
    });
  });
});
"""
