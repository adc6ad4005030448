import CYAMLShim
import SourceText

/// A place where libyaml cannot go on, in words that say what to do.
///
/// libyaml has some sixty messages, worded for those who know its grammar; what the author got wrong
/// often shows only in the text around the place.
struct SyntaxMistake {
  private let file: SourceFile
  /// libyaml's words: what it missed, and while reading what.
  private let message: String
  private let context: String
  private let place: SourcePosition
  /// Where what was being read began.
  private let origin: SourcePosition

  /// The text in quotes that was read last, if nothing was read after it.
  private let quoted: SourceRange?
  /// Where the list or mapping in brackets begins that this lies in, if it lies in one.
  private let bracket: SourcePosition?

  init(_ problem: YTreeProblem, in file: SourceFile, _ tree: YAMLTree) {
    self.file = file
    message = problem.message.map { String(cString: $0) } ?? ""
    context = problem.context.map { String(cString: $0) } ?? ""
    place = SourcePosition(problem.place)
    origin = problem.context == nil ? place : SourcePosition(problem.context_place)
    quoted = tree.quotedRange(Int(problem.node))
    bracket = tree.flowRange(Int(problem.other))?.start
  }

  var diagnostic: Diagnostic {
    if context.contains("directive") || message.contains("YAML document") { return badDirective }
    if context.contains("tag") || message.contains("tag handle") { return badTag }
    switch message {
    case "found character that cannot start any token": return badStart
    case "mapping values are not allowed in this context": return misplacedColon
    case "block sequence entries are not allowed in this context": return misplacedItem
    case "mapping keys are not allowed in this context":
      return mistake(
        "misplaced-key", "'? ' cannot begin a key here", label: "this question mark",
        help: quoteHelp(at: place))
    case "could not find expected ':'": return missingColon(rest(from: origin))
    case "did not find expected key", "did not find expected '-' indicator":
      return misplacedLine
    case "did not find expected ',' or ']'": return unclosed(open: "[", close: "]", "list")
    case "did not find expected ',' or '}'": return unclosed(open: "{", close: "}", "mapping")
    case "did not find expected node content": return missingValue
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return badEscape
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tabIndentation
    case "did not find expected comment or line break":
      return mistake(
        "text-after-value", "text stands on the line of '|' or '>', which begin a text below it",
        label: "left over", at: rest(from: place), help: "begin the text on the next line")
    case "found an indentation indicator equal to 0":
      return mistake(
        "bad-indentation", "the indentation after '|' or '>' is from 1 to 9", label: "no number",
        help: "leave it out: the first line of the text tells")
    case "did not find expected alphabetic or numeric character": return badAliasName
    case "did not find expected <document start>": return textAfterEnd
    default:
      return mistake("yaml-syntax", "this is not YAML: \(message)", help: Self.quoteValue)
    }
  }

  private static let quoteValue = "put the value in quotes"

  private func mistake(
    _ id: String, _ message: String, label: String = "", at range: SourceRange? = nil,
    note: String? = nil, noteAt noted: SourcePosition? = nil, help: String...
  ) -> Diagnostic {
    let notes = note.map {
      Diagnostic.Note($0, at: file.location(character(at: noted ?? origin)))
    }
    return Diagnostic(
      id, .error, message, label: label, at: file.location(range ?? character(at: place)),
      notes: notes.map { [$0] } ?? [], help: help)
  }
}

extension SyntaxMistake {
  private var badStart: Diagnostic {
    guard let sign = sign(at: place), sign != "\t" else { return tabIndentation }
    return mistake(
      "needs-quotes", "a plain value cannot begin with '\(sign)'", label: "not a plain value",
      help: quoteHelp(at: place))
  }

  private var tabIndentation: Diagnostic {
    mistake(
      "tab-indentation", "a tab stands where YAML expects spaces", label: "tab",
      help: "indent with spaces")
  }

