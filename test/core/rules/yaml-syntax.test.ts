import { describe, it } from "vitest";
import { expectFindings, expectFixes, items, lines } from "../../support/findings";

describe("yaml-syntax", () => {
  it("a colon in a title", () => {
    const meeting = items`
      - title: a: b
               ^^^^ yaml-syntax: Quote this title: a colon followed by a space starts a new key.
        speakers: [x]
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - title: "a: b"
          speakers: [x]
        - title: Next
          themes: []
      `,
    });
  });

  it("an unclosed quote", () => {
    const meeting = items`
      - title: "abc
               ^^^^ yaml-syntax: Unclosed quote.
        speakers: [x]
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      'Close it with `"`': items`
        - title: "abc"
          speakers: [x]
        - title: Next
          themes: []
      `,
    });
  });

  it("an unclosed bracket", () => {
    const meeting = items`
      - title: x
        themes: [sec
                ^^^^ yaml-syntax: Unclosed bracket.
        notes: hi
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Close it with `]`": items`
        - title: x
          themes: [sec]
          notes: hi
        - title: Next
          themes: []
      `,
    });
  });

  it("an unclosed quote in a bracket", () => {
    const meeting = items`
      - title: x
        themes: ["sec
                ^^^^^ yaml-syntax: Unclosed bracket.
        notes: hi
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      'Close it with `"]`': items`
        - title: x
          themes: ["sec"]
          notes: hi
        - title: Next
          themes: []
      `,
    });
  });

  it("an unclosed bracket over lines", () => {
    const meeting = items`
      - title: x
        themes: [
                ^ yaml-syntax: Unclosed bracket.
          security,
          cncf-landscape
        notes: hi
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Close it with `]`": items`
        - title: x
          themes: [
            security,
            cncf-landscape]
          notes: hi
        - title: Next
          themes: []
      `,
    });
  });

  it("a reserved character", () => {
    const meeting = items`
      - title: @foo
               ^^^^ yaml-syntax: Quote this title: \`@\` has a special meaning at the start of a value.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - title: "@foo"
        - title: Next
          themes: []
      `,
    });
  });

  it("a backtick", () => {
    const meeting = items`
      - title: \`kubectl\` tricks
               ^^^^^^^^^^^^^^^^ yaml-syntax: Quote this title: a backtick has a special meaning at the start of a value.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - title: "\`kubectl\` tricks"
        - title: Next
          themes: []
      `,
    });
  });

  it("a tag instead of a word", () => {
    const meeting = items`
      - title: !Note this
               ^^^^^^^^^^ yaml-syntax: Quote this title: \`!\` has a special meaning at the start of a value.
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - title: "!Note this"
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("a quoted word before more text", () => {
    const meeting = items`
      - title: 'it's'
               ^^^^^^ yaml-syntax: Quote this title: text follows its closing quote.
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - title: "it's"
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("a colon in a flow mapping", () => {
    const meeting = items`
      - {title: a: b, themes: none}
                ^^^^ yaml-syntax: Quote this title: a colon followed by a space starts a new key.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - {title: "a: b", themes: none}
        - title: Next
          themes: []
      `,
    });
  });

  it("no space after a colon", () => {
    const meeting = items`
      - title:x
        ^^^^^^ yaml-syntax: Missing space after this colon.
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Insert a space after the colon": items`
        - title: x
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("no space after a dash", () => {
    const meeting = items`
      - title: x
        themes: none
      -title: y
      ^ yaml-syntax: Missing space after this dash.
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Insert a space after the dash": items`
        - title: x
          themes: none
        - title: y
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("an indentation too small", () => {
    const meeting = items`
      - title: x
       bad: y
       ^^^^^^ yaml-syntax: Inconsistent indentation: 3 spaces, expected 4.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Indent by 4 spaces": items`
        - title: x
          bad: y
        - title: Next
          themes: []
      `,
    });
  });

  it("an indentation too large", () => {
    const meeting = items`
      - title: x
         notes: y
         ^^^^^^^^ yaml-syntax: Inconsistent indentation: 5 spaces, expected 4.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Indent by 4 spaces": items`
        - title: x
          notes: y
        - title: Next
          themes: []
      `,
    });
  });

  it("an indented root key", () => {
    const meeting = lines`
      meeting:
        title: M
        date: 2019-12-10
       contributions: []
       ^^^^^^^^^^^^^^^^^ yaml-syntax: Inconsistent indentation: 1 space, expected 0.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Remove the indentation": lines`
        meeting:
          title: M
          date: 2019-12-10
        contributions: []
      `,
    });
  });

  it("a word without a colon", () => {
    const meeting = items`
      - title: x
        the
        ^^^ yaml-syntax: Expected \`:\` after \`the\`.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Write `the:`": items`
        - title: x
          the:
        - title: Next
          themes: []
      `,
    });
  });

  it("a key without its colon", () => {
    const meeting = items`
      - title: x
        speakers [A]
        ^^^^^^^^ yaml-syntax: Expected \`:\` after \`speakers\`.
        notes: hi
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Write `speakers:`": items`
        - title: x
          speakers: [A]
          notes: hi
        - title: Next
          themes: []
      `,
    });
  });

  it("a bracket too many", () => {
    const meeting = items`
      - title: x
        themes: [security]]
                          ^ yaml-syntax: Closing bracket without an opening one.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Remove the `]`": items`
        - title: x
          themes: [security]
        - title: Next
          themes: []
      `,
    });
  });

  it("a comma too many", () => {
    const meeting = items`
      - title: x
        themes: [security,,cncf-landscape]
                          ^ yaml-syntax: Unexpected comma.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Remove the `,`": items`
        - title: x
          themes: [security,cncf-landscape]
        - title: Next
          themes: []
      `,
    });
  });

  it("an alias without an anchor", () => {
    const meeting = items`
      - title: *x
               ^^ yaml-syntax: Unknown alias: there is no anchor \`&x\` before it. Quote it if it is text.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this text": items`
        - title: "*x"
        - title: Next
          themes: []
      `,
    });
  });

  it("an item left of the others", () => {
    const meeting = lines`
      meeting:
        title: M
        date: 2019-12-10
      contributions:
        - title: x
          themes: none
       - title: y
       ^^^^^^^^^^ yaml-syntax: Wrong indentation: 1 space left of the other items.
         themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Align with the other items": items`
        - title: x
          themes: none
        - title: y
          themes: none
      `,
    });
  });

  it("an item right of the others", () => {
    const meeting = items`
      - title: x
        themes: none
       - title: y
       ^^^^^^^^^^ yaml-syntax: Wrong indentation: 1 space right of the other items.
         themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Align with the other items": items`
        - title: x
          themes: none
        - title: y
          themes: none
      `,
    });
  });

  it("a tab", () => {
    const meeting = lines`
      meeting:
        title: M
        date: 2019-12-10
      contributions:
        - title: x
      \tnotes: y
      ^ yaml-syntax: Tabs are not allowed as indentation: use spaces.
        - title: Next
          themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Replace the tab with spaces": items`
        - title: x
          notes: y
        - title: Next
          themes: none
      `,
    });
  });

  it("a tab that nothing repairs", () => {
    const meeting = lines`
      meeting:
        title: M
        date: 2019-12-10
      contributions:
        - title: x
      \t
      \t}
       ^ yaml-syntax: Closing bracket without an opening one.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Remove the `}`": lines`
        meeting:
          title: M
          date: 2019-12-10
        contributions:
          - title: x
        \t
        \t
      `,
    });
  });

  it("an unknown escape", () => {
    const meeting = items`
      - title: "\\q"
               ^^^^ yaml-syntax: \`\\q\` is not allowed in double quotes: use single quotes for a plain backslash.
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Use single quotes": items`
        - title: '\\q'
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("an alias without a name", () => {
    const meeting = items`
      - title: * x
               ^^^ yaml-syntax: Quote this title: \`*\` has a special meaning at the start of a value.
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Quote this title": items`
        - title: "* x"
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("a key over two lines", () => {
    const meeting = items`
      - title: x
        a
        ^ yaml-syntax: Expected \`:\` after \`a\`.
        b: 1
        themes: none
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Write `a:`": items`
        - title: x
          a:
          b: 1
          themes: none
        - title: Next
          themes: []
      `,
    });
  });

  it("a key over two lines at the start", () => {
    const meeting = items`
      - a
        ^ yaml-syntax: Expected \`:\` after \`a\`.
        b: 1
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Write `a:`": items`
        - a:
          b: 1
        - title: Next
          themes: []
      `,
    });
  });

  it("a value that no quotes repair", () => {
    const meeting = items`
      - title: x
        themes: @x
                ^^ yaml-syntax: A value cannot start with this character: quote it.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {});
  });

  it("a flow mapping without an end", () => {
    const meeting = items`
      - title: x
        actions: {text: a
                        ^ yaml-syntax: A key must be on one line and end in a colon.
         owner: }]
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {});
  });

  it("a key in a value", () => {
    const meeting = items`
      - title: x
        themes: a: b
                ^^^^ yaml-syntax: A colon followed by a space starts a new key here: quote the value.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {});
  });

  it("a list in a mapping", () => {
    const meeting = items`
      - title: x
        - y
        ^^^ yaml-syntax: Expected a key: this line is not part of any key.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Make this line the notes": items`
        - title: x
          notes: |
            - y
        - title: Next
          themes: []
      `,
      "Make it a comment": items`
        - title: x
          - y
        - title: Next
          themes: []
      `.replace("    - y", "#     - y"),
    });
  });

  it("a value after a list", () => {
    const meeting = items`
      - title: x
        themes: [security] more
                           ^^^^ yaml-syntax: Unexpected text: check its indentation, and the quotes and brackets above it.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {});
  });

  it("an indicator without text", () => {
    const meeting = items`
      - title: x
        themes: ]
                ^ yaml-syntax: Closing bracket without an opening one.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Remove the `]`": items`
        - title: x
          themes: 
        - title: Next
          themes: []
      `,
    });
  });

  it("a question mark in a row", () => {
    const meeting = items`
      - {title: x, ? , themes}}
                              ^ yaml-syntax: Closing bracket without an opening one.
      - title: Next
        themes: []
        ^^^^^^ untagged-item: This contribution has no theme.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Remove the `}`": items`
        - {title: x, ? , themes}
        - title: Next
          themes: []
      `,
    });
  });

  it("a second document", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      contributions: []
      ---
      ^^^ yaml-syntax: Second YAML document: a file must hold one meeting only.
      meeting: {}
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {});
  });

  it("words between the keys", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      Words of a chair
      ^^^^^^^^^^^^^^^^ yaml-syntax: Expected a key: it must be on one line and end in a colon.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Make it a comment": lines`
        meeting: {title: M, date: 2019-12-10}
        # Words of a chair
        contributions: []
      `,
    });
  });

  it("a known key without its colon between the keys", () => {
    const meeting = lines`
      meeting: {title: M, date: 2019-12-10}
      surveys
      ^^^^^^^ yaml-syntax: Expected \`:\` after \`surveys\`.
      contributions: []
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Write `surveys:`": lines`
        meeting: {title: M, date: 2019-12-10}
        surveys:
        contributions: []
      `,
      "Make it a comment": lines`
        meeting: {title: M, date: 2019-12-10}
        # surveys
        contributions: []
      `,
    });
  });

  it("NUL characters", () => {
    const meeting = lines`
      meeting:
        title: a\0b
                ^ yaml-syntax: The file contains NUL characters: it is binary, or its encoding is not UTF-8.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {});
  });

  it("a carriage return without a line feed", () => {
    const meeting = items`
      - title: a\r      b
                ^ yaml-syntax: Carriage return without a line feed: programs disagree on whether it ends a line. End lines with LF or CRLF.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "yaml-syntax", {
      "Replace each lone carriage return with a line end": items`
        - title: a
            b
          themes: none
      `,
    });
  });
});
