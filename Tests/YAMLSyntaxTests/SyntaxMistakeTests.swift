import Testing

@Suite struct SyntaxMistakeTests {
  private static let mistakes: [Mistake] = [
    Mistake(
      "name: ⟦@⟧daily", "needs-quotes", "a plain value cannot begin with '@'", "not a plain value",
      help: ["put the value in quotes: \"@daily\""]),
    Mistake(
      "a: ⟦`⟧code`", "needs-quotes", "a plain value cannot begin with '`'", "not a plain value",
      help: ["put the value in quotes: \"`code`\""]),
    Mistake(
      "a:\n⟦\t⟧b: 1", "tab-indentation", "a tab stands where YAML expects spaces", "tab",
      help: ["indent with spaces"]),
    Mistake(
      "apps:\n  shop:\n  ⟦\t⟧name: Shop", "tab-indentation",
      "a tab stands where YAML expects spaces", "tab", help: ["indent with spaces"]),
    Mistake(
      "a: b⟦:⟧ c", "misplaced-colon", "a plain value cannot hold ': '", "this colon",
      help: ["put the value in quotes", "put the keys of a value on lines of their own"]),
    Mistake(
      "- a: b⟦:⟧ c", "misplaced-colon", "a plain value cannot hold ': '", "this colon",
      help: ["put the value in quotes", "put the keys of a value on lines of their own"]),
    Mistake(
      "name: Web\n  ⟦type⟧: web", "bad-indentation",
      "the key 'type' is indented like a part of the value above it", "key inside a value",
      help: [
        "indent it like the key that it belongs beside",
        "take away the value above it, if it belongs below that key",
      ]),
    Mistake(
      "apps: ⟦-⟧ shop", "misplaced-list", "a list cannot begin on the line of its key", "list item",
      help: ["put each '- ' on a line of its own", "write the list as [a, b]"]),
    Mistake(
      "a: 1\n⟦b⟧\nc: 2", "missing-colon", "'b' has no ': ' after it, so it is no key", "not a key",
      help: ["put ': ' and a value after it"]),
    Mistake(
      "a: 1\n⟦b:2⟧\nc: 2", "missing-colon", "'b:2' has no ': ' after it, so it is no key",
      "not a key", help: ["put a space after the colon"]),
    Mistake(
      "a: 1\n    ⟦b⟧: 2", "bad-indentation",
      "the key 'b' is indented like a part of the value above it", "key inside a value",
      help: [
        "indent it like the key that it belongs beside",
        "take away the value above it, if it belongs below that key",
      ]),
    Mistake(
      "⟦a⟧:\n  b: 1\n ⟦c: 2⟧ # why", place: 1, "bad-indentation",
      "this line is indented by 1, the keys above it by 0", "neither beside nor below",
      notes: ["the keys begin here"], help: ["indent it like what it belongs beside"]),
    Mistake(
      "⟦a⟧: 1\n⟦-⟧ b", place: 1, "misplaced-list", "a list item stands among the keys of a mapping",
      "list item", notes: ["the keys begin here"], help: ["put the list below a key of its own"]),
    Mistake(
      "a: \"b\" ⟦c d⟧ # e", "text-after-value", "text stands behind the end of the value",
      "left over", help: ["put the whole value in one pair of quotes"]),
    Mistake(
      "a: 'it' ⟦'is'⟧", "text-after-value", "text stands behind the end of the value", "left over",
      help: ["put the whole value in one pair of quotes"]),
    Mistake(
      "a: \"b\"⟦]⟧", "unopened-bracket", "']' closes nothing that is open", "nothing to close",
      help: ["put the value in quotes"]),
    Mistake(
      "a: ⟦[⟧b, c", "unclosed-bracket", "'[' is not closed", "opened here",
      help: ["close the list with ']'"]),
    Mistake(
      "a: ⟦[⟧b,\n  c\nd: 1", "unclosed-bracket", "'[' is not closed", "opened here",
      help: ["close the list with ']'"]),
    Mistake(
      "a: ⟦{⟧b: 1\nc: 2", "unclosed-bracket", "'{' is not closed", "opened here",
      help: ["close the mapping with '}'"]),
    Mistake(
      "ké: [a, ⟦@⟧b c]", "needs-quotes", "a plain value cannot begin with '@'", "not a plain value",
      help: ["put the value in quotes: \"@b c\""]),
    Mistake(
      "a: ⟦{⟧b: 1 c⟦:⟧ 2}", place: 1, "missing-comma", "',' or '}' is missing before this",
      "unexpected", notes: ["the mapping begins here"],
      help: [
        "put ',' between the members and '}' behind the last one",
        "put a value with brackets, commas or quotes in quotes",
      ]),
    Mistake(
      "a: [b, ⟦,⟧ c]", "missing-value", "a value is missing before ','", "value expected",
      help: ["take away one ',', or put a value before it"]),
    Mistake(
      "a: ⟦]⟧", "missing-value", "a value is missing before ']'", "value expected",
      help: ["put the value in quotes: \"]\""]),
    Mistake(
      "a: ⟦\"⟧b\nc: d", "unclosed-quote", "the quote that begins here is not closed", "opened here",
      help: [
        "close it with the same kind of quote",
        "write a quote inside single quotes as '', inside double quotes as \\\"",
      ]),
    Mistake(
      "a: ⟦'⟧b\nc: ⟦'⟧d'", "unclosed-quote", "the quote that begins here is not closed on its line",
      "opened here", notes: ["it ends here"], help: ["close it with the same kind of quote"]),
    Mistake(
      "a: ⟦\"⟧b\n---\nc: d\"", "unclosed-quote", "the quote that begins here is not closed",
      "opened here",
      help: [
        "close it with the same kind of quote",
        "write a quote inside single quotes as '', inside double quotes as \\\"",
      ]),
    Mistake(
      "a: \"C:⟦\\d⟧ir\"", "bad-escape", "'\\d' is no escape in double quotes", "unknown escape",
      help: ["write a backslash as \\\\", "put a text with backslashes in single quotes"]),
    Mistake(
      "a: \"⟦\\x⟧zz\"", "bad-escape",
      "\\x, \\u and \\U stand before 2, 4 or 8 hexadecimal digits of a character", "bad escape",
      help: ["put a text with backslashes in single quotes"]),
    Mistake(
      "a: \"⟦\\x⟧\"", "bad-escape",
      "\\x, \\u and \\U stand before 2, 4 or 8 hexadecimal digits of a character", "bad escape",
      help: ["put a text with backslashes in single quotes"]),
    Mistake(
      "a: \"⟦\\uD800⟧\"", "bad-escape", "the escape stands for no character", "no character",
      help: ["write the character itself", "put a text with backslashes in single quotes"]),
    Mistake(
      "a: |⟦0⟧\n  b", "bad-indentation", "the indentation after '|' or '>' is from 1 to 9",
      "no number", help: ["leave it out: the first line of the text tells"]),
    Mistake(
      "a:\n  b\n⟦\t⟧c: 1", "tab-indentation", "a tab stands where YAML expects spaces", "tab",
      help: ["indent with spaces"]),
    Mistake(
      "include: ⟦*⟧", "needs-quotes",
      "'*' begins an alias, whose name has letters, digits, '-' and '_' only", "no name",
      help: ["put the value in quotes: \"*\""]),
    Mistake(
      "a: ⟦&⟧ b", "needs-quotes",
      "'&' begins an anchor, whose name has letters, digits, '-' and '_' only", "no name",
      help: ["put the value in quotes: \"& b\""]),
    Mistake(
      "a: ⟦!⟧<x", "unknown-tag", "'!' begins a YAML tag, and this is none that is known",
      "unknown tag", help: ["put the value in quotes: \"!<x\""]),
    Mistake(
      "a: ⟦!⟧e!x 1", "unknown-tag", "'!' begins a YAML tag, and this is none that is known",
      "unknown tag", help: ["put the value in quotes: \"!e!x 1\""]),
    Mistake(
      "⟦%⟧foo\na: 1", "bad-directive",
      "'%' at the start of a line begins a YAML directive, and this is none", "unknown directive",
      help: ["put the value in quotes: \"%foo\""]),
    Mistake(
      "⟦%⟧YAML 3.0\n---\na: 1", "bad-directive",
      "'%' at the start of a line begins a YAML directive, and this is none", "unknown directive",
      help: ["put the value in quotes: \"%YAML 3.0\""]),
    Mistake(
      "  a: 1\n⟦b: 2⟧", "text-after-value", "text stands behind the end of the whole document",
      "left over", help: ["indent all keys of the top level alike"]),
    Mistake(
      "{a: 1} ⟦b⟧", "text-after-value", "text stands behind the end of the whole document",
      "left over", help: ["indent all keys of the top level alike"]),
    Mistake(
      "? a\n: b\nc: ⟦?⟧ d", "misplaced-key", "'? ' cannot begin a key here", "this question mark",
      help: ["put the value in quotes: \"? d\""]),
    Mistake(
      "a: [b, ⟦{⟧c: d], e]", "unclosed-bracket", "'{' is not closed", "opened here",
      help: ["close the mapping with '}'"]),
    Mistake(
      "a: ⟦[⟧b}", "unclosed-bracket", "'[' is not closed", "opened here",
      help: ["close the list with ']'"]),
    Mistake(
      "⟦-⟧ a\n⟦b: 1⟧", place: 1, "misplaced-key", "a key stands among the items of a list",
      "no item", notes: ["the list begins here"],
      help: ["begin it with '- ', or put the list below a key of its own"]),
    Mistake(
      "⟦foo⟧\nbar: 1", "missing-colon", "'foo' has no ': ' after it, so it is no key", "not a key",
      help: ["put ': ' and a value after it"]),
    Mistake(
      "a: [x, y]⟦]⟧", "unopened-bracket", "']' closes nothing that is open", "nothing to close",
      help: ["put the value in quotes"]),
    Mistake(
      "a: \"x\"⟦:⟧ y", "misplaced-colon", "a value cannot be a key as well", "this colon",
      help: ["put the keys of a value on lines of their own"]),
    Mistake(
      "a: >⟦x y⟧", "text-after-value",
      "text stands on the line of '|' or '>', which begin a text below it", "left over",
      help: ["begin the text on the next line"]),
    Mistake(
      "a: ⟦[⟧", "unclosed-bracket", "'[' is not closed", "opened here",
      help: ["close it on this line or below"]),
    Mistake(
      "apps:\n  ⟦shop⟧\n  web: 1", "missing-colon", "'shop' has no ': ' after it, so it is no key",
      "not a key", help: ["put ': ' and a value after it"]),
  ]

  @Test(
    "a text that is not YAML is refused with its place and what would be right", arguments: mistakes
  )
  func saysWhatIsWrong(_ mistake: Mistake) { mistake.expectDiagnostic() }
}
