/// The commands of a tool as a page of Markdown.
public enum CommandPage {
  public static func markdown(_ tool: ToolSpec) -> String {
    var lines = ["# Commands", "", "`\(tool.name)` \(tool.summary).", ""]
    lines += ["| Command | Does |", "|---|---|"]
    lines += tool.visibleCommands.map { "| [`\($0.name)`](#\($0.name)) | \($0.summary) |" }
    let usage = UsageText(tool)
    for command in tool.visibleCommands {
      lines += ["", "## \(command.name)", "", "```text"]
      lines += [usage.help(for: command) + "```"]
    }
    lines += ["", "## Exit codes", "", "| Code | Means |", "|---|---|"]
    lines += tool.exitCodes.map { "| \($0.code) | \($0.meaning) |" }
    lines += ["", "## Environment", "", "| Variable | Means |", "|---|---|"]
    lines += tool.environment.map { "| `\($0.name)` | \($0.meaning) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}
