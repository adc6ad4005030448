import SourceText
import YAMLSyntax

/// The path that an import or a profile names, checked as far as its text goes.
enum ImportText {
  /// The path from the folder of the importing file; a message where the text is no such path.
  static func path(_ text: String, from file: FilePath) -> Result<FilePath, ImportMistake> {
    if text.contains("://") {
      return .failure(
        ImportMistake("\(text.quoted) is an address, and a model is read from files only"))
    }
    if text.contains("\\") {
      let slashes = text.split(separator: "\\", omittingEmptySubsequences: false)
      return .failure(
        ImportMistake(
          "a path is written with forward slashes",
          help: "write \(slashes.joined(separator: "/").shown)")
      )
    }
    if text.hasPrefix("/") || text.hasPrefix("~") || text.contains("\0") {
      return .failure(
        ImportMistake("\(text.quoted) is not relative to the folder of this file"))
    }
    return .success(file.folder.appending(text))
  }

  /// The scalars of a key that holds a path or a list of paths; shapes are checked elsewhere.
  static func nodes(of key: String, in root: YAMLNode) -> [YAMLNode] {
    guard let value = root.value(of: key) else { return [] }
    return (value.items + [value]).filter { $0.kind == .scalar && !$0.isNull }
  }
}

/// What is wrong with an import.
struct ImportMistake: Error, Hashable {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
