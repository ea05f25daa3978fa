/** Light unless the reader's system or the editor says dark; paper is always light. */
const LIGHT = `--page:#fff;--soft:#f5f7f9;--ink:#1b232d;--muted:#556170;--line:#dbe1e7;--link:#1f5c99;--focus:#1f5c99;
--error:#b3261e;--warning:#8a5300;--info:#4f6b87;--bar:#3d6f9e;--bar2:#86a9c9;--bar3:#c3ccd6;--late:#fbeceb;
--h1:#e3edf6;--h2:#bdd6ec;--h3:#7fb0da;--h4:#235f97;--h3ink:#10202f;--h4ink:#fff`;
const DARK = `--page:#14181d;--soft:#1c2229;--ink:#e4e9ee;--muted:#a2adb9;--line:#2f3842;--link:#8fbfec;--focus:#8fbfec;
--error:#f59c94;--warning:#e5b566;--info:#93b1cf;--bar:#6aa3d8;--bar2:#3f668b;--bar3:#4a5663;--late:#33201f;
--h1:#1e2f3f;--h2:#264a6b;--h3:#326a9c;--h4:#8fbfec;--h3ink:#fff;--h4ink:#0d1620`;
/** In VS Code, the colours of its theme; those with a meaning of their own stay. */
const EDITOR = `--page:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);
--soft:var(--vscode-sideBar-background,var(--vscode-editor-background));--focus:var(--vscode-focusBorder,currentColor)`;
const CONTRAST = `--muted:var(--vscode-editor-foreground);--line:var(--vscode-contrastBorder,currentColor);--late:transparent;
--link:var(--vscode-textLink-foreground)`;

