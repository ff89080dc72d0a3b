// @ts-check
/**
 * The styles of the element. They go into the shadow root by `adoptedStyleSheets`, which a content security policy
 * without inline styles does not touch.
 */

const HUES = {
  light: ["#0c3a90", "#b35541", "#3c7a8b", "#4f0456", "#554d03", "#6b4fb4", "#043a1c", "#853b58"],
  dark: ["#5682be", "#f1996b", "#4db7bb", "#f4bbfe", "#a8860c", "#a592ff", "#a7ec93", "#cd5a7c"],
};

const CSS = `
:host { display: block; container-type: inline-size; color: var(--who-said-color, inherit); font-family: var(--who-said-font, inherit); background: var(--who-said-background, transparent); --ws-paper: var(--who-said-background, Canvas); --ws-muted: var(--who-said-muted, color-mix(in srgb, currentColor 72%, transparent)); --ws-rule: var(--who-said-border, color-mix(in srgb, currentColor 17%, transparent)); --ws-rule-ui: color-mix(in srgb, currentColor 52%, transparent); --ws-sunk: color-mix(in srgb, currentColor 5%, transparent); --ws-accent: var(--who-said-accent, #0b5d66); --ws-bad: #9a2a12; --ws-radius: var(--who-said-radius, 2px); --ws-gap: var(--who-said-gap, 8px); --ws-number: 40px;
${HUES.light.map((hue, index) => `--ws-${index + 1}: var(--who-said-speaker-${index + 1}, ${hue});`).join("")}
--ws-9: var(--ws-muted); }
@supports (color: light-dark(red, red)) { :host { --ws-accent: var(--who-said-accent, light-dark(#0b5d66, #6cc5cf)); --ws-bad: light-dark(#9a2a12, #f0907a);
${HUES.light.map((hue, index) => `--ws-${index + 1}: var(--who-said-speaker-${index + 1}, light-dark(${hue}, ${HUES.dark[index]}));`).join("")} } }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; color: var(--who-said-color, #1c1b19); background: var(--who-said-background, #fbfaf7); }
:host([theme="dark"]) { color-scheme: dark; color: var(--who-said-color, #eceae4); background: var(--who-said-background, #161513); }
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `.s${number} { --hue: var(--ws-${number}); }`).join("")}
.s1, .s2, .s3, .s4, .s5, .s6, .s7, .s8, .s9 { --soft: color-mix(in oklab, var(--hue) 4%, transparent); --tint: color-mix(in oklab, var(--hue) 9%, transparent); --hover: color-mix(in oklab, var(--hue) 15%, transparent); --on: color-mix(in oklab, var(--hue) 20%, transparent); }
@supports (color: light-dark(red, red)) { .s1, .s2, .s3, .s4, .s5, .s6, .s7, .s8, .s9 { --soft: light-dark(color-mix(in oklab, var(--hue) 4%, transparent), color-mix(in oklab, var(--hue) 9%, transparent)); --tint: light-dark(color-mix(in oklab, var(--hue) 9%, transparent), color-mix(in oklab, var(--hue) 17%, transparent)); --hover: light-dark(color-mix(in oklab, var(--hue) 15%, transparent), color-mix(in oklab, var(--hue) 24%, transparent)); --on: light-dark(color-mix(in oklab, var(--hue) 20%, transparent), color-mix(in oklab, var(--hue) 28%, transparent)); } }

*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, h4, h5, h6, p, ol, ul, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; font: inherit; }
ol, ul { list-style: none; }
button, input, select { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
button { background: none; border: 0; padding: 0; text-align: start; cursor: pointer; }
:focus-visible { outline: 2px solid var(--ws-accent); outline-offset: 2px; border-radius: var(--ws-radius); }
.frame { font-size: .875em; line-height: 1.43; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.25; stroke-linecap: round; stroke-linejoin: round; }
.note { color: var(--ws-muted); font-size: .929em; }
.row { display: flex; flex-wrap: wrap; gap: var(--ws-gap); }
.meta { display: flex; flex-wrap: wrap; margin-inline-start: -16px; clip-path: inset(0 -1px 0 16px); }
.meta > ::before { content: "·"; display: inline-block; width: 16px; text-align: center; color: var(--ws-muted); font-weight: 400; font-style: normal; }
.badge { display: inline-block; min-width: 16px; height: 16px; padding: 0 4px; border-radius: var(--ws-radius); background: var(--hue); color: var(--ws-paper); font-weight: 600; font-size: 11px; line-height: 16px; text-align: center; user-select: none; font-variant-numeric: tabular-nums lining-nums; }
button.badge:hover { background: currentColor; background: color-mix(in srgb, var(--hue) 70%, CanvasText); }
.act { min-height: 24px; color: var(--ws-accent); text-decoration: underline 1px; text-underline-offset: 3px; text-decoration-color: var(--ws-rule-ui); }
.act:hover { text-decoration-color: currentColor; }
.btn, .filters select, .reference-form input { min-height: 32px; padding: 0 12px; border: 1px solid var(--ws-rule-ui); border-radius: var(--ws-radius); background: none; }
.btn:hover { border-color: currentColor; background: var(--ws-sunk); }
.btn.primary { background: CanvasText; background: var(--who-said-color, CanvasText); border-color: transparent; color: var(--ws-paper); font-weight: 600; }
.btn.primary:hover { background: var(--ws-accent); }

:is(.overview, .panel-head) :is(h2, h3, h4, h5, h6), .prose, .share b, .quote-text, .what > p:first-child, .state-h, .legend .who { font-family: var(--who-said-font-reading, inherit); }
.badge, .prose > p::before, .where, .explanation { font-family: var(--who-said-font, inherit); }

.overview { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 12px 32px; padding-bottom: 16px; }
.overview :is(h2, h3, h4, h5, h6) { font-weight: 700; font-size: 1.43em; line-height: 1.3; letter-spacing: -.012em; text-wrap: balance; }
.facts { color: var(--ws-muted); font-size: .929em; }
.legend { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 4px 24px; font-size: .929em; color: var(--ws-muted); }
.legend li { display: inline-flex; align-items: center; gap: 8px; }
.legend .badge + .badge { margin-inline-start: 4px; }
.legend .date, .legend .who { color: var(--who-said-color, CanvasText); }
.ln { fill: none; stroke: currentColor; stroke-width: 2; }
.ln.indirect { stroke-linecap: round; stroke-dasharray: .1 4.4; }
.ln.unsure { stroke-dasharray: 5 3; }

.prose { font-size: 1.143em; line-height: 1.6; font-size: var(--who-said-size-reading, 1.143em); max-width: calc(31em + var(--ws-number)); padding: 24px 0 0 var(--ws-number); font-variant-numeric: oldstyle-nums proportional-nums; text-wrap: pretty; }
.prose > p { position: relative; white-space: pre-line; }
.prose > p ~ p { margin-top: .8em; }
.prose > p::before { content: attr(data-n); content: attr(data-n) / ""; position: absolute; left: calc(-1 * var(--ws-number)); font-size: 12px; line-height: 1; line-height: 2.7em; color: var(--ws-muted); font-variant-numeric: tabular-nums lining-nums; }
.prose > .headline { font-weight: 700; font-size: 1.3em; line-height: 1.3; }
.prose > .byline { font-style: italic; }
mark { color: inherit; background: var(--t, transparent); padding-block: 2px 5px; cursor: pointer; -webkit-box-decoration-break: clone; box-decoration-break: clone; text-decoration: underline solid var(--hue) 1.5px; text-underline-offset: 6px; text-decoration-skip-ink: none; scroll-margin-block: 96px; }
mark[data-kind="direct"] { --t: var(--tint); }
mark[data-kind="mixed"] { --t: var(--tint); text-decoration-style: double; }
mark[data-kind="indirect"] { --t: var(--soft); text-decoration-style: dotted; text-decoration-thickness: 2px; }
mark[data-unsure] { --t: transparent; text-decoration-style: dashed; text-decoration-thickness: 1.5px; }
mark:hover { --t: var(--hover); }
mark[data-current] { --t: var(--on); text-decoration-thickness: 2.5px; }
mark mark { text-underline-offset: 3px; }
mark .badge { margin-inline-end: 5px; vertical-align: 2px; }
.nb::after { content: "\\2060"; }
.date { border: 1px solid var(--ws-rule-ui); border-radius: var(--ws-radius); padding: 0 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; scroll-margin-block: 96px; cursor: pointer; }
.date:is([data-basis="guessed"], [data-basis="unresolved"]) { border-style: dashed; }
.date:hover, .date[data-current] { border-color: currentColor; background: var(--ws-sunk); }
.date[data-current] { box-shadow: 0 0 0 1px currentColor; }
.legend .date { cursor: auto; line-height: 1.3; }
.who { font-variant-caps: small-caps; letter-spacing: .025em; color: var(--hue, inherit); }
.who[data-capitals] { font-variant-caps: all-small-caps; letter-spacing: .05em; }
.legend .who { font-size: 1.23em; line-height: 1; }

.explanation { margin: 8px 0 8px; padding: 8px 12px; border-top: 3px solid var(--hue); background: var(--ws-sunk); font-size: 14px; line-height: 1.43; font-variant-numeric: tabular-nums lining-nums; }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; min-height: 56px; border-block: 1px solid var(--ws-rule); }
.jump { display: var(--who-said-bar, none); position: sticky; bottom: 0; z-index: 3; order: 9; grid-auto-flow: column; grid-auto-columns: 1fr; background: var(--ws-paper); border-top: 1px solid; font-size: .857em; margin-inline: calc(-1 * var(--who-said-bar-bleed, 0px)); padding-bottom: env(safe-area-inset-bottom); }
.jump button { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 2px; min-height: 56px; color: var(--ws-muted); box-shadow: none; }
.jump button:focus-visible { outline-offset: -3px; }
.jump [aria-current] { color: inherit; box-shadow: inset 0 3px currentColor; }
.jump .icon { width: 20px; height: 20px; stroke-width: 1.1; }
.jump .n, .jump [data-go="export"] { display: none; }
.columns { display: flex; flex-direction: column; }
.panels { display: contents; }
.panel { padding-top: 16px; margin-top: 24px; border-top: 1px solid; scroll-margin-top: 8px; min-width: 0; }
.panel-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; min-height: 32px; margin-bottom: 8px; }
.panel-head > :is(h3, h4, h5, h6) { font-weight: 700; font-size: 1.43em; line-height: 1.2; margin-inline-end: auto; }
.panel-head :focus-visible { outline-offset: 4px; }

.switch { display: inline-flex; border: 1px solid var(--ws-rule-ui); border-radius: var(--ws-radius); font-size: .857em; }
.switch label { position: relative; padding: 0 8px; line-height: 24px; cursor: pointer; color: var(--ws-muted); }
.switch label:has(:checked) { background: var(--who-said-color, CanvasText); color: var(--ws-paper); }
.switch label:has(:focus-visible) { outline: 2px solid var(--ws-accent); outline-offset: 2px; }
.switch input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
.speaker { position: relative; display: grid; grid-template-columns: 1fr auto; column-gap: 16px; align-items: baseline; padding: 12px 0; border-top: 1px solid var(--ws-rule); }
.speaker-hit { display: inline-flex; align-items: baseline; gap: 8px; font-weight: 600; font-size: 1.143em; line-height: 1.5; justify-self: start; }
button.speaker-hit::after { content: ""; position: absolute; inset: 0; }
.speaker:has(button):hover, .speaker:has([aria-pressed="true"]) { background: var(--ws-sunk); box-shadow: -8px 0 var(--ws-sunk), 8px 0 var(--ws-sunk); }
.speaker:has([aria-pressed="true"])::before { content: ""; position: absolute; inset: 0 auto 0 -8px; border-left: 3px solid var(--hue); }
.speaker .desc { grid-row: 2; color: var(--ws-muted); padding-inline-start: 24px; }
.speaker .share { grid-column: 2; grid-row: 1 / 3; align-self: center; font-size: 1.143em; color: var(--ws-muted); }
.share b { font-weight: 700; font-size: 1.75em; line-height: 1.15; color: var(--who-said-color, CanvasText); font-variant-numeric: lining-nums tabular-nums; }
.bar { grid-column: 1 / -1; display: block; margin: 8px 0 4px; }
.ground { fill: var(--ws-sunk); }
.fill { fill: var(--hue); }
.tint { fill: var(--tint); }
.dash { fill: none; stroke: var(--hue); stroke-width: 1.5; stroke-dasharray: 5 3; }
.dots { stroke: var(--hue); stroke-width: 3; stroke-linecap: round; stroke-dasharray: .1 6; }
.counts { grid-column: 1 / -1; color: var(--ws-muted); font-size: .929em; }
.twin { margin-top: 4px; }
summary { display: inline-block; min-height: 24px; cursor: pointer; color: var(--ws-accent); font-size: .929em; text-decoration: underline 1px var(--ws-rule-ui); text-underline-offset: 3px; }
table { width: 100%; border-collapse: collapse; margin-top: 4px; }
th, td { padding: 4px 0 4px 16px; border-top: 1px solid var(--ws-rule); text-align: right; font-weight: 400; vertical-align: baseline; }
th:first-child { padding-left: 0; text-align: left; }
thead th { color: var(--ws-muted); border: 0; }

.filters { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 8px; font-size: .929em; }
.filters select { flex: 0 1 auto; min-width: 0; max-width: 14em; padding-inline: 4px; background: var(--ws-paper); }
.search { position: relative; flex: 1 1 12em; display: flex; align-items: center; }
.search .icon { position: absolute; left: 8px; color: var(--ws-muted); }
.search input { width: 100%; min-height: 32px; padding: 0 8px 0 32px; border: 1px solid var(--ws-rule-ui); border-radius: var(--ws-radius); background: none; }
::placeholder { color: var(--ws-muted); opacity: 1; }
.filtered { padding-block: 4px 8px; }
.toggles { display: flex; flex-wrap: wrap; gap: 0 16px; }
.toggle { display: inline-flex; align-items: center; gap: 8px; min-height: 24px; font-size: .929em; color: var(--ws-muted); cursor: pointer; }
.toggle input { appearance: none; width: 28px; height: 16px; border: 1px solid var(--ws-rule-ui); border-radius: 8px; position: relative; cursor: pointer; flex: none; }
.toggle input::before { content: ""; position: absolute; inset: 2px auto 2px 2px; width: 10px; border-radius: 50%; background: var(--ws-rule-ui); }
.toggle input:checked { background: var(--ws-accent); border-color: var(--ws-accent); }
.toggle input:checked::before { translate: 12px 0; background: var(--ws-paper); }
.toggle :checked + span { color: var(--who-said-color, CanvasText); }
.quote { position: relative; padding: 12px 8px 12px 40px; border-top: 1px solid var(--ws-rule); scroll-margin-block: 64px; }
.quote::before { content: ""; position: absolute; left: 4px; top: 14px; bottom: 14px; border-left: 2px solid var(--hue); }
.quote[data-kind="mixed"]::before { border-left: 5px double var(--hue); }
.quote[data-kind="indirect"]::before { border-left: 3px dotted var(--hue); }
.quote[data-unsure]::before { border-left: 2px dashed var(--hue); }
.quote:hover { background: var(--ws-sunk); }
.quote[data-current] { background: var(--tint); }
.quote[data-current]::before { border-left-width: 4px; }
.quote-text { display: block; width: 100%; font-size: 1.143em; line-height: 1.5; }
.quote-text::after { content: ""; position: absolute; inset: 0; }
.quote-text:focus-visible { outline: none; }
.quote:has(.quote-text:focus-visible) { outline: 2px solid var(--ws-accent); outline-offset: -2px; }
.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden; }
.quote[data-current] .clamp { -webkit-line-clamp: 12; line-clamp: 12; }
.quote .badge { position: absolute; left: 16px; top: 16px; }
.quote .meta, .explanation .meta { margin-top: 4px; font-size: .929em; color: var(--ws-muted); }
.meta b, .why b { color: var(--who-said-color, CanvasText); font-weight: 600; }
.meta .cue { font-style: italic; }
.why { position: relative; padding-inline-start: 20px; font-size: .929em; color: var(--ws-muted); }
.why .icon { position: absolute; inset-inline-start: -1px; top: 2px; }

.reference-form { display: inline-flex; align-items: center; gap: 8px; margin-inline-start: 8px; }
.timeline > li { position: relative; padding: 0 0 16px 28px; }
.timeline > li::before { content: ""; position: absolute; left: 8px; top: 0; bottom: 0; border-left: 1px solid var(--ws-rule-ui); }
.timeline > li:first-child::before { top: 8px; }
.timeline > li:last-child::before { bottom: auto; height: 12px; }
.timeline > li::after { content: ""; position: absolute; left: 4px; top: 7px; width: 9px; height: 9px; background: var(--who-said-color, CanvasText); border: 1.5px solid var(--who-said-color, CanvasText); }
.timeline > [data-length="span"]::after { left: 5px; width: 7px; height: 24px; }
.timeline > [data-basis]::after { background: var(--ws-paper); border-style: dashed; }
.timeline > [data-reference]::after { background: var(--ws-accent); border-color: var(--ws-accent); }
.undated > li::before { content: none; }
.when { font-size: .929em; line-height: 24px; font-weight: 600; }
.what > p:first-child { font-size: 1.143em; line-height: 1.5; }
.timeline .date { white-space: normal; }
.where { font-size: .813em; line-height: 1; color: var(--ws-muted); margin: 0 8px 0 6px; white-space: nowrap; }
.how { font-size: .929em; color: var(--ws-muted); }
.gap { color: var(--ws-muted); font-size: .929em; }
.timeline > .gap::before { border-left-style: dotted; }
.timeline > .gap::after { left: 2px; top: 6px; width: 13px; height: 8px; border: 0; background: var(--ws-paper); border-block: 1px solid var(--ws-rule-ui); transform: skewY(-18deg); }
.gap .what { line-height: 20px; }
.hung { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin-top: 8px; font-size: .929em; }
.hung > span { margin-inline-end: 4px; }
.hung .badge { min-width: 24px; height: 24px; line-height: 24px; }

.export-hit { display: grid; grid-template-columns: 1fr auto; width: 100%; padding: 8px 0; border-block: 1px solid var(--ws-rule); align-items: center; }
.export-hit b { font-weight: 600; }
.export-hit span { grid-row: 2; color: var(--ws-muted); font-size: .929em; }
.export-hit .icon { grid-area: 1 / 2 / 3; }
.export-hit:hover { color: var(--ws-accent); }

.states:not(:empty) { margin-block: 16px 24px; }
.state { display: grid; grid-template-columns: 24px 1fr; gap: 0 8px; border-inline-start: 3px solid var(--ws-rule-ui); padding: 4px 0 4px 16px; }
.state + .state { margin-top: 16px; }
.state > .icon { margin-top: 4px; }
.state-h { font-weight: 700; font-size: 1.286em; line-height: 1.35; }
.state p:not(.state-h), .looked { color: var(--ws-muted); max-width: 56ch; }
.state .sub { margin-top: 8px; }
.state .row { margin-top: 16px; }
.state[data-tone="warn"] { border-color: currentColor; }
.state[data-tone="bad"] { border-color: var(--ws-bad); }
.state[data-tone="bad"] > .icon, .state[data-tone="bad"] .state-h { color: var(--ws-bad); }
.looked li { padding-inline-start: 16px; position: relative; }
.looked li::before { content: ""; position: absolute; inset-inline-start: 0; top: .7em; width: 8px; border-top: 1px solid; }
pre { margin: 8px 0 0; padding: 8px 12px; background: var(--ws-sunk); font: .857em/1.6 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.waiting { display: flex; align-items: center; gap: 16px; min-height: 32px; }
.waiting label { font-weight: 600; }
progress { appearance: none; flex: 1; min-width: 0; height: 4px; border: 0; background: var(--ws-rule); color: var(--ws-accent); }
progress::-webkit-progress-bar { background: var(--ws-rule); }
progress::-webkit-progress-value { background: var(--ws-accent); }
progress::-moz-progress-bar { background: var(--ws-accent); }
.attribution { margin-top: 24px; padding-top: 8px; border-top: 1px solid var(--ws-rule); }

@container (max-width: 635.98px) {
  .prose { --ws-number: 24px; padding-top: 16px; }
  .overview { grid-template-columns: minmax(0, 1fr); }
  .legend { gap: 4px 16px; }
  .btn, .act, .toggle, .filters select, .search input, .reference-form input, summary, .export-hit { min-height: 44px; }
  summary { line-height: 44px; }
  .switch label { line-height: 42px; padding-inline: 12px; font-size: 1.08em; }
  .filters select { flex: 1; max-width: none; }
  .hung .badge { min-width: 32px; height: 32px; line-height: 32px; }
}
@container (min-width: 636px) {
  .jump { display: none; }
  .overview :is(h2, h3, h4, h5, h6) { font-size: 2em; }
  .panels { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 48px; border-top: 1px solid; margin-top: 32px; }
  .prose { margin-inline: auto; }
  .panel { margin: 0; border: 0; padding-top: 24px; }
  .panel[data-panel="speakers"] { grid-column: 1 / -1; }
  .panel[data-panel="quotations"] { grid-row: span 9; }
  .speakers { display: grid; grid-template-columns: 1fr 1fr; column-gap: 48px; }
}
@container (min-width: 1036px) {
  .overview :is(h2, h3, h4, h5, h6) { font-size: 2.286em; line-height: 1.25; }
  .columns.has-article { display: grid; grid-template-columns: minmax(0, 58fr) minmax(0, 42fr); column-gap: 64px; border-top: 1px solid var(--ws-rule); }
  .has-article .reader { padding-bottom: 64px; }
  .has-article .top { position: sticky; top: 0; z-index: 3; border-top: 0; background: var(--ws-paper); }
  .has-article .prose { margin-inline: 0; }
  .has-article .panels { display: block; position: sticky; top: 0; align-self: start; max-height: var(--who-said-max-height, 100vh); overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; margin: 0; padding-bottom: 32px; border: 0; }
  .has-article .jump { display: flex; position: sticky; top: 0; bottom: auto; gap: 24px; margin: 0; padding: 0; border: 0; border-bottom: 1px solid var(--ws-rule); font-size: .929em; }
  .has-article .jump button { display: block; min-height: 55px; box-shadow: none; color: var(--ws-muted); }
  .has-article .jump button:hover { color: inherit; box-shadow: inset 0 -2px currentColor; }
  .has-article .jump .n, .has-article .jump [data-go="export"] { display: inline; }
  .has-article .jump .icon, .has-article .jump [data-go="article"] { display: none; }
  .has-article .panel + .panel { margin-top: 32px; border-top: 1px solid; padding-top: 16px; }
  .has-article .panel { scroll-margin-top: 64px; }
  .has-article .speakers { display: block; }
  .has-article .explanation { display: none; }
}
@container (min-width: 500px) {
  .timeline > li { display: grid; grid-template-columns: 128px 1fr; column-gap: 36px; padding-left: 0; }
  .timeline > li::before { left: 145px; } .timeline > li::after { left: 141px; }
  .timeline > [data-length="span"]::after { left: 142px; } .timeline > .gap::after { left: 139px; }
  .when { text-align: end; }
}
@container (min-width: 636px) and (max-width: 1035.98px) {
  .timeline > li { display: block; padding-left: 28px; }
  .timeline > li::before { left: 8px; } .timeline > li::after { left: 4px; }
  .timeline > [data-length="span"]::after { left: 5px; } .timeline > .gap::after { left: 2px; }
  .when { text-align: start; }
  .filters .search { flex-basis: 100%; }
}
@media print {
  .top, .jump, .filters, .toggle, .switch, .act, .panel[data-panel="export"] { display: none !important; }
  .has-article.columns { display: block; }
  .has-article .panels { position: static; max-height: none; overflow: visible; }
  .clamp { -webkit-line-clamp: none; line-clamp: none; }
  .quote, .timeline > li, .prose > p { break-inside: avoid; }
  mark, .badge, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (forced-colors: active) {
  mark, mark:hover { background: Mark; color: MarkText; text-decoration-color: MarkText; }
  mark[data-current] { background: Highlight; color: HighlightText; text-decoration-color: HighlightText; }
  .badge { forced-color-adjust: none; background: CanvasText; color: Canvas; }
  mark .badge { background: Canvas; color: CanvasText; }
  .switch label:has(:checked) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .toggle input::before { background: CanvasText; forced-color-adjust: none; }
  .toggle input:checked { background: Highlight; forced-color-adjust: none; }
  .quote[data-current], .date[data-current] { outline: 2px solid Highlight; outline-offset: -2px; }
  .ground { fill: Canvas; stroke: CanvasText; }
  .jump [aria-current] { border-top: 3px solid Highlight; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** The one sheet of all instances. */
export function whoSaidStyles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
