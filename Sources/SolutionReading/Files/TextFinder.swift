import SourceText
import YAMLSyntax

/// Takes texts that are in memory as the files of a model, and looks up their imports among them.
struct TextFinder {
  private var found = ModelFiles()

  static func find(_ files: [SourceFile]) -> ModelFiles {
    var finder = Self()
    finder.find(files)
    return finder.found
  }

  private mutating func find(_ files: [SourceFile]) {
    let documents = files.map { YAMLParser.parse($0) }
    let profiles = Set(
      documents.flatMap { document in
        paths(of: "profile", in: document).compactMap { try? $0.path.get().text }
      })
    for document in documents {
      let path = FilePath(document.file.path).text
      if profiles.contains(path) {
        found.profile = document
        found.note(document)
      } else {
        found.add(document)
      }
    }
    let known = Set(files.map { FilePath($0.path).text })
    for document in documents {
      for key in ["imports", "profile"] {
        for (node, path) in paths(of: key, in: document) { check(node, path, known, document) }
      }
    }
    found.settle()
  }

  private func paths(of key: String, in document: YAMLDocument) -> [(
    node: YAMLNode, path: Result<FilePath, ImportMistake>
  )] {
    guard let root = document.root else { return [] }
    return ImportText.nodes(of: key, in: root).map {
      ($0, ImportText.path($0.text, from: FilePath(document.file.path)))
    }
  }

  private mutating func check(
    _ node: YAMLNode, _ path: Result<FilePath, ImportMistake>, _ known: Set<String>,
    _ document: YAMLDocument
  ) {
    switch path {
    case .failure(let mistake): found.report(mistake, at: node, in: document.file)
    case .success(let path):
      guard !known.contains(path.text), !known.contains(where: { FilePath($0).isInside(path) })
      else { return }
      found.report(
        ImportMistake("there is no file \(path.text.quoted)"), at: node, in: document.file)
    }
  }
}