  private var misplacedColon: Diagnostic {
    if let early = earlyQuote { return early }
    let key = file.text(in: SourceRange(start: lineStart, end: place))
    if key.utf8.count > 1_000 {
      return mistake(
        "long-key", "a key has at most 1000 characters", label: "too long for a key",
        at: SourceRange(start: lineStart, end: place))
    }
    if quoted?.end == place {
      return mistake(
        "misplaced-colon", "a value cannot be a key as well", label: "this colon",
        help: "put the keys of a value on lines of their own")
    }
    if key.contains(": ") || key.first == "-" || key.isEmpty {
      return mistake(
        "misplaced-colon", "a plain value cannot hold ': '", label: "this colon",
        help: Self.quoteValue, "put the keys of a value on lines of their own")
    }
    if let above = keyWithoutColonAbove { return missingColon(above) }
    return mistake(
      "bad-indentation",
      "the key '\(String(key).shortened)' is indented like a part of the value above it",
      label: "key inside a value", at: SourceRange(start: lineStart, end: place),
      help: "indent it like the key that it belongs beside",
      "take away the value above it, if it belongs below that key")
  }

  private var misplacedItem: Diagnostic {
    mistake(
      "misplaced-list", "a list cannot begin on the line of its key", label: "list item",
      help: "put each '- ' on a line of its own", "write the list as [a, b]")
  }

  private func missingColon(_ range: SourceRange) -> Diagnostic {
    let text = String(file.text(in: range))
    let tight = text.firstIndex(of: ":").map { text.index(after: $0) != text.endIndex } ?? false
    return mistake(
      "missing-colon", "'\(text.shortened)' has no ': ' after it, so it is no key",
      label: "not a key", at: range,
      help: tight ? "put a space after the colon" : "put ': ' and a value after it")
  }

  private var misplacedLine: Diagnostic {
    if let early = earlyQuote { return early }
    if let sign = sign(at: place), ["]", "}", ","].contains(sign) {
      return mistake(
        "unopened-bracket", "'\(sign)' closes nothing that is open", label: "nothing to close",
        help: Self.quoteValue)
    }
    guard place == lineStart else {
      return mistake(
        "text-after-value", "text stands behind the end of the value", label: "left over",
        at: rest(from: place), help: "put the whole value in one pair of quotes")
    }
    let inList = message.contains("'-'")
    guard place.column != origin.column else { return inList ? keyInList : itemInMapping }
    return mistake(
      "bad-indentation",
      "this line is indented by \(place.column - 1), the \(inList ? "items" : "keys") above it by "
        + "\(origin.column - 1)",
      label: "neither beside nor below", at: rest(from: place),
      note: inList ? "the list begins here" : "the keys begin here",
      help: "indent it like what it belongs beside")
  }

  private var keyInList: Diagnostic {
    mistake(
      "misplaced-key", "a key stands among the items of a list", label: "no item",
      at: rest(from: place), note: "the list begins here",
      help: "begin it with '- ', or put the list below a key of its own")
  }

  private var itemInMapping: Diagnostic {
    mistake(
      "misplaced-list", "a list item stands among the keys of a mapping", label: "list item",
      note: "the keys begin here", help: "put the list below a key of its own")
  }

  private func unclosed(open: String, close: String, _ noun: String) -> Diagnostic {
    let sign = sign(at: place)
    let closesOther = sign == "]" || sign == "}"
    if sign == nil || closesOther || (place.line > origin.line && place.column <= origin.column) {
      return mistake(
        "unclosed-bracket", "'\(open)' is not closed", label: "opened here",
        at: character(at: origin), help: "close the \(noun) with '\(close)'")
    }
    return mistake(
      "missing-comma", "',' or '\(close)' is missing before this", label: "unexpected",
      note: "the \(noun) begins here",
      help: "put ',' between the members and '\(close)' behind the last one",
      "put a value with brackets, commas or quotes in quotes")
  }

