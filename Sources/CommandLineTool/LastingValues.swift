import MachinePorts

/// Values that stay as they are until the process ends.
enum LastingValues {
  private final class Box: Sendable {
    let value: any Sendable

    init(_ value: any Sendable) { self.value = value }
  }

  /// Keeps a value from being taken apart where the process ends next anyway.
  ///
  /// To free every part of a large model by itself takes a tenth of the time of its review; the system
  /// takes all of it back at once.
  static func keep(_ value: any Sendable, on machine: Machine) {
    if machine.endsWithRun { _ = Unmanaged.passRetained(Box(value)) }
  }
}
