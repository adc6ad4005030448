import MachinePorts
import Testing

@testable import LocalMachine

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

@Suite struct FolderReplacementTests {
  private let store = DiskFileStore()
  private let folder = TemporaryFolder()

  /// Files that all say the same word, so that a mixture of two writings shows.
  private static func files(_ word: String) -> [(path: String, bytes: [UInt8])] {
    ["index.html", "views/a.svg", "views/b.svg", "views/deep/c.svg", "only-\(word).txt"]
      .map { ($0, Array(word.utf8)) }
  }

  /// The word that a whole folder says; nil when it is not whole.
  private static func word(in folder: String) -> String? {
    guard let names = try? DiskFileStore().filesBelow(folder) else { return nil }
    let words = names.filter { $0 != ".lintel" }.compactMap { name in
      try? DiskFileStore().bytes(at: "\(folder)/\(name)", limit: 100)
    }.map { String(decoding: $0, as: UTF8.self) }
    guard let word = words.first, words.count == 5, Set(words).count == 1,
      names.contains("only-\(word).txt")
    else { return nil }
    return word
  }

  @Test("a folder is made, replaced, and nothing is left beside it")
  func replaces() throws {
    let output = folder("out/put")
    try store.replaceFolder(output, with: Self.files("one"))
    #expect(Self.word(in: output) == "one")
    try store.replaceFolder(output + "/", with: Self.files("two"))
    #expect(Self.word(in: output) == "two")
    #expect(TemporaryFolder.names(in: folder("out")) == ["put"])
  }

  @Test(
    "at every step the folder is whole, the old one or the new one", arguments: [true, false])
  func isWholeAtEveryStep(canSwap: Bool) throws {
    let output = folder("output")
    try store.replaceFolder(output, with: Self.files("old"))
    var seen: [String] = []
    let contents = try FolderContents(Self.files("new"), for: output)
    try FolderReplacement(of: output, with: contents, canSwap: canSwap) { _ in
      seen.append(Self.word(in: output) ?? "broken")
    }.run()
    #expect(seen.first == "old")
    #expect(seen.last == "new")
    #expect(!seen.contains("broken"))
    #expect(seen.count == FolderReplacement.Step.allCases.count + 4)
    #expect(folder.names == ["output"])
  }

  @Test("a folder with a file of somebody else is refused and stays as it was")
  func refusesForeignFiles() throws {
    try folder.put("mine", at: "output/views/notes.txt")
    let output = folder("output")
    let refusal = FileError(path: output, reason: .folderNotOurs("views/notes.txt"))
    #expect(throws: refusal) { try store.replaceFolder(output, with: Self.files("one")) }
    #expect(folder.names == ["output"])
    #expect(try folder.text(at: "output/views/notes.txt") == "mine")
  }

  @Test("a file or a link put into our folder later is foreign too")
  func refusesLaterFiles() throws {
    let output = folder("output")
    try store.replaceFolder(output, with: Self.files("one"))
    symlink("/etc", folder("output/views/link"))
    #expect(throws: FileError(path: output, reason: .folderNotOurs("views/link"))) {
      try store.replaceFolder(output, with: Self.files("two"))
    }
    #expect(Self.word(in: output) == "one")
  }

  @Test("a foreign file that comes at the last moment is kept")
  func keepsLateForeignFile() throws {
    let output = folder("output")
    try store.replaceFolder(output, with: Self.files("one"))
    let contents = try FolderContents(Self.files("two"), for: output)
    #expect(throws: FileError(path: output, reason: .folderNotOurs("late.txt"))) {
      try FolderReplacement(of: output, with: contents) { step in
        if step == .complete { try? folder.put("late", at: "output/late.txt") }
      }.run()
    }
    #expect(try folder.text(at: "output/late.txt") == "late")
    #expect(try folder.text(at: "output/index.html") == "one")
    #expect(folder.names == ["output"])
  }

  @Test("an empty folder is taken over; a file, the current folder and the root are not")
  func refusesOtherPlaces() throws {
    mkdir(folder("empty"), 0o700)
    try store.replaceFolder(folder("empty"), with: Self.files("one"))
    #expect(Self.word(in: folder("empty")) == "one")
    try folder.put("x", at: "file")
    for place in [folder("file"), ".", "..", "/", folder("new/.."), ""] {
      #expect(throws: FileError.self) { try store.replaceFolder(place, with: []) }
    }
  }

  @Test(
    "a path that could leave the folder is refused",
    arguments: ["../x", "/x", "a//b", "", "a/./b", ".lintel", ".lintel/x", "a\nb", "a\0b"])
  func refusesPathsThatLeave(path: String) {
    #expect(throws: FileError.self) {
      try store.replaceFolder(folder("output"), with: [(path, [])])
    }
    #expect(folder.names == [])
  }

  @Test("a file twice, or as a file and a folder, is refused")
  func refusesContradictions() {
    for paths in [["a", "a"], ["a", "a/b"]] {
      #expect(throws: FileError.self) {
        try store.replaceFolder(folder("output"), with: paths.map { ($0, []) })
      }
    }
  }

  @Test("a link to an output folder stays a link")
  func followsLinks() throws {
    try store.replaceFolder(folder("real"), with: Self.files("one"))
    symlink(folder("real"), folder("link"))
    try store.replaceFolder(folder("link"), with: Self.files("two"))
    #expect(Self.word(in: folder("real")) == "two")
    #expect(folder.names == ["link", "real"])
  }

  @Test(
    "a process killed at any moment leaves a whole folder, and the next run clears up after it",
    arguments: 1...12)
  func survivesKills(turn: Int) async throws {
    let output: String = folder("output")
    try store.replaceFolder(output, with: Self.files("start"))
    await #expect(processExitsWith: .signal(SIGALRM)) {
      [output = output as String, turn = turn as Int] in
      let clock = SystemClock()
      let begin = clock.elapsed
      for word in ["one", "two"] {
        try DiskFileStore().replaceFolder(output, with: Self.files(word))
      }
      // One replacement takes `once`; the alarm rings at another part of it in every turn.
      let once = (clock.elapsed - begin) / 2
      let moment = max(1, (once * turn * 7 / 24) / .microseconds(1))
      ualarm(useconds_t(moment), 0)
      while true {
        for word in ["one", "two"] {
          try DiskFileStore().replaceFolder(output, with: Self.files(word))
        }
      }
    }
    let word = try #require(Self.word(in: output))
    #expect(["one", "two"].contains(word))
    try store.replaceFolder(output, with: Self.files("end"))
    #expect(Self.word(in: output) == "end")
    #expect(folder.names == ["output"])
  }

  @Test("a folder that a dead run had moved aside comes back when the next run fails")
  func restoresWhatWasMovedAside() throws {
    let output = folder("output")
    try store.replaceFolder(output, with: Self.files("one"))
    let staging = try StagingArea(for: output).makeFolder()
    close(staging.lock)
    rename(output, staging.path + StagingArea.oldSuffix)
    StagingArea(for: output).restoreOld()
    #expect(Self.word(in: output) == "one")
  }

  @Test("two writers at the same time leave one whole folder and nothing beside it")
  func twoWriters() async throws {
    let output = folder("output")
    try await withThrowingTaskGroup { group in
      for word in ["one", "two"] {
        group.addTask {
          for _ in 0..<40 { try DiskFileStore().replaceFolder(output, with: Self.files(word)) }
        }
      }
      try await group.waitForAll()
    }
    let word = try #require(Self.word(in: output))
    #expect(["one", "two"].contains(word))
    try store.replaceFolder(output, with: Self.files("end"))
    #expect(folder.names == ["output"])
  }
}
