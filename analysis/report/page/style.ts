/**
 * The sheet of a report: screen, dark screen, A4.
 * @module
 */
import { figureStyle } from '../../figures/palette.ts'

const colours = `
:root{--page:#fff;--text:#111827;--soft:#4b5563;--line:#d1d5db;--tint:#f3f4f6;--link:#005a8c;--focus:#0072b2;--warn:#fff7ed;--warnline:#b45309}
@media (prefers-color-scheme:dark){:root{--page:#111827;--text:#f3f4f6;--soft:#c3c9d2;--line:#4b5563;--tint:#1f2937;--link:#8fd0f7;--focus:#56b4e9;--warn:#2a2013;--warnline:#f59e0b}}
@media print{:root{--page:#fff;--text:#111827;--soft:#4b5563;--line:#d1d5db;--tint:#f3f4f6;--link:#111827;--warn:#fff}}
:root{color-scheme:light dark}
`

const text = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
:is(h2,figure,main,section){scroll-margin-top:3.5rem}
[lang=en]{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
body{margin:0;background:var(--page);color:var(--text);font:400 1rem/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
[lang=zh-CN]{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;line-height:1.6}
[lang=zh-CN] :is(em,i,cite){font-style:normal}
.edition,.bar>div{max-width:50rem;margin:0 auto;padding:0 1.25rem}
h1{font-size:1.75rem;line-height:1.25;margin:1.5rem 0 .25rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.3;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--text)}
h3{font-size:1.05rem;line-height:1.35;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
ul,ol{padding-left:1.4rem;margin:.5rem 0}
li{margin:.3rem 0}
ol{padding-left:2rem}
a{color:var(--link)}
a,td,dd,li,h1,h2,h3,p,tbody th{overflow-wrap:anywhere}
thead th{overflow-wrap:break-word}
blockquote{margin:.75rem 0;padding:.25rem 0 .25rem 1rem;border-left:4px solid var(--focus);font-size:1.15rem}
blockquote p{margin:0}
code{font-family:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;font-size:.85em}
data,.number,time{font-variant-numeric:tabular-nums}
.kicker,.note,.subtitle,.source,.range,figcaption,.status{color:var(--soft)}
.kicker{margin:0;font-size:1.05rem}
.note,.subtitle,.source,figcaption,dl.equations dd{font-size:.9rem}
.warning{border-left:4px solid var(--warnline);background:var(--warn);padding:.5rem 1rem;color:var(--text)}
.lead p{font-size:1.1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
caption.unseen{position:absolute}
`

const parts = `
.bar{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line)}
.bar>div{display:flex;gap:.75rem;align-items:center;justify-content:flex-end;padding-top:.4rem;padding-bottom:.4rem}
.bar .name{margin-right:auto;color:var(--soft);font-size:.9rem;white-space:nowrap}
.bar div[role=group]{display:flex;gap:.25rem}
button,summary{font:inherit;color:inherit;cursor:pointer;min-height:28px;min-width:28px}
button{background:var(--page);border:1px solid var(--soft);border-radius:4px;padding:.1rem .7rem}
button:hover{background:var(--tint)}
button[aria-pressed=true]{background:var(--text);color:var(--page);border-color:var(--text)}
summary{padding:.15rem 0;width:fit-content}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
h2:focus,main:focus{outline:none}
.skip{position:absolute;left:-999rem;top:0;padding:.5rem 1rem;background:var(--page);z-index:3}
.skip:focus{left:.5rem}
.contents{margin:1.5rem 0;padding:.25rem 1rem;background:var(--tint);border-radius:6px}
.contents h2{font-size:1rem;border:0;margin:.5rem 0 0;padding:0}
.contents ol{columns:2;column-gap:2rem;padding-left:1.8rem;margin:.25rem 0 .75rem}
.contents li{margin:0;padding:.1rem 0;break-inside:avoid}
.contents a{display:inline-block;min-height:24px}
figure{margin:1.75rem 0}
figure h3{margin:.25rem 0}
.subtitle{margin:.1rem 0 .5rem}
.drawing{color:var(--text)}
svg.figure{font-variant-numeric:tabular-nums;overflow:visible}
figcaption{margin-top:.4rem}
.source{margin:0}
.tools{display:flex;gap:.5rem;flex-wrap:wrap;margin:.35rem 0}
.scroll{overflow-x:auto;margin:.75rem 0}
.twin .scroll{max-height:22rem;overflow:auto}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.4}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:600;border-bottom:2px solid var(--soft);vertical-align:bottom;background:var(--page)}
.rules{table-layout:fixed;min-width:40rem}
.rules th:nth-child(1){width:24%}.rules th:nth-child(2){width:15%}.rules th:nth-child(3){width:17%}.rules th:nth-child(4){width:12%}
.group th{font-weight:600;background:var(--tint)}
.number{text-align:right}
td.number,.twin td{white-space:nowrap}
.metrics td.number:nth-last-child(2){white-space:normal;min-width:8.5rem}
.metrics tbody th,.metrics thead th:first-child{min-width:11rem}
.metrics tbody th,.metrics thead th:first-child{width:28%}
.metrics td:last-child{overflow-wrap:normal;min-width:6.5rem}
.id,.status{display:block;font-size:.8em;color:var(--soft)}
.reading{color:var(--soft)}
.reading.higher,.reading.lower{color:var(--text)}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.35rem 1.25rem;margin:.75rem 0}
dt{font-weight:600}
dd{margin:0}
dl.equations{display:block}
dl.equations dd{margin:0 0 .6rem}
dl.equations code{white-space:pre-wrap}
footer{margin:3rem 0 2rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
.scrubber{display:flex;gap:.75rem;align-items:center;flex-wrap:wrap;margin:.5rem 0}
.scrubber input{flex:1;min-width:12rem;min-height:28px;accent-color:var(--focus)}
.scrubber output{min-width:6rem;font-variant-numeric:tabular-nums}
[hidden]{display:none!important}
@media (max-width:34rem){.contents ol{columns:1}dl{display:block}dd{margin:0 0 .5rem}}
`

const print = `
@page{size:A4;margin:16mm 15mm 16mm}
@media print{
body{font-size:9.5pt;line-height:1.4}
[lang=zh-CN]{line-height:1.5}
.bar,.tools,.skip,.scrubber,details:not([open]),.contents{display:none!important}
.edition{max-width:none;padding:0}
h1{font-size:18pt;margin-top:0}h2{font-size:13pt;margin-top:8mm}h3{font-size:10.5pt}
h2,h3,caption,thead,.group{break-after:avoid}
figure,tr,li,blockquote,dt,.note{break-inside:avoid}
.drawing,.scroll{overflow:visible!important;max-height:none!important}
.lead p{font-size:10.5pt}
table{font-size:7.5pt}
th,td{padding:.6mm 1.2mm}
td.number{white-space:normal}
.rules{min-width:0}
.note,.subtitle,.source,figcaption,dl.equations dd{font-size:8.5pt}
a{color:inherit;text-decoration:none}
figure{margin:5mm 0}
svg.figure{max-height:120mm}
}
`

/** Everything, figures' colours first. */
export const reportStyle = [figureStyle, colours, text, parts, print]
  .map((one) => one.trim())
  .join('\n')
