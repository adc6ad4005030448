import SourceText
import YAMLSyntax

extension Reading {
  /// A value of the wrong shape, such as a list where a word belongs.
  mutating func reportWrongShape(_ node: YAMLNode, expected form: ValueForm) {
    if node.isNull {
      report(
        "no-value", "\(key.quoted) has no value", label: "takes \(form.phrase)",
        at: node.range, help: form.examplesHelp)
      return
    }
    report(
      "wrong-shape", "\(key.quoted) takes \(form.phrase), not \(node.shape)", at: node.range,
      help: form.isList && node.kind == .scalar ? ["write [\(node.text.shown)]"] : form.examplesHelp
    )
  }

  /// A map was wanted.
  mutating func reportWrongShape(_ node: YAMLNode, of record: RecordForm) {
    let keys = record.keyNames
    let likely = record.keys.first(where: \.isRequired)?.name ?? keys.first ?? ""
    report(
      "wrong-shape", "\(record.phrase) is a map, not \(node.shape)", at: node.range,
      help: node.kind == .scalar
        ? ["write { \(likely): \(node.text.shown) }"]
        : ["its keys are \(keys.prefix(8).joined(separator: ", "))"])
  }

  mutating func reportUnknownKey(_ entry: YAMLNode.Entry, of phrase: String, known: [String]) {
    let text = entry.key.text
    names.lose(below: entry)
    let help = help(for: text, among: known, title: "known keys")
    let message =
      entry.key.kind == .scalar
      ? "\(text.quoted) is not a known key of \(phrase)"
      : "a key of \(phrase) is a word, not \(entry.key.shape)"
    report("unknown-key", message, label: "not known", at: entry.key.range, help: help)
  }

  mutating func reportMissing(_ keys: [String], of phrase: String, at node: YAMLNode) {
    report(
      "missing-key", "\(phrase) needs \(keys.map(\.quoted).joined(by: "and"))",
      at: node.entries.first?.key.range ?? node.range)
  }

  mutating func reportDescribedTwice(
    _ name: String, of phrase: String, at location: SourceLocation, earlier: SourceLocation
  ) {
    add(
      Diagnostic(
        "described-twice", .error, "\(name.quoted) of \(phrase) is given twice",
        label: "again here", at: location,
        notes: [Diagnostic.Note("the other place", at: earlier)], help: ["keep one of the two"]))
  }
}

extension YAMLNode {
  /// For messages: `a list`.
  var shape: String {
    switch kind {
    case .scalar: isNull ? "nothing" : text.quoted
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

extension ValueForm {
  /// How a value could look, as help.
  var examplesHelp: [String] {
    switch self {
    case .unit(let notation): ["write it as in \(notation.examples.joined(separator: ", "))"]
    case .word(let words): ["known words: \(words.joined(separator: ", "))"]
    default: []
    }
  }
}

extension Reading {
  mutating func reportUnknownWord(_ text: String, among words: [String], at range: SourceRange) {
    let message =
      words.count <= 8
      ? "\(text.quoted) is not one of: \(words.joined(separator: ", "))"
      : "\(text.quoted) is not a known value of \(key.quoted)"
    var help: [String] = []
    if let near = nearest(to: text, in: words) { help.append("did you mean \(near.quoted)?") }
    if words.count > 8, words.count <= 24 || help.isEmpty {
      help.append("known values: \(words.joined(separator: ", "))")
    }
    report("unknown-word", message, at: range, help: help)
  }

  mutating func report(
    _ mistake: UnitMistake, of notation: UnitNotation, in text: String, at range: SourceRange
  ) {
    if let limit = mistake.limit {
      report("out-of-range", "\(key.quoted) takes \(limit), not \(text.quoted)", at: range)
      return
    }
    let isBare = DecimalNumber(text) != nil && notation.hasUnit
    let message =
      isBare
      ? "\(key.quoted) takes \(notation.phrase) with its unit, and \(text.quoted) has none"
      : "\(key.quoted) takes \(notation.phrase), not \(text.quoted)"
    report(
      isBare ? "missing-unit" : "wrong-unit", message, at: range,
      help: mistake.correction.map { ["write \($0)"] }
        ?? ["write it as in \(notation.examples.joined(separator: ", "))"])
  }
}

extension Diagnostic {
  static func listedTwice(_ node: YAMLNode, in key: String, at location: SourceLocation) -> Self {
    Self(
      "listed-twice", .warning, "\(node.shape) stands twice in \(key.quoted)", at: location)
  }
}
