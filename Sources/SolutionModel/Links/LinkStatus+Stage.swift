extension LinkStatus {
  /// Whether it is still to be built.
  public var isPlan: Bool {
    switch self {
    case .idea, .proposed, .agreed: true
    case .live, .deprecated, .retired: false
    }
  }
}
