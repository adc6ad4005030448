@preconcurrency import Glibc

/// What one run of a command took, as the operating system counts it.
struct ChildRun {
  /// User and system time of the process and of the children that it waited for.
  let processorSeconds: Double
  let wallSeconds: Double
  /// The largest memory of the process itself.
  let peakBytes: Int
  let exitCode: Int32

  /// Runs a command to its end with its output thrown away.
  ///
  /// - Throws: `WorkshopError` when it cannot be started.
  static func of(_ words: [String]) throws -> ChildRun {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [Int32(1), 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, environ) == 0 else {
      throw WorkshopError("'\(words[0])' cannot be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {}
    let wall = ContinuousClock.now - start
    return ChildRun(
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wallSeconds: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      peakBytes: Int(usage.ru_maxrss) * 1024, exitCode: (status >> 8) & 0xFF)
  }

  /// Runs two commands in turn, so that both see the same machine, and gives the median of each.
  static func pair(_ left: [String], _ right: [String], times: Int) throws -> (ChildRun, ChildRun) {
    var runs: ([ChildRun], [ChildRun]) = ([], [])
    for round in 0...times {
      let pair = (try of(left), try of(right))
      guard round > 0 else { continue }  // the first round warms the caches up
      runs.0.append(pair.0)
      runs.1.append(pair.1)
    }
    return (median(runs.0), median(runs.1))
  }

  private static func median(_ runs: [ChildRun]) -> ChildRun {
    runs.sorted { $0.wallSeconds < $1.wallSeconds }[runs.count / 2]
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
