/// Scripts that complete the tool's command line in a shell.
public enum ShellCompletion: String, Hashable, Sendable, CaseIterable {
  case bash, zsh, fish

  /// The script, to be sourced or put where the shell looks for completions.
  public func script(for tool: ToolSpec) -> String {
    switch self {
    case .bash: Self.bashScript(tool)
    case .zsh: Self.zshScript(tool)
    case .fish: Self.fishScript(tool)
    }
  }

  private static func bashScript(_ tool: ToolSpec) -> String {
    var lines = [
      "_\(tool.name)() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W '\(tool.visibleCommands.map(\.name).joined(separator: " "))' -- \"$word\"))",
      "    return",
      "  fi",
      "  case ${COMP_WORDS[1]} in",
    ]
    for command in tool.visibleCommands {
      let options = command.options + tool.commonOptions
      lines.append("    \(command.name))")
      lines.append("      case $before in")
      for option in options where !option.words.isEmpty {
        let names = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
        lines.append(
          "        \(names.joined(separator: "|"))) COMPREPLY=($(compgen -W '\(option.words.joined(separator: " "))' -- \"$word\")); return ;;"
        )
      }
      lines.append("      esac")
      let words = options.map { "--\($0.name)" } + command.positionals.flatMap(\.words)
      lines.append(
        "      COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\") $(compgen -f -- \"$word\")) ;;"
      )
    }
    lines += ["  esac", "}", "complete -o filenames -F _\(tool.name) \(tool.name)"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func zshScript(_ tool: ToolSpec) -> String {
    var lines = ["#compdef \(tool.name)", "_\(tool.name)() {", "  local -a commands"]
    lines.append("  commands=(")
    lines += tool.visibleCommands.map { "    \(quoted("\($0.name):\(escapedColon($0.summary))"))" }
    lines += ["  )", "  if (( CURRENT == 2 )); then _describe command commands; return; fi"]
    lines.append("  case $words[2] in")
    for command in tool.visibleCommands {
      lines.append("    \(command.name)) _arguments \\")
      for option in command.options + tool.commonOptions {
        lines.append("      \(quoted(zshArgument(option))) \\")
      }
      let words = command.positionals.flatMap(\.words)
      let target = words.isEmpty ? "_files" : "(\(words.joined(separator: " ")))"
      lines.append("      '*:argument:\(target)' ;;")
    }
    lines += ["  esac", "}", "_\(tool.name) \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func zshArgument(_ option: OptionSpec) -> String {
    let summary = option.summary.map { "[]".contains($0) ? " " : String($0) }.joined()
    let start = (option.isRepeatable ? "*" : "") + "--\(option.name)"
    switch option.value {
    case .flag: return "\(start)[\(escapedColon(summary))]"
    case .word(let words), .wordWithFile(let words):
      return
        "\(start)=[\(escapedColon(summary))]:\(option.name):(\(words.joined(separator: " ")))"
    case .text, .number:
      return "\(start)=[\(escapedColon(summary))]:\(option.name):_files"
    }
  }

  private static func fishScript(_ tool: ToolSpec) -> String {
    var lines: [String] = []
    for command in tool.visibleCommands {
      lines.append(
        "complete -c \(tool.name) -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))"
      )
      for option in command.options + tool.commonOptions {
        var line =
          "complete -c \(tool.name) -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if option.placeholder != nil { line += " -r" }
        if !option.words.isEmpty { line += " -f -a \(quoted(option.words.joined(separator: " ")))" }
        lines.append(line + " -d \(quoted(option.summary))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }

  private static func escapedColon(_ text: String) -> String {
    text.map { $0 == ":" ? "\\:" : String($0) }.joined()
  }
}
