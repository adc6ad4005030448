/// Reads a command line by a tool's description.
///
/// Options may stand anywhere behind the command; `--name value`, `--name=value`, `-n value`,
/// `-nvalue` and joined flags such as `-qv` are read; `--` ends them; `-` is an argument.
public struct ArgumentParser: Sendable {
  private let tool: ToolSpec

  public init(_ tool: ToolSpec) { self.tool = tool }

  /// Reads the words behind the tool's own name.
  ///
  /// The first that is no option is the command.
  public func parse(_ words: [String]) throws(ArgumentError) -> ParsedArguments {
    guard let place = words.firstIndex(where: { !$0.hasPrefix("-") }) else {
      throw .missingCommand
    }
    let name = words[place]
    guard let command = tool.command(name) else {
      throw .unknownCommand(
        name, nearest: Spelling.nearest(to: name, among: tool.visibleCommands.map(\.name)))
    }
    var reading = Reading(command: command, options: command.options + tool.commonOptions)
    var rest = words
    rest.remove(at: place)
    try reading.read(rest[...])
    try reading.checkCount()
    return reading.parsed
  }
}

/// The state of reading one command line.
private struct Reading {
  let command: CommandSpec
  let options: [OptionSpec]
  var parsed: ParsedArguments

  init(command: CommandSpec, options: [OptionSpec]) {
    self.command = command
    self.options = options
    parsed = ParsedArguments(command: command.name)
  }

  mutating func read(_ words: ArraySlice<String>) throws(ArgumentError) {
    var words = words
    while let word = words.popFirst() {
      if word == "--" {
        for word in words { try add(word) }
        return
      } else if word.hasPrefix("--") {
        try readLong(word, &words)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word, &words)
      } else {
        try add(word)
      }
    }
  }

  private mutating func readLong(_ word: String, _ words: inout ArraySlice<String>)
    throws(ArgumentError)
  {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else {
      let nearest = Spelling.nearest(to: name, among: options.map(\.name))
      throw .unknownOption("--" + name, command: command.name, nearest: nearest.map { "--" + $0 })
    }
    if let value = parts.dropFirst().first.map(String.init) {
      guard option.value != .flag else { throw .unexpectedValue(option: "--" + name) }
      try add(value, to: option, as: "--" + name)
    } else {
      try readValue(of: option, as: "--" + name, &words)
    }
  }

  private mutating func readShort(_ word: String, _ words: inout ArraySlice<String>)
    throws(ArgumentError)
  {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let shown = "-\(letter)"
      guard let option = options.first(where: { $0.short == letter }) else {
        throw .unknownOption(shown, command: command.name, nearest: nil)
      }
      if option.value == .flag {
        try add("", to: option, as: shown)
      } else if letters.isEmpty {
        try readValue(of: option, as: shown, &words)
      } else {
        let value = letters.first == "=" ? letters.dropFirst() : letters
        try add(String(value), to: option, as: shown)
        return
      }
    }
  }

  private mutating func readValue(
    of option: OptionSpec, as shown: String, _ words: inout ArraySlice<String>
  ) throws(ArgumentError) {
    guard let placeholder = option.placeholder else {
      return try add("", to: option, as: shown)
    }
    guard let value = words.first, value == "-" || !value.hasPrefix("-") else {
      throw .missingValue(option: shown, placeholder: placeholder)
    }
    words.removeFirst()
    try add(value, to: option, as: shown)
  }

  private mutating func add(_ value: String, to option: OptionSpec, as shown: String)
    throws(ArgumentError)
  {
    switch option.value {
    case .flag, .text: break
    case .word(let words):
      guard words.contains(value) else {
        throw .notOneOf(option: shown, value: value, words: words)
      }
    case .wordWithFile(let words):
      let word = value.split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
      guard words.contains(word) else {
        throw .notOneOf(option: shown, value: word, words: words)
      }
    case .number(_, let range):
      guard let number = Double(value), range.contains(number) else {
        throw .notANumber(option: shown, value: value, range: range)
      }
    }
    if parsed.has(option.name), !option.isRepeatable, option.value != .flag {
      throw .repeated(option: shown)
    }
    parsed.add(value, for: option.name)
  }

  private mutating func add(_ word: String) throws(ArgumentError) {
    let place = parsed.positionals.count
    let last = command.positionals.last
    guard
      let spec = command.positionals.indices.contains(place)
        ? command.positionals[place] : last.flatMap({ $0.isRepeatable ? $0 : nil })
    else {
      throw .unexpectedArgument(word, command: command.name)
    }
    guard spec.words.isEmpty || spec.words.contains(word) else {
      throw .argumentNotOneOf(placeholder: spec.placeholder, value: word, words: spec.words)
    }
    parsed.add(positional: word)
  }

  func checkCount() throws(ArgumentError) {
    let needed = command.positionals.prefix { !$0.isOptional }
    if parsed.positionals.count < needed.count, !parsed.has("help") {
      throw .missingArgument(
        command.positionals[parsed.positionals.count].placeholder, command: command.name)
    }
  }
}
