public import MachinePorts
import Synchronization

/// Files in memory.
///
/// Folders exist as long as something lies in them; the current folder is `/`.
public final class MemoryFileStore: FileStore {
  private struct Disk {
    var files: [String: [UInt8]] = [:]
    var links: [String: String] = [:]
    var unreadable: Set<String> = []
    var written: Set<String> = []
  }

  private let disk: Mutex<Disk>

  /// - Parameters:
  ///   - files: texts by path; a path that does not start with `/` lies in the current folder.
  ///   - links: symbolic links by path, each with what it leads to.
  ///   - unreadable: paths that exist and cannot be read.
  public init(
    _ files: [String: String] = [:], links: [String: String] = [:], unreadable: Set<String> = []
  ) {
    var disk = Disk()
    for (path, text) in files { disk.files[Self.absolute(path)] = Array(text.utf8) }
    for (path, target) in links { disk.links[Self.absolute(path)] = target }
    disk.unreadable = Set(unreadable.map(Self.absolute))
    for path in disk.unreadable { disk.files[path] = [] }
    self.disk = Mutex(disk)
  }

  public let currentFolder = "/"

  /// The text of a file, or nil when there is none.
  public func text(at path: String) -> String? {
    disk.withLock { disk in
      Self.resolved(path, disk).flatMap { disk.files[$0] }.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// Every path that leads to a file, sorted.
  public var allPaths: [String] { disk.withLock { $0.files.keys.sorted() } }

  public func bytes(at path: String, limit: Int) throws(FileError) -> [UInt8] {
    let found: Result<[UInt8], FileError> = disk.withLock { disk in
      func failure(_ reason: FileError.Reason) -> Result<[UInt8], FileError> {
        .failure(FileError(path: path, reason: reason))
      }
      guard let real = Self.resolved(path, disk) else { return failure(.notFound) }
      if disk.unreadable.contains(real) { return failure(.notReadable) }
      guard let bytes = disk.files[real] else {
        return failure(Self.isFolder(real, disk) ? .isFolder : .notFound)
      }
      return bytes.count > limit ? failure(.tooLarge(limit: limit)) : .success(bytes)
    }
    return try found.get()
  }

  public func kind(at path: String) -> FileKind? {
    disk.withLock { disk in
      guard let real = Self.resolved(path, disk) else { return nil }
      if disk.files[real] != nil { return .file }
      return Self.isFolder(real, disk) ? .folder : nil
    }
  }

  public func filesBelow(_ folder: String) throws(FileError) -> [String] {
    let found: [String]? = disk.withLock { disk in
      guard let real = Self.resolved(folder, disk), Self.isFolder(real, disk) else { return nil }
      let start = real == "/" ? real : real + "/"
      let links = disk.links.keys.filter { path in
        Self.resolved(path, disk).map { disk.files[$0] != nil } ?? false
      }
      return (Array(disk.files.keys) + links).filter { $0.hasPrefix(start) }
        .map { String($0.dropFirst(start.count)) }
        .filter { path in !path.split(separator: "/").dropLast().contains { $0.hasPrefix(".") } }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    guard let found else { throw FileError(path: folder, reason: .notFound) }
    return found
  }

  public func canonicalPath(_ path: String) -> String? {
    disk.withLock { disk in
      guard let real = Self.resolved(path, disk),
        disk.files[real] != nil || Self.isFolder(real, disk)
      else { return nil }
      return real
    }
  }

  public func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    disk.withLock { disk in
      disk.files[Self.resolved(path, disk) ?? Self.absolute(path)] = bytes
    }
  }

  public func replaceFolder(_ folder: String, with files: [(path: String, bytes: [UInt8])])
    throws(FileError)
  {
    let start = Self.absolute(folder) + "/"
    let stranger: String? = disk.withLock { disk in
      let present = disk.files.keys.filter { $0.hasPrefix(start) }
      if let stranger = present.sorted().first(where: { !disk.written.contains($0) }) {
        return stranger
      }
      for path in present { disk.files[path] = nil }
      for file in files {
        disk.files[start + file.path] = file.bytes
        disk.written.insert(start + file.path)
      }
      return nil
    }
    if let stranger { throw FileError(path: folder, reason: .folderNotOurs(stranger)) }
  }

  private static func isFolder(_ path: String, _ disk: borrowing Disk) -> Bool {
    let start = path == "/" ? path : path + "/"
    return path == "/" || disk.files.keys.contains { $0.hasPrefix(start) }
  }

  /// The path without `.` and `..`, from `/` on.
  private static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path with links followed; nil for links that lead in a circle.
  private static func resolved(_ path: String, _ disk: borrowing Disk) -> String? {
    var path = absolute(path)
    for _ in 0..<16 {
      let parts = path.split(separator: "/")
      var link: (length: Int, target: String)?
      for length in parts.indices.map({ $0 + 1 }) where link == nil {
        let target = disk.links["/" + parts.prefix(length).joined(separator: "/")]
        link = target.map { (length, $0) }
      }
      guard let (length, target) = link else { return path }
      let base = target.hasPrefix("/") ? [] : Array(parts.prefix(length - 1))
      path = absolute((base + [target[...]] + parts.dropFirst(length)).joined(separator: "/"))
    }
    return nil
  }
}
