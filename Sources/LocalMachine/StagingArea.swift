import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// The place beside a folder where its successor is made.
///
/// A folder in the making is locked by its process; the lock goes with the process, so a folder
/// without one was left behind by a dead run.
struct StagingArea {
  static let oldSuffix = ".old"

  private let target: String
  private let parent: String
  private let prefix: String

  /// - Parameter target: an absolute path.
  init(for target: String) {
    let (parent, name) = DiskFileStore.parts(of: target)
    self.target = target
    self.parent = parent
    // A digest, since a name of full length leaves no room for more. FNV-1a of 64 bits.
    let digest = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    prefix = ".lintel-\(String(digest, radix: 16))-"
  }

  /// Makes an empty folder and locks it.
  ///
  /// The caller closes the lock.
  func makeFolder() throws(FileError) -> (path: String, lock: Int32) {
    for attempt in 0..<1_000 {
      let path = "\(parent)/\(prefix)\(getpid())-\(attempt)"
      if mkdir(path, 0o777) != 0 {
        guard errno == EEXIST else { throw .ofWriting(target, errno) }
        continue
      }
      // Another run may have taken it for a leftover before it was locked.
      if let lock = Self.lock(path) { return (path, lock) }
    }
    throw FileError(path: target, reason: .notWritable)
  }

  /// Brings back the folder that a run had moved aside when it died.
  func restoreOld() {
    for path in leftovers() where path.hasSuffix(Self.oldSuffix) {
      // One that is locked belongs to a run that lives and is just about to fill its place.
      guard let lock = Self.lock(path) else { continue }
      defer { close(lock) }
      if rename(path, target) == 0 { return }
    }
  }

  /// Removes what dead runs left behind.
  func removeLeftovers() {
    for path in leftovers() {
      guard let lock = Self.lock(path) else { continue }
      defer { close(lock) }
      if case .success(nil) = Result(catching: { try OwnFolder.foreignFile(in: path) }) {
        OwnFolder.remove(path)
      }
    }
  }

  private func leftovers() -> [String] {
    ((try? FolderEntries.names(in: parent)) ?? [])
      .filter { $0.hasPrefix(prefix) }.map { "\(parent)/\($0)" }
  }

  /// Locks the folder at the target once no other run holds it; nil where none is there.
  ///
  /// A run that replaces it locks it until it has removed it, so that nobody else takes what was
  /// swapped out for a leftover, or looks into a folder that is being removed. The caller closes the
  /// lock.
  func lockTarget() -> Int32? {
    for _ in 0..<64 {
      if let lock = Self.lock(target, waits: true) { return lock }
      // Another run has put a new one there meanwhile, or there is none.
      guard DiskFileStore().kind(at: target) == .folder else { return nil }
    }
    return nil
  }

  /// Locks a folder for this process; nil when it is gone or, unless the caller waits, when another
  /// process holds it.
  private static func lock(_ path: String, waits: Bool = false) -> Int32? {
    guard let lock = try? DiskFileStore.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      return nil
    }
    var held = stat()
    var named = stat()
    var answer: Int32
    repeat {
      answer = flock(lock, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
    } while answer != 0 && errno == EINTR
    guard answer == 0, fstat(lock, &held) == 0, lstat(path, &named) == 0,
      held.st_ino == named.st_ino, held.st_dev == named.st_dev
    else {
      close(lock)
      return nil
    }
    return lock
  }
}
