import ArgumentGrammar
import LintelKit
import MachinePorts

/// Where drawn views go, and as what.
struct DrawTarget {
  let format: PictureFormat
  /// The file or folder; nil means standard output.
  let place: String?
  private let isFolder: Bool

  /// - Throws: `UsageError` when several views are to go into one file or to standard output.
  init(_ arguments: ParsedArguments, viewCount: Int, workspace: Workspace) throws {
    let asked = arguments.value("output")
    let ending = asked.flatMap(Self.ending)
    format =
      arguments.value("format").flatMap(PictureFormat.init(named:)) ?? ending ?? .svg
    if viewCount == 1 {
      isFolder = asked.map { $0.hasSuffix("/") } ?? false
      place = asked == "-" ? nil : asked
      return
    }
    if asked == "-" || ending != nil {
      throw UsageError(
        "several views cannot go into \(asked == "-" ? "standard output" : "one file")",
        help: "name one view, or a folder: -o pictures")
    }
    isFolder = true
    place = asked ?? "Output/\(workspace.name)/views"
  }

  func write(_ bytes: [UInt8], id: String, on machine: Machine) throws {
    guard let place else { return machine.console.writeOutput(bytes) }
    let folder = place.hasSuffix("/") ? String(place.dropLast()) : place
    try machine.files.write(bytes, to: isFolder ? "\(folder)/\(id).\(format.fileEnding)" : place)
  }

  private static func ending(of file: String) -> PictureFormat? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    return PictureFormat(fileEnding: String(file[file.index(after: dot)...]))
  }
}
