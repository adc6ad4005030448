import MachinePorts
import SourceText
import YAMLSyntax

/// Finds the files of a model on a machine: a file or a folder, and all that they import.
struct FileFinder {
  private let store: any FileStore
  private let allowsOutside: Bool
  /// Reads parts of a large file side by side; nil for one piece.
  private let work: (any WorkSharing)?
  private let root: FilePath
  /// The root with links followed.
  private let realRoot: String
  private var found = ModelFiles()
  /// The real paths of all files that were looked at.
  private var seen: Set<String> = []
  private var bytesLeft = 256 << 20

  static func find(
    at path: String, in store: any FileStore, allowsOutside: Bool,
    work: (any WorkSharing)? = nil
  ) throws(FileError) -> ModelFiles {
    let start = FilePath(path, in: store.currentFolder)
    guard let kind = store.kind(at: path) else {
      throw FileError(path: path, reason: .notFound)
    }
    switch kind {
    case .other: throw FileError(path: path, reason: .notFile)
    case .file:
      var finder = try Self(root: start.folder, store, allowsOutside, work)
      try finder.openFirst(start)
      return finder.finished()
    case .folder:
      var finder = try Self(root: start, store, allowsOutside, work)
      try finder.openFolder(start)
      return finder.finished()
    }
  }

  private init(
    root: FilePath, _ store: any FileStore, _ allowsOutside: Bool, _ work: (any WorkSharing)?
  ) throws(FileError) {
    guard let real = store.canonicalPath(root.text) else {
      throw FileError(path: root.text, reason: .notFound)
    }
    self.root = root
    self.store = store
    self.allowsOutside = allowsOutside
    self.work = work
    realRoot = real
  }

  private mutating func finished() -> ModelFiles {
    var next = 0
    while next < found.documents.count {
      follow(found.documents[next])
      next += 1
    }
    found.settle()
    return found
  }

  /// The file that the user named: what is wrong with reading it is thrown.
  private mutating func openFirst(_ path: FilePath) throws(FileError) {
    let bytes = try store.bytes(at: path.text, limit: YAMLLimits().bytes)
    if let real = store.canonicalPath(path.text) { seen.insert(real) }
    add(bytes, path)
    try openChosenFiles(from: path)
  }

  private mutating func openFolder(_ folder: FilePath) throws(FileError) {
    let entry = folder.appending("lintel.yaml")
    if store.kind(at: entry.text) == .file, isAllowed(entry) {
      try openFirst(entry)
      if hasPatterns { return }
    }
    for name in try store.filesBelow(folder.text) { openIfModel(folder.appending(name)) }
    if found.documents.isEmpty, found.diagnostics.isEmpty {
      found.diagnostics.append(
        Diagnostic(
          "no-model", .error, "no file in \(folder.text.quoted) says 'lintel: 1' at its top level",
          at: SourceLocation(path: folder.text, range: .fileStart),
          help: ["write lintel: 1 as the first line of each file of the model"]))
    }
  }

  /// Whether the first file says which files belong to the model.
  private var hasPatterns: Bool { found.documents.first?.root?.value(of: "files") != nil }

  /// The files that the first file's `files` choose.
  private mutating func openChosenFiles(from path: FilePath) throws(FileError) {
    guard let document = found.documents.first, let root = document.root else { return }
    let nodes = ImportText.nodes(of: "files", in: root)
    guard !nodes.isEmpty else { return }
    let names = try store.filesBelow(path.folder.text)
    for node in nodes {
      let pattern = PathPattern(node.text)
      let chosen = names.filter { pattern.matches($0) }
      if chosen.isEmpty {
        found.report(
          ImportMistake("no file below the folder fits \(node.text.quoted)"), at: node,
          in: document.file)
      }
      for name in chosen { openIfModel(path.folder.appending(name)) }
    }
  }

  /// A file of a folder: what is no model is skipped.
  private mutating func openIfModel(_ path: FilePath) {
    guard path.isModelFile else { return }
    guard let real = store.canonicalPath(path.text), isAllowed(path, real) else {
      found.skipped.append((path.text, "it leads out of the folder"))
      found.diagnostics.append(
        Diagnostic(
          "link-not-followed", .warning,
          "the link \(path.text.quoted) leads out of the folder and is not followed",
          at: SourceLocation(path: path.text, range: .fileStart)))
      return
    }
    guard seen.insert(real).inserted else { return }
    switch bytes(at: path) {
    case .failure(let error): reportUnreadable(path, error)
    case .success(let bytes):
      guard bytes.mentionsLintel else {
        found.skipped.append((path.text, "no 'lintel:' at its top level"))
        return
      }
      add(bytes, path, onlyModels: true)
    }
  }

  private func isAllowed(_ path: FilePath) -> Bool {
    store.canonicalPath(path.text).map { isAllowed(path, $0) } ?? false
  }

  private func isAllowed(_ path: FilePath, _ real: String) -> Bool {
    allowsOutside
      || path.isInside(root) && FilePath(real).isInside(FilePath(realRoot))
  }

