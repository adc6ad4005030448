import LocalMachine
import MachinePorts
import Testing

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

@Suite struct DiskFileStoreTests {
  private let store = DiskFileStore()
  private let folder = TemporaryFolder()

  @Test("a file is read up to the limit and refused above it")
  func readsUpToTheLimit() throws {
    try folder.put("12345", at: "five.txt")
    #expect(try store.bytes(at: folder("five.txt"), limit: 5) == Array("12345".utf8))
    #expect(throws: FileError(path: folder("five.txt"), reason: .tooLarge(limit: 4))) {
      try store.bytes(at: folder("five.txt"), limit: 4)
    }
  }

  @Test("what cannot be read says why")
  func saysWhy() throws {
    mkfifo(folder("pipe"), 0o600)
    for (path, reason) in [
      (folder("missing"), FileError.Reason.notFound), (folder.path, .isFolder),
      (folder("pipe"), .notFile), ("", .notFound), ("a\0b", .notFound),
      ("/proc/self/mem/below", .notReadable),
    ] {
      #expect(throws: FileError(path: path, reason: reason)) {
        try store.bytes(at: path, limit: 10)
      }
    }
  }

  @Test("files below a folder are sorted by bytes; dot folders and links to folders are left out")
  func listsFilesBelow() throws {
    for name in ["b.yaml", "a/z.yaml", "a-b.yaml", ".git/config", "é/ü.yaml", ".dot.yaml"] {
      try folder.put("x", at: name)
    }
    symlink(folder("a"), folder("loop"))
    symlink(folder.path, folder("a/up"))
    symlink(folder("b.yaml"), folder("link.yaml"))
    symlink(folder("nowhere"), folder("broken.yaml"))
    #expect(
      try store.filesBelow(folder.path) == [
        ".dot.yaml", "a-b.yaml", "a/z.yaml", "b.yaml", "link.yaml", "é/ü.yaml",
      ])
    #expect(throws: FileError(path: folder("gone"), reason: .notFound)) {
      try store.filesBelow(folder("gone"))
    }
  }

  @Test("a canonical path has no links and no dots in it")
  func resolvesPaths() throws {
    try folder.put("x", at: "a/file")
    symlink(folder("a"), folder("link"))
    #expect(store.canonicalPath(folder("link/../link/./file")) == folder("a/file"))
    #expect(store.canonicalPath(folder("none")) == nil)
  }

  @Test("writing makes folders, keeps permissions and links, and leaves nothing beside the file")
  func writesInOneStep() throws {
    try folder.put("old", at: "a/b/file")
    chmod(folder("a/b/file"), 0o640)
    symlink(folder("a/b/file"), folder("link"))
    try folder.put("new", at: "link")
    #expect(try folder.text(at: "a/b/file") == "new")
    var status = stat()
    lstat(folder("link"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    stat(folder("a/b/file"), &status)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(TemporaryFolder.names(in: folder("a/b")) == ["file"])
  }

  @Test("a folder is not written over, and a missing end of a path is refused")
  func refusesFolders() throws {
    try folder.put("x", at: "a/file")
    #expect(throws: FileError(path: folder("a"), reason: .isFolder)) {
      try store.write([], to: folder("a"))
    }
    #expect(throws: FileError(path: folder("new/"), reason: .notWritable)) {
      try store.write([], to: folder("new/"))
    }
    #expect(throws: FileError(path: folder("a/file"), reason: .notWritable)) {
      try store.write([], to: folder("a/file/below"))
    }
  }

  @Test("a device is written to and stays a device")
  func writesToDevices() throws {
    try store.write([1, 2, 3], to: "/dev/null")
    #expect(store.kind(at: "/dev/null") == .other)
  }
}
