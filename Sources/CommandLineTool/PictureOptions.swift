import ArgumentGrammar
import LintelKit

/// The options of every command that draws.
enum PictureOptions {
  static let theme = OptionSpec(
    "theme", .word(PictureStyle.themeNames), "the colours; auto follows the reader's",
    defaultText: "auto")
  static let scale = OptionSpec(
    "scale", .number(placeholder: "N", 0.1...8), "pixels of a PNG for one of the drawing",
    defaultText: "2")

  static func style(_ arguments: ParsedArguments) -> PictureStyle {
    var style = arguments.value("theme").flatMap(PictureStyle.init(named:)) ?? PictureStyle()
    if let scale = arguments.number("scale") { style.scale = scale }
    return style
  }

  /// Tells how far the drawing is, on a terminal.
  static func progress(_ manners: Manners) -> (Int, Int) -> Void {
    { done, total in manners.progress("drawing \(done) of \(total) views") }
  }
}
