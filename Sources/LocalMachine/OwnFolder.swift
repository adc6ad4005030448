import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// A folder that was written by Lintel: beside its files it holds a list of them, which tells what
/// may be removed.
enum OwnFolder {
  static let listName = ".lintel"

  /// The list is written before the files, so that a folder is known as ours at any moment.
  static func list(of contents: FolderContents) -> [UInt8] {
    let heading = "# Written by lintel. The whole folder is replaced by the next run.\n"
    return Array((heading + contents.files.map { $0.path + "\n" }.joined()).utf8)
  }

  /// The first file in a folder that no earlier run wrote; links and devices count as files.
  static func foreignFile(in folder: String) throws(FileError) -> String? {
    let tree = try FolderEntries.tree(of: folder)
    let listed = listedFiles(in: folder)
    return tree.first { !$0.isFolder && $0.path != listName && !listed.contains($0.path) }?.path
  }

  /// Removes the listed files, the folders that are then empty, and the list at the very end, so
  /// that a removal which was cut short can be taken up again.
  ///
  /// What is not listed stays. Another process may do the same at the same time.
  static func remove(_ folder: String) {
    guard let tree = try? FolderEntries.tree(of: folder) else { return }
    let listed = listedFiles(in: folder)
    for entry in tree where !entry.isFolder && listed.contains(entry.path) {
      unlink("\(folder)/\(entry.path)")
    }
    for entry in tree.reversed() where entry.isFolder { rmdir("\(folder)/\(entry.path)") }
    let left = (try? FolderEntries.names(in: folder)) ?? []
    guard left.isEmpty || left == [listName] else { return }
    unlink("\(folder)/\(listName)")
    rmdir(folder)
  }

  private static func listedFiles(in folder: String) -> Set<String> {
    let path = "\(folder)/\(listName)"
    guard let bytes = try? DiskFileStore().bytes(at: path, limit: 64 << 20) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return Set(lines.dropFirst().map(String.init))
  }
}
