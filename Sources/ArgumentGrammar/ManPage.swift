/// The tool's manual page in roff with the `man` macros.
public struct ManPage: Sendable {
  private let tool: ToolSpec

  public init(_ tool: ToolSpec) { self.tool = tool }

  public var text: String {
    let usage = UsageText(tool)
    var lines = [
      ".TH \(Self.escaped(tool.name).uppercased()) 1 \"\" \"\(Self.escaped(tool.name)) \(Self.escaped(tool.version))\"",
      ".SH NAME", "\(Self.escaped(tool.name)) \\- \(Self.escaped(tool.summary))", ".SH SYNOPSIS",
      ".B \(Self.escaped(tool.name))", "COMMAND [ARGUMENTS]", ".SH COMMANDS",
    ]
    for command in tool.visibleCommands {
      lines += [
        ".SS \(Self.escaped(command.name))", Self.escaped(sentence(command.summary)), ".PP",
      ]
      lines.append(".B \(Self.escaped(usage.synopsis(of: command)))")
      for paragraph in command.discussion { lines += [".PP", Self.escaped(paragraph)] }
      for positional in command.positionals {
        lines += [".TP", ".I \(Self.escaped(positional.placeholder))"]
        lines.append(Self.escaped(sentence(positional.summary)))
      }
      lines += command.options.flatMap(entry)
      for example in command.examples {
        lines += [
          ".PP", ".B \(Self.escaped(example.line))", ".RS", Self.escaped(sentence(example.effect)),
          ".RE",
        ]
      }
    }
    lines.append(".SH OPTIONS OF EVERY COMMAND")
    lines += tool.commonOptions.flatMap(entry)
    lines.append(".SH EXIT STATUS")
    for exit in tool.exitCodes {
      lines += [".TP", ".B \(exit.code)", Self.escaped(sentence(exit.meaning))]
    }
    lines.append(".SH ENVIRONMENT")
    for variable in tool.environment {
      lines += [
        ".TP", ".B \(Self.escaped(variable.name))", Self.escaped(sentence(variable.meaning)),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ option: OptionSpec) -> [String] {
    let short = option.short.map { "-\($0), " } ?? ""
    let heading = "\(short)--\(option.name)" + (option.placeholder.map { " " + $0 } ?? "")
    var text = sentence(option.summary)
    if case .wordWithFile(let words) = option.value {
      text += " NAME is one of " + words.joined(separator: ", ") + "."
    }
    if let value = option.defaultText { text += " Default: \(value)." }
    return [".TP", ".B \(Self.escaped(heading))", Self.escaped(text)]
  }

  private func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + (phrase.hasSuffix(".") ? "" : ".")
  }

  /// Backslashes and dashes are roff's; a dot or an apostrophe at the start of a line is a request.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
