/** What Indico leaves in its minutes of a page that is pasted or uploaded; all else it takes away. */

export const indicoTags: ReadonlySet<string> = new Set(
  [
    "a abbr acronym b blockquote code em i li ol strong ul sup sub small br p table thead tbody th tr td img hr",
    "h1 h2 h3 h4 h5 h6 pre dl dd dt figure address area bdo big caption center cite col colgroup del dfn dir div",
    "fieldset font ins kbd legend map menu q s samp span strike tfoot tt u var",
  ]
    .join(" ")
    .split(" "),
);

/** Of the style properties it leaves, those one may want. */
export const indicoStyles: ReadonlySet<string> = new Set(
  [
    "background-color border border-bottom border-left border-right border-top border-collapse color display",
    "font-family font-size font-style font-weight height line-height margin margin-bottom margin-left margin-right",
    "margin-top max-height max-width min-height min-width padding padding-bottom padding-left padding-right",
    "padding-top page-break-after page-break-before page-break-inside text-align text-decoration vertical-align",
    "white-space width word-wrap",
  ]
    .join(" ")
    .split(" "),
);
