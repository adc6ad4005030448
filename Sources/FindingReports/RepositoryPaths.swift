/// Where files lie below the root of a repository, as code hosts want to be told.
public struct RepositoryPaths: Hashable, Sendable {
  private let root: [Substring]
  private let folder: [Substring]

  /// Both absolute: the root of the repository, and the folder that relative paths start from.
  public init(root: String, folder: String) {
    self.root = Self.steps(root)
    self.folder = Self.steps(folder)
  }

  /// Paths as they are.
  public static let unknown = RepositoryPaths(root: "", folder: "")

  /// The path from the root, with forward slashes and without `.` and `..`; of a file outside the
  /// repository the path as it is.
  public func path(_ path: String) -> String {
    let absolute = Self.steps(path, from: path.hasPrefix("/") ? [] : folder)
    guard absolute.count > root.count, absolute.starts(with: root) else { return path }
    return absolute.dropFirst(root.count).joined(separator: "/")
  }

  private static func steps(_ path: String, from start: [Substring] = []) -> [Substring] {
    path.split(separator: "/").reduce(into: start) { steps, step in
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
  }
}
