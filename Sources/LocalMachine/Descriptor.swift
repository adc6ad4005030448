#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// Reading and writing whole things through a file descriptor, whatever interrupts.
enum Descriptor {
  enum Reading {
    case whole([UInt8])
    case longerThanLimit
    /// An `errno`.
    case failed(Int32)
  }

  /// Opens a file, closed on exec; below 0 it failed, and `errno` says why.
  static func open(_ path: String, _ flags: Int32, mode: mode_t) -> Int32 {
    while true {
      #if canImport(Glibc)
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
      #else
        let descriptor = Darwin.open(path, flags | O_CLOEXEC, mode)
      #endif
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  /// Writes all bytes, waiting where the other end is slow.
  ///
  /// Answers 0 or an `errno`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN {
          _ = wait(for: POLLOUT, on: descriptor, milliseconds: -1)
        } else if count < 0, errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Reads to the end, unless that is more than `limit` bytes away; `expected` is a hint for the
  /// size of the buffer.
  static func readAll(_ descriptor: Int32, limit: Int, expected: Int = 0) -> Reading {
    var bytes = [UInt8]()
    bytes.reserveCapacity(min(expected, limit))
    var buffer = [UInt8](repeating: 0, count: min(max(expected + 1, 4_096), 1 << 20))
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if count == 0 { return .whole(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          _ = wait(for: POLLIN, on: descriptor, milliseconds: -1)
          continue
        }
        return .failed(errno)
      }
      guard bytes.count + count <= limit else { return .longerThanLimit }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Reads just so many bytes; nil when the end comes before.
  static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes[filled...].withUnsafeMutableBytes {
        systemRead(descriptor, $0)
      }
      if got > 0 {
        filled += got
      } else if got == 0 || (errno != EINTR && errno != EAGAIN) {
        return nil
      } else if errno == EAGAIN {
        _ = wait(for: POLLIN, on: descriptor, milliseconds: -1)
      }
    }
    return bytes
  }

  /// Waits until a descriptor is ready, or closed at the other end; false when the moment, on the
  /// system's stopwatch, is past.
  static func wait(for event: Int32, on descriptor: Int32, until deadline: Duration) -> Bool {
    let left = deadline - SystemClock().elapsed
    guard left > .zero else {
      return wait(for: event, on: descriptor, milliseconds: 0)
    }
    let milliseconds = (left / .milliseconds(1)).rounded(.up)
    return wait(
      for: event, on: descriptor, milliseconds: Int32(exactly: milliseconds) ?? Int32.max)
  }

  /// Waits until a descriptor is ready, or closed at the other end; false when the time is over.
  static func wait(for event: Int32, on descriptor: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  /// One call of `write`.
  static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// One call of `read`.
  static func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.read(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
