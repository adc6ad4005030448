import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// What lies in a folder.
enum FolderEntries {
  /// The names in a folder in the order of their bytes, without `.` and `..`.
  ///
  /// Names that are not UTF-8 come repaired, so that reading them says that they are not found.
  static func names(in folder: String) throws(FileError) -> [String] {
    guard DiskFileStore.isUsable(folder) else {
      throw FileError(path: folder, reason: .notFound)
    }
    guard let stream = opendir(folder) else {
      throw errno == ENOTDIR
        ? FileError(path: folder, reason: .notFile) : .ofReading(folder, errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)
        ) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Everything below a folder as relative paths, folders before what they hold; links are not
  /// followed.
  static func tree(of folder: String) throws(FileError) -> [(path: String, isFolder: Bool)] {
    var found: [(path: String, isFolder: Bool)] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
      for name in try names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
        let relative = prefix.isEmpty ? name : "\(prefix)/\(name)"
        var status = stat()
        guard lstat("\(folder)/\(relative)", &status) == 0 else { continue }
        let isFolder = FileKind(mode: status.st_mode) == .folder
        found.append((relative, isFolder))
        if isFolder { waiting.append(relative) }
      }
    }
    return found
  }
}