  private mutating func bytes(at path: FilePath) -> Result<[UInt8], FileError> {
    do {
      let bytes = try store.bytes(at: path.text, limit: min(YAMLLimits().bytes, bytesLeft))
      bytesLeft -= bytes.count
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }

  private mutating func add(_ bytes: [UInt8], _ path: FilePath, onlyModels: Bool = false) {
    switch YAMLParser.file(path: path.text, bytes: bytes) {
    case .failure(let error):
      found.diagnostics.append(error.diagnostic)
      found.isIncomplete = true
    case .success(let file):
      let document = parsed(file)
      if onlyModels, !document.isModel, document.isComplete || !bytes.beginsLineWithLintel {
        found.skipped.append((path.text, "no 'lintel:' at its top level"))
      } else {
        found.add(document)
      }
    }
  }

  private func parsed(_ file: SourceFile) -> YAMLDocument {
    guard let work else { return YAMLParser.parse(file) }
    return YAMLParser.parse(file, share: { work.share($0, $1) })
  }

  /// Opens what a file imports.
  private mutating func follow(_ document: YAMLDocument) {
    guard let root = document.root else { return }
    let file = FilePath(document.file.path)
    for node in ImportText.nodes(of: "imports", in: root) {
      switch ImportText.path(node.text, from: file) {
      case .failure(let mistake): found.report(mistake, at: node, in: document.file)
      case .success(let path): open(path, at: node, of: document)
      }
    }
    for node in ImportText.nodes(of: "profile", in: root) {
      switch ImportText.path(node.text, from: file) {
      case .failure(let mistake): found.report(mistake, at: node, in: document.file)
      case .success(let path): openProfile(path, at: node, of: document)
      }
    }
  }

  /// The real path of what an import names; nil after a report.
  private mutating func real(
    _ path: FilePath, at node: YAMLNode, of document: YAMLDocument
  ) -> String? {
    guard let real = store.canonicalPath(path.text) else {
      found.report(
        ImportMistake("there is no file \(path.text.quoted)"), at: node, in: document.file)
      return nil
    }
    guard isAllowed(path, real) else {
      found.report(
        ImportMistake(
          "\(node.text.quoted) leads out of the folder of the model",
          help: "--allow-outside lets it"), at: node, in: document.file)
      return nil
    }
    return real
  }

  private mutating func open(_ path: FilePath, at node: YAMLNode, of document: YAMLDocument) {
    guard let real = real(path, at: node, of: document) else { return }
    if store.kind(at: path.text) == .folder {
      openImportedFolder(path, at: node, of: document)
      return
    }
    guard seen.insert(real).inserted else { return }
    guard let opened = parsed(path, at: node, of: document) else { return }
    if opened.isModel || !opened.isComplete {
      found.add(opened)
    } else {
      found.report(
        ImportMistake(
          "\(path.text.quoted) is no model file: it has no 'lintel:' at its top level",
          help: "write lintel: 1 as its first line"), at: node, in: document.file)
    }
  }

  private mutating func openImportedFolder(
    _ path: FilePath, at node: YAMLNode, of document: YAMLDocument
  ) {
    do {
      for name in try store.filesBelow(path.text) { openIfModel(path.appending(name)) }
    } catch {
      found.report(ImportMistake(error.sentence), at: node, in: document.file)
    }
  }

  private mutating func openProfile(
    _ path: FilePath, at node: YAMLNode, of document: YAMLDocument
  ) {
    guard found.profile == nil, let real = real(path, at: node, of: document) else { return }
    seen.insert(real)
    guard let profile = parsed(path, at: node, of: document) else { return }
    found.profile = profile
    found.note(profile)
  }

  /// The text of an import, parsed; nil after a report.
  private mutating func parsed(_ path: FilePath, at node: YAMLNode, of document: YAMLDocument)
    -> YAMLDocument?
  {
    switch bytes(at: path) {
    case .failure(let error):
      found.report(ImportMistake(error.sentence), at: node, in: document.file)
      return nil
    case .success(let bytes):
      switch YAMLParser.file(path: path.text, bytes: bytes) {
      case .failure(let error):
        found.diagnostics.append(error.diagnostic)
        found.isIncomplete = true
        return nil
      case .success(let file): return parsed(file)
      }
    }
  }

  private mutating func reportUnreadable(_ path: FilePath, _ error: FileError) {
    found.diagnostics.append(
      Diagnostic(
        "unreadable-file", .error, error.sentence,
        at: SourceLocation(path: path.text, range: .fileStart)))
    found.isIncomplete = true
  }
}

extension FileError {
  /// What the machine said, as a headline.
  fileprivate var sentence: String {
    switch reason {
    case .notFound: "there is no file \(path.quoted)"
    case .notReadable: "the file \(path.quoted) may not be read"
    case .notWritable: "the file \(path.quoted) may not be written"
    case .isFolder: "\(path.quoted) is a folder"
    case .notFile: "\(path.quoted) is neither a file nor a folder"
    case .tooLarge(let limit):
      "the file \(path.quoted) is larger than what is left of \(limit) bytes"
    case .folderNotOurs: "the folder \(path.quoted) holds other files"
    case .other(let words): "the file \(path.quoted) could not be read: \(words)"
    }
  }
}

extension [UInt8] {
  private static let word = Array("lintel".utf8)

  /// Whether the word stands anywhere, so that the text is worth parsing.
  fileprivate var mentionsLintel: Bool {
    var place = startIndex
    while let next = self[place...].firstIndex(of: UInt8(ascii: "l")) {
      if self[next...].starts(with: Self.word) { return true }
      place = next + 1
    }
    return false
  }

  /// Whether a line begins with the key, so that a broken text is meant as a model.
  fileprivate var beginsLineWithLintel: Bool {
    split { $0 == 0x0A || $0 == 0x0D }.contains { $0.starts(with: Self.word + [UInt8(ascii: ":")]) }
  }
}
