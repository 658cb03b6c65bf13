/**
 * The sheet of a brief: one page of A4, on screen as on paper.
 * @module
 */

export const briefStyle = `
.brief .edition{max-width:48rem;font-size:.86rem;line-height:1.4}
.brief h1{font-size:1.3rem;margin:.75rem 0 0}
.brief h2{font-size:.98rem;border-top:1px solid var(--text);margin:.6rem 0 .15rem;padding-top:.3rem}
.brief h3{font-size:.82rem;margin:0;line-height:1.3}
.brief p{margin:.2rem 0}
.brief blockquote{font-size:.98rem;margin:.4rem 0}
.brief .lead p{font-size:.9rem}
.brief ul{margin:.15rem 0;padding-left:1.1rem}
.brief li{margin:.05rem 0}
.brief .pictures{display:grid;grid-template-columns:1fr 1fr;gap:.4rem 1.2rem;margin:.4rem 0;align-items:start}
.brief .pictures figure:first-child{grid-row:span 2}
.brief figure{margin:0}
.brief svg.figure{width:100%}
.brief .columns{display:grid;grid-template-columns:1fr 1fr;gap:0 1.2rem}
.brief .fine,.brief .fine p{font-size:.76rem;color:var(--soft)}
.brief .kicker{font-size:.92rem}
.brief .warning{padding:0 .75rem}
.brief .warning p,.brief .warning ul{margin:0}
.brief .subtitle{font-size:.74rem;margin:0}
@media print{
@page{size:A4;margin:11mm 13mm}
.brief .edition{font-size:8.2pt;line-height:1.32}
.brief [lang=zh-CN].edition{line-height:1.42}
.brief h1{font-size:13.5pt;margin:0}
.brief h2{font-size:9.6pt;margin:2mm 0 .5mm;padding-top:1mm}
.brief h3{font-size:8pt}
.brief p{margin:.5mm 0}
.brief blockquote{font-size:9.4pt;margin:1mm 0;padding:0 0 0 3mm}
.brief .lead p{font-size:8.6pt}
.brief .pictures{gap:1.5mm 5mm;margin:1.5mm 0}
.brief svg.figure{max-height:none}
.brief .fine,.brief .fine p{font-size:7pt}
.brief .kicker{font-size:9pt}
.brief .subtitle{font-size:6.8pt}
}
@media (max-width:40rem){.brief .pictures,.brief .columns{grid-template-columns:1fr}}
`
