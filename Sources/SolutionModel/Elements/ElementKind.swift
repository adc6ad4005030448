/// What sort of thing an element is (the levels of C4, with channels and modules).
public enum ElementKind: String, Hashable, Sendable, CaseIterable {
  case person
  case system
  /// A separately deployable and runnable part (C4 *container*).
  case application = "app"
  /// A part of an application (C4 *component*).
  case module
  /// An application whose job is to keep data.
  case store
  /// What carries messages between others: a queue, a topic, a stream, a bus, a file drop.
  case channel

  /// The top-level section of a model file that declares it; modules live inside apps.
  public var section: String {
    switch self {
    case .person: "people"
    case .system: "systems"
    case .application: "apps"
    case .module: "modules"
    case .store: "stores"
    case .channel: "channels"
    }
  }

  /// For people: `data store`.
  public var title: String {
    switch self {
    case .person: "person"
    case .system: "system"
    case .application: "app"
    case .module: "module"
    case .store: "data store"
    case .channel: "channel"
    }
  }
}
