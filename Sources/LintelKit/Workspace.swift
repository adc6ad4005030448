import FindingReports
public import MachinePorts
import ReviewRules
import SolutionGraph
public import SolutionModel
import SolutionReading
public import SourceText

/// An opened model, and what can be done with it.
public struct Workspace: Sendable {
  /// The file or folder that was opened.
  public let path: String
  /// What outputs are called after: the model's folder, or its file without the ending.
  public let name: String
  let document: SolutionDocument
  let graph: SolutionGraph
  let work: any WorkSharing
  /// Where the files of the model lie in their repository.
  let paths: RepositoryPaths

  /// Reads a model; one with mistakes is read as far as it goes.
  ///
  /// `path` is a model file or folder; nil means the nearest `lintel.yaml` from the current folder up.
  /// `allowsOutside` says whether imports may leave the model's folder.
  public init(at path: String?, on machine: Machine, allowsOutside: Bool = false)
    throws(LintelError)
  {
    let found: String
    if let path { found = path } else { found = try Self.nearestModel(machine.files) }
    var reader = SolutionReader(rules: RuleCatalog.rules.map { $0.vocabulary })
    reader.allowsOutside = allowsOutside
    reader.work = machine.work
    do {
      document = try reader.read(at: found, from: machine.files)
    } catch {
      throw .file(error)
    }
    // A file that cannot even be read as text has no place among the files, but it has mistakes.
    guard !document.files.isEmpty || document.hasErrors else { throw .noModelAt(found) }
    self.path = found
    work = machine.work
    name = Self.name(of: found, in: machine.files)
    graph = SolutionGraph(document.solution)
    paths = Self.paths(of: found, in: machine.files)
  }

  public var solution: Solution { document.solution }
  /// What is wrong with the text of the model, in reading order.
  public var diagnostics: [Diagnostic] { document.diagnostics }
  /// Whether the text has errors, so that what was reviewed is not what its author meant.
  public var hasErrors: Bool { document.hasErrors }
  public var files: [SourceFile] { document.files }
  /// The files of the folder that are no part of the model, each with the reason.
  public var skippedFiles: [(path: String, reason: String)] { document.skipped }

  /// The nearest `lintel.yaml` from the current folder up.
  private static func nearestModel(_ files: any FileStore) throws(LintelError) -> String {
    var folder = files.currentFolder
    while true {
      let candidate = folder == "/" ? "/lintel.yaml" : folder + "/lintel.yaml"
      if files.kind(at: candidate) == .file {
        return folder == files.currentFolder ? "lintel.yaml" : candidate
      }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    throw .noModelFound(from: files.currentFolder)
  }

  /// The repository is the nearest folder around the model with a `.git`; without one, the current
  /// folder.
  private static func paths(of path: String, in files: any FileStore) -> RepositoryPaths {
    let current = files.canonicalPath(files.currentFolder) ?? files.currentFolder
    var folder = files.canonicalPath(path) ?? path
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if files.kind(at: folder + "/.git") != nil {
        return RepositoryPaths(root: folder, folder: current)
      }
    }
    return RepositoryPaths(root: current, folder: current)
  }

  private static func name(of path: String, in files: any FileStore) -> String {
    let absolute = files.canonicalPath(path) ?? path
    let parts = absolute.split(separator: "/").map(String.init)
    guard let last = parts.last else { return "solution" }
    guard files.kind(at: path) == .file else { return last }
    let stem = last.split(separator: ".").first.map(String.init) ?? last
    return stem == "lintel" ? parts.dropLast().last ?? stem : stem
  }
}
