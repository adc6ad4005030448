internal import CProcessShim
import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// One replacing of a folder of ours: the new one is written whole beside the old one, then the two
/// change places in a single step of the file system, and the old one is removed.
///
/// It guards against a process that dies, not against a power cut: nothing is flushed to the disk,
/// for what lies in such a folder can be made again.
struct FolderReplacement {
  /// The moments between which a process may die; for tests that look at the disk at each of them.
  enum Step: CaseIterable {
    case folderMade, listWritten, fileWritten, complete, replaced, oldRemoved, leftoversRemoved
  }

  private let folder: String
  private let contents: FolderContents
  private let store = DiskFileStore()
  private let canSwap: Bool
  private let observe: (Step) -> Void

  /// Without `canSwap` it goes the way of file systems that cannot swap two paths; `observe` is told
  /// of each step after it is done.
  init(
    of folder: String, with contents: FolderContents, canSwap: Bool = true,
    observe: @escaping (Step) -> Void = { _ in }
  ) {
    self.folder = folder
    self.contents = contents
    self.canSwap = canSwap
    self.observe = observe
  }

  func run() throws(FileError) {
    let target = try targetFolder()
    let staging = StagingArea(for: target)
    if store.kind(at: target) == nil { staging.restoreOld() }
    try refuseForeignFiles(in: staging, at: target)
    let fresh = try staging.makeFolder()
    defer { close(fresh.lock) }
    observe(.folderMade)
    do {
      try fill(fresh.path)
      observe(.complete)
      try put(fresh.path, from: staging, at: target)
    } catch {
      OwnFolder.remove(fresh.path)
      throw FileError(path: folder, reason: error.reason)
    }
    observe(.oldRemoved)
    staging.removeLeftovers()
    observe(.leftoversRemoved)
  }

  /// The path without links, so that a link to an output folder stays a link.
  private func targetFolder() throws(FileError) -> String {
    switch store.kind(at: folder) {
    case .folder:
      guard let path = store.canonicalPath(folder), let current = store.canonicalPath(".") else {
        throw FileError(path: folder, reason: .notReadable)
      }
      guard path != "/", path != current, !current.hasPrefix(path + "/") else {
        throw FileError(
          path: folder, reason: .other("is the folder that this command runs in, or above it"))
      }
      return path
    case .file, .other:
      throw FileError(path: folder, reason: .other("is not a folder"))
    case nil:
      let (parent, name) = DiskFileStore.parts(of: folder)
      guard DiskFileStore.isUsable(folder), !["", ".", ".."].contains(name) else {
        throw FileError(path: folder, reason: .notWritable)
      }
      try DiskFileStore.makeFolders(parent)
      guard let path = store.canonicalPath(parent) else {
        throw FileError(path: folder, reason: .notWritable)
      }
      return path == "/" ? "/\(name)" : "\(path)/\(name)"
    }
  }

  private func refuseForeignFiles(in staging: StagingArea, at path: String) throws(FileError) {
    guard store.kind(at: path) != nil else { return }
    let lock = staging.lockTarget()
    defer { if let lock { close(lock) } }
    guard lock != nil || store.kind(at: path) != nil else { return }
    if let foreign = try OwnFolder.foreignFile(in: path) {
      throw FileError(path: folder, reason: .folderNotOurs(foreign))
    }
  }

  private func fill(_ fresh: String) throws(FileError) {
    try Self.writeNew(OwnFolder.list(of: contents), to: "\(fresh)/\(OwnFolder.listName)")
    observe(.listWritten)
    for subfolder in contents.subfolders {
      try DiskFileStore.makeFolders("\(fresh)/\(subfolder)")
    }
    for file in contents.files {
      try Self.writeNew(file.bytes, to: "\(fresh)/\(file.path)")
      observe(.fileWritten)
    }
  }

  private static func writeNew(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = try DiskFileStore.open(path, O_WRONLY | O_CREAT | O_EXCL)
    var problem = Descriptor.write(bytes, to: descriptor)
    if close(descriptor) != 0, problem == 0 { problem = errno }
    guard problem == 0 else { throw .ofWriting(path, problem) }
  }

  /// Gives the new folder its place.
  ///
  /// Other runs may do the same at this moment, so what is found at the place is looked at again
  /// until a step succeeds.
  private func put(
    _ fresh: String, from staging: StagingArea, at target: String
  ) throws(FileError) {
    var problem: Int32 = 0
    for _ in 0..<64 {
      let lock = staging.lockTarget()
      defer { if let lock { close(lock) } }
      if store.kind(at: target) == nil {
        problem = rename(fresh, target) == 0 ? 0 : errno
        if problem == 0 { return observe(.replaced) }
      } else {
        problem = canSwap ? shim_swap_paths(fresh, target) : ENOTSUP
        if problem == 0 { return try removeSwapped(fresh, at: target) }
        if problem == ENOTSUP || problem == EXDEV { problem = moveAside(fresh, target) }
        if problem == 0 { return }
      }
      guard [ENOENT, ENOTEMPTY, EEXIST].contains(problem) else { break }
    }
    throw .ofWriting(target, problem)
  }

  /// Removes what was swapped out, unless somebody put a file into it after the first look.
  private func removeSwapped(_ old: String, at target: String) throws(FileError) {
    observe(.replaced)
    if let foreign = try OwnFolder.foreignFile(in: old) {
      _ = shim_swap_paths(old, target)
      throw FileError(path: folder, reason: .folderNotOurs(foreign))
    }
    OwnFolder.remove(old)
  }

  /// The way without a swap: between two renames there is no folder at the path, and the next run
  /// brings the old one back should this one die there.
  ///
  /// On an overlay whose lower layer holds the folder even renaming fails, and the old one has to
  /// be removed first.
  private func moveAside(_ fresh: String, _ target: String) -> Int32 {
    let old = fresh + StagingArea.oldSuffix
    if rename(target, old) != 0 {
      guard errno == EXDEV else { return errno }
      OwnFolder.remove(target)
    }
    let problem = rename(fresh, target) == 0 ? 0 : errno
    observe(.replaced)
    if problem == 0 || [ENOTEMPTY, EEXIST].contains(problem) {
      OwnFolder.remove(old)
    } else {
      rename(old, target)
    }
    return problem
  }
}
