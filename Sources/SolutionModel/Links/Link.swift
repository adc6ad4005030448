/// One element's use of another.
///
/// Stored properties hold what the model declares; nil means that it does not say. What follows
/// from the integration option is in `Link+Effective.swift`, marked as a default.
public struct Link: Hashable, Sendable, Identifiable {
  public let id: LinkID
  /// Whether the model gives the id, so that other parts of it can refer to the link by it.
  public let hasDeclaredID: Bool
  /// The side that starts the interaction, whichever way data runs; out of a channel, the channel.
  public let source: ElementID
  public let destination: ElementID
  public var label: String?
  public var status: LinkStatus?
  public var useCase: UseCase?
  /// The data that travels.
  public var carries: [DataID] = []
  public var operation: Operation?
  public var dataFlow: DataFlowDirection?

  /// The integration option.
  public var via: OptionID?
  /// The elements that it passes on its way, in order from the source.
  public var through: [ElementID] = []
  public var interaction: Interaction?
  public var trigger: Trigger?
  public var contract: Contract?
  public var transformation: Transformation?

  public var timing = LinkTiming()
  public var volume = LinkVolume()
  public var failure = LinkFailure()
  public var trust = LinkTrust()
  public var testing = LinkTesting()
  public var record = LinkRecord()

  /// `id`: nil makes one of the two ends.
  public init(
    from source: ElementID, to destination: ElementID, id: LinkID? = nil,
    hasDeclaredID: Bool = false
  ) {
    self.id = id ?? LinkID(from: source, to: destination)
    self.hasDeclaredID = hasDeclaredID
    self.source = source
    self.destination = destination
  }
}
