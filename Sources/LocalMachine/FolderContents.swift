import MachinePorts

/// The files of a folder to be written, in the order of their paths, with every path checked.
struct FolderContents {
  let files: [(path: String, bytes: [UInt8])]
  /// The folders that they need, outer ones first.
  let subfolders: [String]

  /// Throws when a path could leave the folder, or when two of them exclude each other.
  init(_ files: [(path: String, bytes: [UInt8])], for folder: String) throws(FileError) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var paths: Set<String> = []
    var subfolders: Set<String> = []
    for file in self.files {
      guard Self.isPlain(file.path) else {
        throw FileError(
          path: folder, reason: .other("cannot hold a file named '\(file.path)'"))
      }
      guard paths.insert(file.path).inserted else {
        throw FileError(path: folder, reason: .other("would hold '\(file.path)' twice"))
      }
      var parts = file.path.split(separator: "/").dropLast()
      while !parts.isEmpty, subfolders.insert(parts.joined(separator: "/")).inserted {
        parts = parts.dropLast()
      }
    }
    if let both = self.files.first(where: { subfolders.contains($0.path) }) {
      throw FileError(
        path: folder, reason: .other("would hold '\(both.path)' as a file and as a folder"))
    }
    self.subfolders = subfolders.sorted()
  }

  /// Whether a path is relative, stays inside, and fits on a line of the list of files.
  private static func isPlain(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !["", ".", ".."].contains($0) }
      && path != OwnFolder.listName
      && !parts.starts(with: [Substring(OwnFolder.listName)])
      && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }
}
