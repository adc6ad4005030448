/// How an element takes over when an instance fails.
public enum Failover: String, Hashable, Sendable, CaseIterable {
  case none, manual, automatic
}

/// Whether and how an element tells that it is well.
public enum HealthCheck: String, Hashable, Sendable, CaseIterable {
  case none
  /// Its own ability only.
  case own
  /// With the health of what it depends on.
  case compound
}

/// How closely an element is watched.
public enum Monitoring: String, Hashable, Sendable, CaseIterable {
  case none, local, central, professional
}
