/// One option of a command, as data: parsing, help, completions and the man page follow from it.
public struct OptionSpec: Hashable, Sendable {
  /// What an option takes.
  public enum Value: Hashable, Sendable {
    /// Nothing: it is given or not.
    case flag
    /// Any text; the placeholder stands in help, such as `DIR`.
    case text(placeholder: String)
    /// One of these words.
    case word([String])
    /// A whole or decimal number in a range.
    case number(placeholder: String, ClosedRange<Double>)
    /// `WORD` or `WORD=FILE`.
    case wordWithFile([String])
  }

  /// Without the dashes: `fail-on`.
  public let name: String
  public let short: Character?
  public let value: Value
  /// What it does, as a phrase without a full stop.
  public let summary: String
  /// Shown in help; nil where leaving the option out has no value to name.
  public let defaultText: String?
  /// Whether it may be given several times.
  ///
  /// Another option given twice is an error.
  public let isRepeatable: Bool

  public init(
    _ name: String, short: Character? = nil, _ value: Value, _ summary: String,
    defaultText: String? = nil, isRepeatable: Bool = false
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.summary = summary
    self.defaultText = defaultText
    self.isRepeatable = isRepeatable
  }

  /// The words that its value may be, where there is a list.
  public var words: [String] {
    switch value {
    case .word(let words), .wordWithFile(let words): words
    case .flag, .text, .number: []
    }
  }

  /// How help writes the value; nil for a flag.
  public var placeholder: String? {
    switch value {
    case .flag: nil
    case .text(let placeholder), .number(let placeholder, _): placeholder
    case .word(let words): words.joined(separator: "|")
    case .wordWithFile: "NAME[=FILE]"
    }
  }
}

/// An argument that is told by its place.
public struct PositionalSpec: Hashable, Sendable {
  /// How help writes it: `PATH`.
  public let placeholder: String
  public let summary: String
  public let isOptional: Bool
  /// Whether it takes all arguments that are left.
  public let isRepeatable: Bool
  /// The words that it may be; empty for any text.
  public let words: [String]

  public init(
    _ placeholder: String, _ summary: String, isOptional: Bool = true, isRepeatable: Bool = false,
    words: [String] = []
  ) {
    self.placeholder = placeholder
    self.summary = summary
    self.isOptional = isOptional
    self.isRepeatable = isRepeatable
    self.words = words
  }
}
