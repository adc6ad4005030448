import ArgumentGrammar
import LintelKit
import MachinePorts
import MarkupText
import ReviewEngine
import SolutionViews

/// Draws views.
struct DrawCommand: Command {
  static let spec = CommandSpec(
    "draw", "draws views: svg, png, pdf, or the language of another drawing tool",
    discussion: [
      "Without views it draws them all. One view goes to standard output unless -o names a place; several go into a folder, a file each. The first argument is the model when something lies there, else a view of the nearest model."
    ],
    positionals: [
      ModelOptions.path,
      PositionalSpec("VIEW", "the id of a view; --list names them", isRepeatable: true),
    ],
    options: [
      OptionSpec(
        "format", short: "f", .word(PictureFormat.all.map { $0.name }), "what to write",
        defaultText: "by the ending of -o, else svg"),
      OptionSpec(
        "output", short: "o", .text(placeholder: "PLACE"),
        "a file for one view, a folder for several, - for standard output",
        defaultText: "standard output for one view, Output/ and the model's name for several"),
      OptionSpec(
        "overlay", .word(["none", "findings"]), "what to lay over the pictures",
        defaultText: "none"),
      PictureOptions.theme, PictureOptions.scale,
      OptionSpec("list", .flag, "list the views and draw nothing"),
    ] + ModelOptions.options,
    examples: [
      .init("lintel draw Models/webshop --list", "lists the views"),
      .init("lintel draw Models/webshop landscape > landscape.svg", "draws one"),
      .init(
        "lintel draw Models/webshop flow-take-order -o order.png --overlay findings",
        "draws one as PNG, with the findings on it"),
      .init(
        "lintel draw Models/webshop landscape -f mermaid",
        "prints one for a wiki that draws Mermaid"),
      .init(
        "lintel draw -f pdf --theme print -o book",
        "draws every view of the nearest model for paper"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let (path, ids) = ModelOptions.split(arguments.positionals, on: machine)
    let workspace = try ModelOptions.open(path, arguments, on: machine, manners)
    if arguments.has("list") {
      list(workspace, manners)
      return .passed
    }
    let target = try DrawTarget(arguments, viewCount: ids.count, workspace: workspace)
    let views = try workspace.views(ids)
    let review = arguments.value("overlay") == "findings" ? try workspace.review(on: machine) : nil
    let drawings = try workspace.drawings(
      of: views, on: machine, progress: PictureOptions.progress(manners))
    manners.endProgress()
    let style = PictureOptions.style(arguments)
    for drawing in drawings {
      for note in drawing.notes { manners.warn("view '\(drawing.id)': \(note)") }
      let overlay = review.map { workspace.overlay(of: $0, on: drawing.view) }
      let bytes = try style.bytes(drawing, as: target.format, overlay: overlay)
      try target.write(bytes, id: drawing.id, on: machine)
    }
    if let place = target.place {
      manners.tell(
        "drew \(Counting.words(drawings.count, "view")) into \(TerminalText.plain(place))")
    }
    return ModelOptions.exitCode(of: workspace, "drawn", manners)
  }

  private static func list(_ workspace: Workspace, _ manners: Manners) {
    let entries = workspace.viewEntries
    let column = entries.map(\.id.count).max() ?? 0
    let lines = entries.map { entry in
      let padding = String(repeating: " ", count: column - entry.id.count)
      return "\(entry.id)\(padding)  \(TerminalText.plain(entry.title))\n"
    }
    manners.result(lines.joined())
  }
}
