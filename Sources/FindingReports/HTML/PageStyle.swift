import MarkupText

/// How the page looks: one sheet for light, dark and paper.
enum PageStyle {
  static let sheet: HTML = """
    :root{color-scheme:light dark;--bg:#fff;--ink:#1a2230;--soft:#566175;--line:#dde3ec;--card:#f7f9fc;--link:#1d4ed8;--error:#b42318;--warning:#8a4b00;--note:#1f5fa8;--good:#146c43;--error-bg:#fdeceb;--warning-bg:#fdf3e3;--note-bg:#e9f1fb;--good-bg:#e6f4ec}
    @media (prefers-color-scheme:dark){:root{--bg:#10151d;--ink:#e6ebf2;--soft:#a3afc0;--line:#2b3646;--card:#171e29;--link:#8ab4ff;--error:#ff9c94;--warning:#f5bd6b;--note:#8fc1ff;--good:#7fd6a6;--error-bg:#3a1a19;--warning-bg:#35270f;--note-bg:#152b44;--good-bg:#12301f}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 Arial,Helvetica,"Liberation Sans",sans-serif}
    header,main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
    header{padding-top:40px}
    h1{font-size:32px;line-height:1.2;margin:0 0 8px}
    h2{font-size:22px;margin:48px 0 16px;padding-top:16px;border-top:1px solid var(--line)}
    h3{font-size:16px;margin:32px 0 12px}
    h4{font-size:16px;line-height:1.4;margin:0 0 4px}
    .kicker{margin:0;color:var(--soft);font-size:14px}
    .lead{margin:0 0 16px;color:var(--soft);font-size:18px;max-width:70ch}
    .quiet,footer{color:var(--soft)}
    footer{padding:48px 24px;font-size:14px}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,.picture:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-999px}.skip:focus{left:16px;top:16px;background:var(--bg);padding:8px 16px}
    nav ul{display:flex;flex-wrap:wrap;gap:8px 24px;list-style:none;margin:16px 0 0;padding:0}
    code{font:13px/1.5 "Liberation Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
    .gate{display:flex;gap:12px;align-items:baseline;margin:24px 0;padding:12px 16px;border-radius:8px;border:1px solid;color:var(--soft);font-weight:bold}
    .passed{color:var(--good);background:var(--good-bg)}.failed{color:var(--error);background:var(--error-bg)}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(112px,1fr));gap:12px;margin:0}
    .figure{display:flex;flex-direction:column-reverse;padding:12px 16px;border:1px solid var(--line);border-radius:8px;background:var(--card)}
    .figure dt{color:var(--soft);font-size:14px}.figure dd{margin:0;font-size:28px;line-height:1.2;font-weight:bold}
    .figure.error dd{color:var(--error)}.figure.warning dd{color:var(--warning)}.figure.note dd{color:var(--note)}
    .findings{list-style:none;margin:0;padding:0;display:grid;gap:12px}
    .finding{padding:16px 20px;border:1px solid var(--line);border-left-width:6px;border-radius:8px;background:var(--card)}
    .finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}.finding.note{border-left-color:var(--note)}
    .place{margin:0 0 8px;font-size:14px;color:var(--soft)}
    .tag{display:inline-block;padding:0 8px;border-radius:10px;font-size:12px;line-height:20px;font-weight:bold}
    .tag.error{color:var(--error);background:var(--error-bg)}.tag.warning{color:var(--warning);background:var(--warning-bg)}.tag.note{color:var(--note);background:var(--note-bg)}
    .path{display:flex;flex-wrap:wrap;gap:4px;list-style:none;margin:8px 0;padding:0;font-size:14px}
    .path li{padding:2px 10px;border:1px solid var(--line);border-radius:12px;background:var(--bg)}
    .path li+li::before{content:"→";margin-right:8px;color:var(--soft)}
    .path .hop{padding:2px 4px;border:0;background:none;color:var(--soft)}.path .hop+li::before{content:none}
    .facts{margin:8px 0;padding-left:20px;font-size:14px;color:var(--soft)}
    .remedy{margin:8px 0 0}
    .cures{margin:8px 0;padding-left:20px;font-size:14px}.folded{margin:8px 0 0}.folded summary{font-size:14px}.folded .facts{color:inherit}
    figure{margin:0 0 40px}
    .picture{overflow:auto;border:1px solid var(--line);border-radius:8px;background:var(--bg)}
    .picture svg{display:block;max-width:100%;height:auto;margin:0 auto}
    .table{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:14px}
    th,td{text-align:left;vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--line)}
    td.number,th.number{text-align:right;white-space:nowrap}
    details.rule{border-bottom:1px solid var(--line);padding:12px 0}
    summary{cursor:pointer;font-weight:bold}summary .quiet{font-weight:normal}
    details dl{margin:12px 0 0}details dt{font-weight:bold;font-size:14px}details dd{margin:0 0 12px;max-width:80ch}
    @media print{body{font-size:11pt}header,main,footer{max-width:none;padding:0}nav,.skip{display:none}.finding,figure,tr{break-inside:avoid}.picture{overflow:visible}h2,h3{break-after:avoid}}
    """
}
