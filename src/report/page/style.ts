/** The style of the page of a run, behind that of all pages. */
export const RUN_STYLE = `
main { max-width: 78rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.3rem; margin: 2.6rem 0 .7rem; padding-top: .6rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; } h4 { font-size: .95rem; margin: 1.3rem 0 .4rem; } h5 { font-size: .9rem; margin: .8rem 0 .2rem; color: var(--quiet); }
.whole { white-space: nowrap; } .quiet, small { color: var(--quiet); } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.verdict { border-left: .4rem solid var(--good); padding: .2rem 0 .2rem 1.1rem; margin-bottom: 1.4rem; }
.verdict.broken { border-color: var(--bad); } .verdict.inconclusive { border-color: var(--warn); }
.badge { display: inline-block; margin: 0 0 .5rem; padding: .05rem .7rem; border-radius: 1rem; background: var(--good); color: var(--paper); font-weight: 700; letter-spacing: .02em; }
.broken > .badge { background: var(--bad); } .inconclusive > .badge { background: var(--warn); }
.verdict p { margin: .2rem 0 .6rem; }
.command { margin: .5rem 0; padding: .6rem .8rem; max-width: 100%; border: 1px solid var(--line); border-radius: .4rem; background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
.command code::before { content: "$ "; color: var(--quiet); }
.said { overflow-x: auto; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: .4rem; } summary { overflow-wrap: anywhere; } pre code { font-size: .87rem; }
.figures { grid-template-columns: repeat(auto-fit, minmax(8.2rem, 1fr)); } .figures dd { font-size: 1.35rem; } .figures > div { background: var(--raised); } .figures dd { font-variant-numeric: tabular-nums; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 1rem 0; padding: 0; list-style: none; }
.finding { margin: 1.2rem 0 2rem; padding: .3rem 1.2rem 1rem; border: 1px solid var(--line); border-top: .25rem solid var(--bad); border-radius: .4rem; background: var(--raised); }
.finding .number { display: inline-block; min-width: 1.7rem; padding: 0 .4rem; border-radius: .3rem; background: var(--bad); color: var(--paper); text-align: center; }
.finding h3 { font-size: 1.2rem; margin-top: .9rem; } .sentence { color: var(--quiet); margin: .2rem 0; } .told { font-size: 1.08rem; margin: .5rem 0 1rem; max-width: 56rem; }
.flaky { padding: .5rem .8rem; border-left: .3rem solid var(--warn); }
.finding .table { margin: .7rem 0; } .finding .frame { padding: .3rem 0; }
.frame td:last-child { width: 99%; } .frame tr { font-size: .95rem; } .frame td { border-bottom: 0; padding: .1rem .6rem; } .frame td:first-child { width: 1.6rem; padding-right: 0; color: var(--bad); }
.frame .bytes, .frame .note { color: var(--quiet); } .frame .here { background: var(--wrong); } .frame .here td { color: var(--ink); font-weight: 600; } .frame .here td:first-child { color: var(--bad); } .frame .symbol td { padding-top: .5rem; }
.frame tbody { display: table-row-group; } .frame .note { white-space: normal; }
.state { width: fit-content; max-width: 100%; } .state caption { text-align: left; padding: .4rem .7rem; color: var(--quiet); border-bottom: 1px solid var(--line); }
.state td code, .state th code { white-space: pre-wrap; overflow-wrap: anywhere; } .state thead th { white-space: normal; } .state td { white-space: normal; min-width: 6rem; max-width: 30rem; } .state tbody th { color: var(--ink); font-weight: 400; }
.right { background: var(--right); color: var(--right-ink); } .wrong { background: var(--wrong); color: var(--wrong-ink); } .state b { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 2px; }
.time { margin: .4rem 0; } .track { position: relative; height: 2.4rem; margin-top: .9rem; border: 1px solid var(--line); border-radius: .3rem; }
.leg { text-align: center; text-overflow: ellipsis; position: absolute; top: 0; bottom: 0; overflow: hidden; padding: .45rem .4rem; font-size: .8rem; white-space: nowrap; }
.leg.left { text-align: left; } .leg.right-hand { text-align: right; } .leg0 { background: var(--heat-1); color: var(--heat-ink-1); } .leg1 { background: var(--heat-2); color: var(--heat-ink-2); } .leg2 { background: var(--heat-3); color: var(--heat-ink-3); }
.cut { position: absolute; top: -.25rem; bottom: -.25rem; width: 2px; margin-left: -1px; background: var(--ink); }
.differs { position: absolute; top: -.2rem; bottom: -.4rem; width: 3px; margin-left: -1px; background: var(--bad); } .differs::before { content: "▼"; position: absolute; top: -1rem; left: 50%; transform: translateX(-50%); font-size: .8rem; line-height: 1; color: var(--bad); }
.ends { display: flex; justify-content: space-between; font-size: .8rem; color: var(--quiet); } figcaption { font-size: .87rem; }
.sign { display: inline-block; width: 3px; height: .9rem; margin: 0 .2rem 0 .8rem; vertical-align: -.1rem; } .cutsign { background: var(--ink); } .differssign { background: var(--bad); }
.events { margin: .4rem 0; padding-left: 0; list-style: none; } .events li { display: grid; grid-template-columns: 5.5rem 1fr; gap: .8rem; } .events code { text-align: right; } .events span { min-width: 0; overflow-wrap: anywhere; }
.pages { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; padding: 0; list-style: none; }
.pg { padding: .2rem .55rem; border: 1px solid var(--line); border-radius: .3rem; font-size: .85rem; } .pg.d { background: var(--heat-1); } .pg.x { background: var(--heat-2); color: var(--heat-ink-2); } .pg.x small { color: inherit; } .pg.d small { color: var(--heat-ink-1); }
.pg.odd { outline: 2px solid var(--bad); } .actual { padding: 0 .25rem; border-radius: .2rem; background: var(--wrong); color: var(--wrong-ink); }
.parts { margin: .2rem 0; padding-left: 1.1rem; } h5.needed { color: var(--bad); } h5.free { color: var(--good); }
.facts { margin: .8rem 0; } .facts > div { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; padding: .15rem 0; } .facts dd { font-size: 1rem; font-weight: 400; overflow-wrap: anywhere; min-width: 0; }
details { margin: .5rem 0; } details > .table { margin-top: .4rem; }
.numbers { width: fit-content; max-width: 100%; } .numbers td:not(:first-child), .numbers th:not(:first-child) { text-align: right; } .numbers .text { text-align: left; }
.columns { columns: 3 17rem; column-gap: 2rem; } .columns > section { break-inside: avoid; padding-bottom: .2rem; } .columns h3 { margin-top: 0; padding-top: 1rem; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem .9rem; margin: .5rem 0; padding: 0; list-style: none; font-size: .83rem; } .key { display: inline-block; min-width: 1.7rem; padding: 0 .3rem; border: 1px solid var(--line); border-radius: .2rem; text-align: center; }
.key:empty::before { content: "\\a0"; }
.heat { width: fit-content; max-width: 100%; max-height: 44rem; overflow: auto; } .heat table { border-collapse: separate; border-spacing: 1px; width: auto; font-size: .78rem; line-height: 1.25; }
.heat td { min-width: 2.6rem; padding: .12rem .25rem; border: 0; text-align: right; } .heat td small { display: block; color: inherit; font-size: .68rem; } .heat td.p small { text-decoration: underline dotted; }
.heat .b { border-left: 3px solid var(--paper); }
.heat th { padding: .12rem .45rem; border: 0; background: var(--paper); font-size: .78rem; } .heat thead { position: sticky; top: 0; z-index: 2; } .heat thead th[scope="col"] { vertical-align: bottom; max-width: 5rem; white-space: normal; overflow-wrap: normal; } .heat thead th[scope="colgroup"] { border-bottom: 1px solid var(--line); border-left: 3px solid var(--paper); color: var(--ink); }
.heat tbody th[scope="row"] { position: sticky; left: 0; z-index: 1; color: var(--ink); font-weight: 400; font-family: ui-monospace, monospace; } .heat .group th { padding-top: .5rem; color: var(--ink); } .heat .group span { position: sticky; left: .45rem; }
.h1 { background: var(--heat-1); color: var(--heat-ink-1); } .h2 { background: var(--heat-2); color: var(--heat-ink-2); } .h3 { background: var(--heat-3); color: var(--heat-ink-3); } .h4 { background: var(--heat-4); color: var(--heat-ink-4); } .h5 { background: var(--heat-5); color: var(--heat-ink-5); }
.e { background: repeating-linear-gradient(135deg, var(--empty) 0 4px, var(--empty-stripe) 4px 8px); color: var(--empty-ink); font-weight: 600; } .l { color: var(--quiet); text-align: center !important; }
@media (max-width: 40rem) { .finding { padding: .2rem .7rem .7rem; } .facts > div { grid-template-columns: 1fr; gap: 0; padding: .3rem 0; } .frame .bytes { display: none; } .events li { grid-template-columns: 3.6rem 1fr; } .heat tbody th[scope="row"] { max-width: 7.5rem; white-space: normal; overflow-wrap: anywhere; }
  .state { width: 100%; } .state table { table-layout: fixed; font-size: .85rem; } .state th, .state td, .state caption { padding: .3rem .4rem; white-space: normal; overflow-wrap: anywhere; } .state td { min-width: 0; } }
@page { margin: 14mm; }
@media print { .columns { columns: 2; } .finding details::details-content { content-visibility: visible; height: auto; } main { padding: 0; max-width: none; } nav { display: none; } .figures > div, .state, .frame, .time, .command { break-inside: avoid-page; } html { font-size: 11px; } .heat { max-height: none; } .heat thead { position: static; display: table-header-group; } .heat tbody th[scope="row"], .heat .group span { position: static; } .heat th { background: none; }
  .heat table { font-size: 6.2px; border-spacing: 0; } .heat th, .heat td, .heat td small { font-size: 6.2px; min-width: 0; padding: 1px 2px; } .heat thead tr + tr th { max-width: none; padding: 2px; } .heat thead tr + tr th span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
  .frame td { white-space: nowrap; } .frame .note { white-space: normal; } .heat tr { break-inside: avoid; } .heat td, .heat .e, .key, .leg, .cut, .differs, .right, .wrong, .badge, .bar > span, .number, .pg { print-color-adjust: exact; } h2, h3, h4 { break-after: avoid; } }
`;
