internal import CProcessShim
public import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// Starts this executable again.
public struct SystemProcessRunner: ProcessRunner {
  private let standIn: String?

  /// - Parameter standIn: the path of a program to start instead of this one, for tests.
  package init(standIn: String?) {
    shim_ignore_broken_pipes()
    self.standIn = standIn
  }

  public init() { self.init(standIn: nil) }

  public var parent: (any MessageChannel)? { ParentChannel() }

  public var processorCount: Int { Int(shim_usable_processors()) }

  public func startSelf(arguments: [String]) throws(ProcessError) -> any WorkerProcess {
    let path = if let standIn { standIn } else { try Self.ownExecutable() }
    var child: pid_t = 0
    var input: Int32 = -1
    var output: Int32 = -1
    let problem = CStrings.with([path] + arguments) { argumentList in
      CStrings.with(Self.environment()) { environment in
        shim_spawn(path, argumentList, environment, &child, &input, &output)
      }
    }
    guard problem == 0 else { throw .cannotStart(String(cString: strerror(problem))) }
    return RunningWorker(child: child, input: input, output: output)
  }

  private static func ownExecutable() throws(ProcessError) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let problem = shim_own_executable(&buffer, UInt32(buffer.count))
    guard problem == 0 else { throw .cannotStart(String(cString: strerror(problem))) }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Ours, but without Swift's crash reporter: it would outlive the helper and hold its pipes.
  private static func environment() -> [String] {
    var variables = ["SWIFT_BACKTRACE=enable=no"]
    guard var entry = shim_environment() else { return variables }
    while let line = entry.pointee {
      let text = String(cString: line)
      if !text.hasPrefix("SWIFT_BACKTRACE=") { variables.append(text) }
      entry += 1
    }
    return variables
  }
}

/// Strings as C wants a list of them.
enum CStrings {
  static func with<Answer>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
  ) -> Answer {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
