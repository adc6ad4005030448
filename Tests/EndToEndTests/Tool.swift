import Foundation

/// The built executable, run as a user would.
struct Tool {
  let root: URL = {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url
  }()

  /// What a run left behind.
  struct Run {
    let output: Data
    let errors: String
    let code: Int32

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  private var executable: URL {
    get throws {
      // The test bundle lies beside the products of the build.
      let folder = Bundle.allBundles.map(\.bundleURL)
        .first { $0.pathExtension == "xctest" }?.deletingLastPathComponent()
      let candidates = [folder, root.appending(path: ".build/debug")].compactMap { $0 }
      for candidate in candidates {
        let file = candidate.appending(path: "lintel")
        if FileManager.default.isExecutableFile(atPath: file.path(percentEncoded: false)) {
          return file
        }
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }

  /// Runs one command line in a folder; the root of the package when none is given.
  func run(_ words: String..., in folder: URL? = nil, environment: [String: String] = [:])
    throws -> Run
  {
    try run(words, in: folder, environment: environment)
  }

  func run(_ words: [String], in folder: URL? = nil, environment: [String: String] = [:])
    throws -> Run
  {
    let process = try process(words, in: folder, environment)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both streams are drained at once, so that a full pipe cannot stop the tool.
    nonisolated(unsafe) var errorData = Data()
    let drained = DispatchGroup()
    drained.enter()
    DispatchQueue.global().async {
      errorData = errors.fileHandleForReading.readDataToEndOfFile()
      drained.leave()
    }
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    drained.wait()
    process.waitUntilExit()
    return Run(
      output: outputData, errors: String(decoding: errorData, as: UTF8.self),
      code: process.terminationStatus)
  }

  /// Starts a command line and kills it, unless it ends first.
  func runAndKill(_ words: [String], in folder: URL, after time: DispatchTimeInterval) throws {
    let process = try process(words, in: folder, [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + time) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
  }

  private func process(_ words: [String], in folder: URL?, _ environment: [String: String]) throws
    -> Process
  {
    let process = Process()
    process.executableURL = try executable
    process.arguments = words
    process.currentDirectoryURL = folder ?? root
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// A folder that is empty now and gone afterwards.
  func withFolder<Answer>(_ body: (URL) throws -> Answer) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "lintel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

extension URL {
  func write(_ text: String, to file: String) throws {
    let url = appending(path: file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Every file below, by its path, with its bytes.
  var contents: [String: Data] {
    let base = path(percentEncoded: false)
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: base) ?? .init() {
      if let data = FileManager.default.contents(atPath: base + "/" + name) { files[name] = data }
    }
    return files
  }
}