  private var missingValue: Diagnostic {
    switch (sign(at: place), bracket) {
    case (nil, let bracket?):
      return mistake(
        "unclosed-bracket", "'\(sign(at: bracket) ?? "[")' is not closed", label: "opened here",
        at: character(at: bracket), help: "close it on this line or below")
    case (nil, nil):
      return mistake("missing-value", "a value is missing at the end of the file")
    case (",", _?):
      return mistake(
        "missing-value", "a value is missing before ','", label: "value expected",
        help: "take away one ',', or put a value before it")
    case (let sign?, _):
      return mistake(
        "missing-value", "a value is missing before '\(sign)'", label: "value expected",
        help: quoteHelp(at: place))
    }
  }

  /// Where a quote was forgotten, the next one, meant to open a text, closes one; what stands behind
  /// it on its line then seems wrong.
  private var earlyQuote: Diagnostic? {
    guard let quoted, quoted.start.line < quoted.end.line, quoted.end.line == place.line else {
      return nil
    }
    let end = SourcePosition(line: quoted.end.line, column: quoted.end.column - 1)
    return mistake(
      "unclosed-quote", "the quote that begins here is not closed on its line",
      label: "opened here", at: character(at: quoted.start),
      note: "it ends here", noteAt: end, help: "close it with the same kind of quote")
  }

  private var unclosedQuote: Diagnostic {
    mistake(
      "unclosed-quote", "the quote that begins here is not closed", label: "opened here",
      at: character(at: origin), help: "close it with the same kind of quote",
      "write a quote inside single quotes as '', inside double quotes as \\\"")
  }

  private var badEscape: Diagnostic {
    let help = "put a text with backslashes in single quotes"
    let next = SourcePosition(line: place.line, column: place.column + 1)
    if message == "found unknown escape character", let sign = sign(at: next) {
      return mistake(
        "bad-escape", "'\\\(sign)' is no escape in double quotes", label: "unknown escape",
        at: SourceRange(start: place, length: 2), help: "write a backslash as \\\\", help)
    }
    // libyaml stands behind the backslash and its letter.
    let digits = file.rest(from: place).prefix(8).prefix(while: \.isHexDigit).count
    let start = SourcePosition(line: place.line, column: place.column - 2)
    let range = SourceRange(start: start, length: 2 + digits)
    guard message == "did not find expected hexdecimal number" else {
      return mistake(
        "bad-escape", "the escape stands for no character", label: "no character", at: range,
        help: "write the character itself", help)
    }
    return mistake(
      "bad-escape", "\\x, \\u and \\U stand before 2, 4 or 8 hexadecimal digits of a character",
      label: "bad escape", at: range, help: help)
  }

  private var badAliasName: Diagnostic {
    let sign = context.contains("alias") ? "*" : "&"
    let noun = context.contains("alias") ? "an alias" : "an anchor"
    return mistake(
      "needs-quotes", "'\(sign)' begins \(noun), whose name has letters, digits, '-' and '_' only",
      label: "no name", at: character(at: origin), help: quoteHelp(at: origin))
  }

  private var badTag: Diagnostic {
    mistake(
      "unknown-tag", "'!' begins a YAML tag, and this is none that is known", label: "unknown tag",
      at: character(at: origin), help: quoteHelp(at: origin))
  }

  private var badDirective: Diagnostic {
    mistake(
      "bad-directive", "'%' at the start of a line begins a YAML directive, and this is none",
      label: "unknown directive", at: character(at: origin), help: quoteHelp(at: origin))
  }

  private var textAfterEnd: Diagnostic {
    mistake(
      "text-after-value", "text stands behind the end of the whole document", label: "left over",
      at: rest(from: place), help: "indent all keys of the top level alike")
  }
}

extension SyntaxMistake {
  private func character(at position: SourcePosition) -> SourceRange {
    SourceRange(start: position, length: sign(at: position) == nil ? 0 : 1)
  }

  /// The character at a position, or nil at the end of a line or of the file.
  private func sign(at position: SourcePosition) -> Unicode.Scalar? {
    file.rest(from: position).unicodeScalars.first
  }

  private func rest(from start: SourcePosition) -> SourceRange {
    SourceRange(start: start, length: max(1, file.rest(from: start).unicodeScalars.count))
  }

  /// The value at a position as it would be right.
  private func quoteHelp(at start: SourcePosition) -> String {
    var text = file.rest(from: start)
    if bracket != nil { text = text.prefix { !",]}".contains($0) } }
    guard text.utf8.count <= 60 else { return Self.quoteValue }
    return "\(Self.quoteValue): \(YAMLWriter.scalar(String(text)))"
  }

  /// Where the first character that is no space stands in the line of the mistake.
  private var lineStart: SourcePosition { file.contentStart(ofLine: place.line) }

  /// The line above, if it is indented like this one and has no colon.
  private var keyWithoutColonAbove: SourceRange? {
    let above = file.contentStart(ofLine: place.line - 1)
    let text = file.rest(from: above)
    let isKey = text.isEmpty || text.contains(": ") || text.hasSuffix(":") || text.hasPrefix("- ")
    return isKey || above.column != lineStart.column ? nil : rest(from: above)
  }
}
