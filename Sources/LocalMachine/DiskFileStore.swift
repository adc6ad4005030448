public import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// The files of this machine.
///
/// Relative paths start from the current folder.
public struct DiskFileStore: FileStore {
  public init() {}

  public func bytes(at path: String, limit: Int) throws(FileError) -> [UInt8] {
    // Not blocking, so that opening a named pipe that nobody writes to cannot hang.
    let descriptor = try Self.open(path, O_RDONLY | O_NONBLOCK)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .ofReading(path, errno) }
    switch FileKind(mode: status.st_mode) {
    case .folder: throw FileError(path: path, reason: .isFolder)
    case .other: throw FileError(path: path, reason: .notFile)
    case .file: break
    }
    guard status.st_size <= limit else {
      throw FileError(path: path, reason: .tooLarge(limit: limit))
    }
    switch Descriptor.readAll(descriptor, limit: limit, expected: Int(status.st_size)) {
    case .whole(let bytes): return bytes
    case .longerThanLimit: throw FileError(path: path, reason: .tooLarge(limit: limit))
    case .failed(let problem): throw .ofReading(path, problem)
    }
  }

  public func kind(at path: String) -> FileKind? {
    var status = stat()
    guard Self.isUsable(path), stat(path, &status) == 0 else { return nil }
    return FileKind(mode: status.st_mode)
  }

  public func filesBelow(_ folder: String) throws(FileError) -> [String] {
    var files: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
      let path = prefix.isEmpty ? folder : "\(folder)/\(prefix)"
      for name in try FolderEntries.names(in: path) {
        let relative = prefix.isEmpty ? name : "\(prefix)/\(name)"
        let full = "\(folder)/\(relative)"
        var status = stat()
        guard lstat(full, &status) == 0 else { continue }
        switch FileKind(mode: status.st_mode) {
        case .folder:
          if !name.hasPrefix(".") { waiting.append(relative) }
        case .file:
          files.append(relative)
        case .other:
          if kind(at: full) == .file { files.append(relative) }
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func canonicalPath(_ path: String) -> String? {
    guard Self.isUsable(path), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// Writes a file in one step.
  ///
  /// The bytes are on the disk before the name points at them. A link is followed; the permissions
  /// of an existing file stay; a device or a pipe is written to directly.
  public func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    switch kind(at: path) {
    case .folder:
      throw FileError(path: path, reason: .isFolder)
    case .other:
      let descriptor = try Self.open(path, O_WRONLY)
      defer { close(descriptor) }
      let problem = Descriptor.write(bytes, to: descriptor)
      guard problem == 0 else { throw .ofWriting(path, problem) }
    case .file:
      guard let target = canonicalPath(path), access(target, W_OK) == 0 else {
        throw FileError(path: path, reason: .notWritable)
      }
      try Self.replaceFile(at: target, with: bytes)
    case nil:
      guard Self.isUsable(path), !path.hasSuffix("/") else {
        throw FileError(path: path, reason: .notWritable)
      }
      try Self.makeFolders(Self.parts(of: path).folder)
      try Self.replaceFile(at: path, with: bytes)
    }
  }

  public func replaceFolder(_ folder: String, with files: [(path: String, bytes: [UInt8])])
    throws(FileError)
  {
    try FolderReplacement(of: folder, with: FolderContents(files, for: folder)).run()
  }
}

extension DiskFileStore {
  /// Whether the system can be asked for a path at all: C ends a path at its first zero byte.
  static func isUsable(_ path: String) -> Bool { !path.isEmpty && !path.utf8.contains(0) }

  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(FileError)
    -> Int32
  {
    guard isUsable(path) else { throw FileError(path: path, reason: .notFound) }
    let descriptor = Descriptor.open(path, flags, mode: mode)
    guard descriptor < 0 else { return descriptor }
    throw flags & (O_WRONLY | O_RDWR) == 0 ? .ofReading(path, errno) : .ofWriting(path, errno)
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolders(_ path: String) throws(FileError) {
    guard mkdir(path, 0o777) != 0 else { return }
    var problem = errno
    if problem == ENOENT {
      let parent = parts(of: path).folder
      guard parent != path else { throw .ofWriting(path, problem) }
      try makeFolders(parent)
      problem = mkdir(path, 0o777) == 0 ? 0 : errno
    }
    guard problem == 0 || (problem == EEXIST && DiskFileStore().kind(at: path) == .folder) else {
      throw problem == EEXIST
        ? FileError(path: path, reason: .notWritable) : .ofWriting(path, problem)
    }
  }

  /// The folder that a path lies in, and its last name; slashes at its end do not count.
  static func parts(of path: String) -> (folder: String, name: String) {
    let bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    let end = (bytes.lastIndex { $0 != slash } ?? -1) + 1
    guard let last = bytes[..<end].lastIndex(of: slash) else {
      return (bytes.first == slash ? "/" : ".", String(decoding: bytes[..<end], as: UTF8.self))
    }
    let above = (bytes[..<last].lastIndex { $0 != slash } ?? -1) + 1
    return (
      above == 0 ? "/" : String(decoding: bytes[..<above], as: UTF8.self),
      String(decoding: bytes[(last + 1)..<end], as: UTF8.self)
    )
  }

  /// Writes beside the file, then renames.
  private static func replaceFile(at path: String, with bytes: [UInt8]) throws(FileError) {
    var attempt = 0
    while true {
      let beside = "\(parts(of: path).folder)/.lintel-\(getpid())-\(attempt).part"
      let descriptor = Descriptor.open(beside, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      if descriptor >= 0 { return try fill(descriptor, with: bytes, beside: beside, path: path) }
      attempt += 1
      guard errno == EEXIST, attempt < 1_000 else { throw .ofWriting(path, errno) }
    }
  }

  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], beside: String, path: String
  ) throws(FileError) {
    var old = stat()
    if stat(path, &old) == 0 { fchmod(descriptor, old.st_mode & 0o7777) }
    var problem = Descriptor.write(bytes, to: descriptor)
    if problem == 0, fsync(descriptor) != 0, errno != EINVAL { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    if problem == 0, rename(beside, path) != 0 { problem = errno }
    guard problem == 0 else {
      unlink(beside)
      throw .ofWriting(path, problem)
    }
  }
}

extension FileKind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

extension FileError {
  static func ofReading(_ path: String, _ problem: Int32) -> FileError {
    FileError(path: path, reason: reason(problem, refused: .notReadable))
  }

  static func ofWriting(_ path: String, _ problem: Int32) -> FileError {
    FileError(path: path, reason: reason(problem, refused: .notWritable))
  }

  private static func reason(_ problem: Int32, refused: Reason) -> Reason {
    switch problem {
    case ENOENT: .notFound
    case ENOTDIR, EACCES, EPERM, EROFS, ELOOP: refused
    case EISDIR: .isFolder
    default: .other(String(cString: strerror(problem)))
    }
  }
}
