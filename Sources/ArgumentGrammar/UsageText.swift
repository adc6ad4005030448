/// Help as text.
public struct UsageText: Sendable {
  private let tool: ToolSpec
  private let width: Int

  /// `width` is characters a line; at least 40 are used.
  public init(_ tool: ToolSpec, width: Int = 100) {
    self.tool = tool
    self.width = max(40, min(width, 120))
  }

  /// What the tool is, its commands and how to go on.
  public var overview: String {
    var lines = ["\(tool.name) \(tool.version): \(tool.summary)", ""]
    lines += ["usage: \(tool.name) COMMAND [ARGUMENTS]", "", "commands:"]
    lines += table(tool.visibleCommands.map { ($0.name, $0.summary) })
    lines += ["", "options of every command:"]
    lines += table(tool.commonOptions.map { (heading($0), description($0)) })
    lines += ["", "exit codes:"]
    lines += table(tool.exitCodes.map { (String($0.code), $0.meaning) })
    lines += ["", "More: \(tool.name) COMMAND --help"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// All about one command.
  public func help(for command: CommandSpec) -> String {
    var lines = ["\(command.name): \(command.summary)", "", "usage: " + synopsis(of: command)]
    for paragraph in command.discussion { lines += [""] + wrapped(paragraph, indent: 0) }
    if !command.positionals.isEmpty {
      lines += ["", "arguments:"]
      lines += table(command.positionals.map { ($0.placeholder, $0.summary) })
    }
    if !command.options.isEmpty {
      lines += ["", "options:"]
      lines += table(command.options.map { (heading($0), description($0)) })
    }
    lines += ["", "options of every command:"]
    lines += table(tool.commonOptions.map { (heading($0), description($0)) })
    if !command.examples.isEmpty {
      lines += ["", "examples:"]
      for example in command.examples {
        lines += ["  \(example.line)"] + wrapped(example.effect, indent: 6)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line that shows how to call a command.
  public func synopsis(of command: CommandSpec) -> String {
    var words = [tool.name, command.name]
    if !command.options.isEmpty { words.append("[OPTIONS]") }
    for positional in command.positionals {
      let name = positional.placeholder + (positional.isRepeatable ? "…" : "")
      words.append(positional.isOptional ? "[\(name)]" : name)
    }
    return words.joined(separator: " ")
  }

  private func heading(_ option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? ""
    return short + "--\(option.name)" + (option.placeholder.map { " " + $0 } ?? "")
  }

  private func description(_ option: OptionSpec) -> String {
    var text = option.summary
    if case .wordWithFile(let words) = option.value { text += ": " + words.joined(separator: ", ") }
    if option.isRepeatable { text += "; may be given several times" }
    if let value = option.defaultText { text += " (default: \(value))" }
    return text
  }

  /// Two columns; a heading that is too long gets a line of its own.
  private func table(_ rows: [(String, String)]) -> [String] {
    let column = min(28, (rows.map(\.0.count).max() ?? 0) + 4)
    return rows.flatMap { heading, text in
      let body = wrapped(text, indent: column)
      let start = "  " + heading
      guard start.count + 2 <= column, let first = body.first else { return [start] + body }
      let padding = String(repeating: " ", count: column - start.count)
      return [start + padding + first.drop { $0 == " " }] + body.dropFirst()
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }
}
