public import SolutionModel

extension SolutionGraph {
  /// Where messages change hands: a channel with all links into and out of it, or one link that
  /// sends messages without a channel that the model shows.
  public struct MessageExchange: Hashable, Sendable {
    /// Nil where the model shows none.
    public let channel: ElementID?
    /// The places of the links that send, by source, then by place.
    public let publications: [Int]
    /// The places of the links that deliver, by destination, then by place; a link that sends and
    /// delivers in one stands in both lists.
    public let deliveries: [Int]
    /// The vertices that send, ascending, each once.
    public let senders: [Int]
    /// The vertices that messages are delivered to, ascending, each once.
    public let receivers: [Int]
  }

  /// All exchanges: those of channels by channel, then those of single links by place.
  ///
  /// Links into and out of a channel count whatever their option; of others only those in use
  /// that are asynchronous and of an event option.
  ///
  /// - Complexity: O(n + m log m), the first time.
  public func messageExchanges() -> [MessageExchange] {
    knownMessageExchanges.value { messageExchangesAnew() }
  }

  private func messageExchangesAnew() -> [MessageExchange] {
    var isListed = [Bool](repeating: false, count: traits.count)
    var exchanges: [MessageExchange] = []
    for vertex in solution.elements.indices where isChannel(vertex) {
      let sent = Array(legs(into: vertex))
      let delivered = Array(legs(outOf: vertex))
      for leg in sent + delivered { isListed[leg.link] = true }
      guard !sent.isEmpty || !delivered.isEmpty else { continue }
      exchanges.append(
        MessageExchange(
          channel: elementID(vertex), publications: sent.map(\.link),
          deliveries: delivered.map(\.link), senders: Set(sent.map(\.source)).sorted(),
          receivers: Set(delivered.map(\.destination)).sorted()))
    }
    for link in traits.indices where !isListed[link] && sendsMessages(link) {
      guard let source = legs(of: link).first?.source,
        let destination = legs(of: link).last?.destination
      else { continue }
      exchanges.append(
        MessageExchange(
          channel: nil, publications: [link], deliveries: [link], senders: [source],
          receivers: [destination]))
    }
    return exchanges
  }

  private func sendsMessages(_ link: Int) -> Bool {
    traits[link].isInUse && traits[link].category == .event
      && traits[link].interaction == .asynchronous
  }
}
