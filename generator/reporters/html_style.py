"""How the HTML report looks, on a screen and on paper. One text, without any address."""

from __future__ import annotations

STYLE = """\
:root { --error: #b3261e; --warning: #8a5a00; --advice: #1f5fa8; --good: #1b6e3c; --line: #d5d8dc; }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; color: #1c1e21; background: #f5f6f7;
  margin: 0 auto; max-width: 100rem; padding: 1rem 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
section { background: #fff; border: 1px solid var(--line); border-radius: .4rem; margin: 1rem 0; padding: 1rem; }
.verdict { font-weight: 600; margin: .2rem 0; }
.good, .good td:last-child { color: var(--good); }
.bad, .bad td:last-child { color: var(--error); }
.known { color: #51565c; margin: .2rem 0; }
.files { border-collapse: collapse; background: #fff; }
.files td, .files th { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left;
  overflow-wrap: anywhere; }
.both { display: flex; gap: 1.5rem; align-items: flex-start; margin-top: .8rem; }
.findings { flex: 1 1 24rem; min-width: 0; }
.pages { flex: 1 1 40rem; min-width: 0; }
.findings:empty { display: none; }
.findings ol { margin: 0; padding: 0; list-style: none; counter-reset: finding; }
.findings li { border-left: .3rem solid; padding: .4rem .4rem .4rem .7rem; margin: 0 0 .7rem; background: #fafafa;
  counter-increment: finding; }
.findings li > p:first-child::before { content: counter(finding) ". "; font-weight: 600; }
.findings p { margin: 0; }
li.error { border-color: var(--error); } li.warning { border-color: var(--warning); }
li.advice { border-color: var(--advice); }
.error > p > .severity { color: var(--error); } .warning > p > .severity { color: var(--warning); }
.advice > p > .severity { color: var(--advice); }
code { color: #60656b; font-size: .85em; }
.place { color: #51565c; font-size: .9em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .2rem 0 0; font-size: .95em; }
dt { color: #51565c; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
:target { outline: .2rem solid #f4b400; outline-offset: .1rem; }
.sheet { position: relative; margin: 0 0 1rem; border: 1px solid var(--line); background: #fff; }
.sheet img { display: block; width: 100%; height: 100%; }
.sheet figcaption { position: absolute; right: .5rem; bottom: .2rem; color: #60656b; font-size: .8rem; }
.frame { position: absolute; border: 2px solid; border-radius: 2px; }
.frame.error { border-color: var(--error); } .frame.warning { border-color: var(--warning); }
.frame.advice { border-color: var(--advice); }
.badge { display: inline-block; min-width: 1.4em; padding: 0 .3em; margin-right: .3em; border-radius: .7em; color: #fff;
  font: 600 .75rem/1.4em system-ui, Arial, sans-serif; text-align: center; text-decoration: none; }
.badges { position: absolute; right: 100%; top: 0; white-space: nowrap; }
.badge.error { background: var(--error); } .badge.warning { background: var(--warning); }
.badge.advice { background: var(--advice); }
.paper { border: 1px solid var(--line); padding: 2rem 2.5rem; font: 1rem/1.5 "Times New Roman", Tinos, serif; }
.paper p { margin: 0 0 .4em; overflow-wrap: anywhere; }
.paper table { width: 100%; border-collapse: collapse; margin: 0 0 .6em; }
.paper td { border: 1px dotted var(--line); padding: .1rem .3rem; vertical-align: top; }
.center { text-align: center; } .right { text-align: right; } .even { text-align: justify; }
.bold { font-weight: 700; } .italic { font-style: italic; }
.marked { background: #fff6d6; }
.marked.error { background: #fdeceb; } .marked.advice { background: #eaf2fb; }
@media (min-width: 64.01rem) {
  .findings { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
}
@media (max-width: 64rem) { .both { flex-direction: column; } .findings, .pages { flex: none; width: 100%; } }
@media print {
  body { background: #fff; font-size: 11pt; max-width: none; padding: 0; }
  section { border: 0; padding: 0; }
  section + section { break-before: page; }
  .both { display: block; }
  .findings { position: static; max-height: none; overflow: visible; }
  .findings li, .sheet { break-inside: avoid; }
  .pages { margin-top: 1rem; }
  a { color: inherit; text-decoration: none; }
  .badge, .frame, .marked, .findings li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { size: A4; margin: 15mm; }
}
"""
