/// Where an element stands between plan and end.
public enum Lifecycle: String, Hashable, Sendable, CaseIterable {
  case planned, active
  /// Being withdrawn; no new use.
  case sunset
  /// In use, and nobody changes it any more.
  case frozen
  case retired
}