/** The style sheet of the page; it asks for nothing else. A host may set \`dark\` or \`light\` on the body. */
export const REPORT_STYLE = `
body{${LIGHT}}
@media screen and (prefers-color-scheme:dark){body:not(.light):not(.vscode-light):not(.vscode-high-contrast-light){${DARK}}}
@media screen{body.dark,body.vscode-dark,body.vscode-high-contrast:not(.vscode-high-contrast-light){${DARK}}
body.vscode-light,body.vscode-dark,body.vscode-high-contrast,body.vscode-high-contrast-light{${EDITOR}}
body.vscode-high-contrast,body.vscode-high-contrast-light{${CONTRAST}}}
*{box-sizing:border-box}
html{color-scheme:light dark}
body{margin:0;padding:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:1200px;margin:0 auto;padding:36px 28px 64px}
h1{font-size:28px;line-height:1.2;font-weight:650;letter-spacing:-.01em;margin:0 0 6px}
h2{font-size:19px;line-height:1.3;font-weight:650;margin:52px 0 4px;padding-top:16px;border-top:1px solid var(--line);scroll-margin-top:8px}
h3{font-size:15px;font-weight:650;margin:24px 0 8px}
p{margin:6px 0 14px;max-width:78ch}
.sub,.note,.where,small{color:var(--muted)}
.lead{font-size:17px;line-height:1.55;margin:14px 0 22px}
small{font-size:13px}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;margin:0;padding:0;font-size:14px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:1px;margin:0 0 24px;border:1px solid var(--line);border-radius:6px;overflow:hidden}
.tiles>div{box-shadow:0 0 0 1px var(--line);padding:14px 16px 12px;display:flex;flex-direction:column}
.tiles dt{font-size:13px;color:var(--muted)}
.tiles dd{margin:0}
.tiles .figure{font-size:27px;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums}
.tiles .figure small{font-size:15px;font-weight:500}
.bad{color:var(--error)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:8px 48px}
.pair>*{min-width:0}
svg{display:block;max-width:100%;height:auto}
svg text{font-size:14px;fill:var(--ink)}
svg .value,svg .tick{fill:var(--muted)}
svg .tick{font-size:13px;text-anchor:middle}
svg .now{fill:var(--ink);font-weight:650}
svg .more{text-anchor:middle}
.rule{stroke:var(--line)}
.today{stroke:var(--ink);stroke-width:1.5}
.running,.bar{fill:var(--bar)}
.late,.error{fill:var(--error)}
.bar2{fill:var(--bar2)}
.bar3{fill:var(--bar3)}
.warning{fill:var(--warning)}
.info{fill:var(--info)}
.key{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:8px 0 12px;font-size:13px;color:var(--muted)}
.key svg{display:inline-block;vertical-align:-1px;margin-right:6px}
.scroll{overflow-x:auto;margin:12px 0 8px;border:1px solid var(--line);border-radius:6px}
.scroll.plain{border:0}
.scroll.plain svg{min-width:960px;width:100%}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:9px 12px;border-top:1px solid var(--line)}
thead th{background:var(--soft);border-top:0;font-weight:600;font-size:13px;vertical-align:bottom}
tbody th{font-weight:600}
tr.group th{background:var(--soft);font-size:13px;color:var(--muted)}
td,tbody th{overflow-wrap:break-word;min-width:84px}
td.wide,th.wide{min-width:200px;overflow-wrap:anywhere}
td.mid,th.mid{min-width:138px}
tbody th.wide{position:sticky;left:0;background:var(--page)}
.n{text-align:right;font-variant-numeric:tabular-nums;min-width:64px}
.nowrap{white-space:nowrap}
tbody th small,td small{display:block;font-weight:400}
tr.late td,tr.late th{background:var(--late)}
.e{color:var(--error);font-weight:600}
.w{color:var(--warning);font-weight:600}
.i{color:var(--muted)}
.none{color:var(--error)}
.tag{display:inline-block;font-size:12px;font-weight:600;line-height:1.4;border:1px solid currentColor;border-radius:9px;padding:0 8px;color:var(--warning);white-space:nowrap}
.map td.h{text-align:center;font-variant-numeric:tabular-nums;min-width:58px;border-left:1px solid var(--line)}
.map thead th.h{text-align:center;padding-left:6px;padding-right:6px;min-width:64px}
.map .h1{background:var(--h1)}
.map .h2{background:var(--h2)}
.map .h3{background:var(--h3);color:var(--h3ink)}
.map .h4{background:var(--h4);color:var(--h4ink)}
th button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer;text-align:inherit;white-space:nowrap}
th button::after{content:"\\2195";color:var(--muted);font-weight:400;margin-left:4px}
th[aria-sort=ascending] button::after{content:"\\2191";color:var(--ink)}
th[aria-sort=descending] button::after{content:"\\2193";color:var(--ink)}
.controls{display:flex;flex-wrap:wrap;gap:10px 18px;align-items:end;margin:14px 0 4px;font-size:14px}
.controls[hidden]{display:none}
.controls label{display:flex;flex-direction:column;gap:3px;color:var(--muted);font-size:13px}
.controls label.tick{flex-direction:row;align-items:center;gap:7px;padding-bottom:6px}
.controls input[type=search],.controls select{font:inherit;font-size:14px;color:var(--ink);background:var(--page);border:1px solid var(--muted);border-radius:4px;padding:4px 8px;height:34px;min-width:170px}
.controls output{padding-bottom:6px;color:var(--muted)}
details{margin:4px 0}
summary{cursor:pointer;color:var(--link);font-weight:400;width:fit-content}
th summary{font-weight:600}
th details,td details{margin:0}
td details[open]{min-width:320px}
th details .lines{font-weight:400}
.lines{margin:6px 0 8px;padding:0 0 0 18px;font-size:13px;font-weight:400}
.lines li{margin:3px 0}
footer{margin-top:56px;padding-top:16px;border-top:1px solid var(--line);font-size:13px;color:var(--muted)}
@media (max-width:620px){tbody th.wide{position:static}}
@media (max-width:860px){main{padding:24px 18px 48px}.pair{grid-template-columns:1fr}}
@media print{@page{margin:14mm}
body{font-size:10.5pt}
main{max-width:none;padding:0}
nav,.controls,th button::after{display:none}
h2{margin-top:26px;break-after:avoid}
table{font-size:8.5pt}
th,td{padding:4px 6px}
td small,th small{font-size:7.5pt}
tbody th.wide{position:static;width:22%}
summary{list-style:none}
td,tbody th,td.wide,th.wide,td.mid,th.mid,.n,.map td.h,.map thead th.h{min-width:0}
.scroll{overflow:visible;border:0}
.scroll.plain svg{min-width:0}
thead{display:table-header-group}
tr,svg,.tiles{break-inside:avoid}
section>details:not([open]){display:none}
summary{color:inherit}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
