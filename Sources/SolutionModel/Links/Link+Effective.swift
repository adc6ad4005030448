extension Link {
  /// The catalogue's entry for `via`.
  public var option: IntegrationOption? { via.flatMap(IntegrationOption.init(id:)) }

  private func fact<Value>(_ declared: Value?, orFromOption value: (IntegrationOption) -> Value?)
    -> Fact<Value>
  {
    if let declared { return .declared(declared) }
    guard let option, let value = value(option) else { return .unknown }
    return .defaulted(value, from: option.declaration)
  }

  /// Whether and how the source waits.
  public var effectiveInteraction: Fact<Interaction> {
    fact(interaction, orFromOption: \.interaction)
  }

  public var effectiveTrigger: Fact<Trigger> {
    if let trigger { return .declared(trigger) }
    if timing.poll != nil { return .defaulted(.poll, from: "poll") }
    if timing.schedule != nil || timing.window != nil {
      return .defaulted(.schedule, from: timing.schedule != nil ? "schedule" : "window")
    }
    return fact(nil, orFromOption: \.trigger)
  }

  public var effectiveDataFlow: Fact<DataFlowDirection> {
    if let dataFlow { return .declared(dataFlow) }
    switch operation {
    case .read: return .defaulted(.pull, from: "operation: read")
    case .some(let operation): return .defaulted(.push, from: "operation: \(operation.rawValue)")
    case nil: return fact(nil, orFromOption: \.dataFlow)
    }
  }

  public var effectiveDelivery: Fact<Delivery> {
    fact(failure.delivery, orFromOption: \.delivery)
  }

  /// Whether somebody waits for the answer while it is on its way: the interaction is synchronous
  /// or on a screen, and no schedule or poll sets it off.
  ///
  /// A call on the wire that a poll makes is functionally asynchronous.
  public var isFunctionallySynchronous: Bool {
    switch effectiveInteraction.value {
    case .synchronous, .userInterface: effectiveTrigger.value?.isImmediate ?? true
    case .asynchronous, .batch, nil: false
    }
  }

  /// Whether the source can do its work without the destination.
  ///
  /// Where the model does not say, a link that somebody waits on and that has no fallback is hard,
  /// and every other one is soft.
  public var effectiveNeed: Fact<Need> {
    if let need = failure.need { return .declared(need) }
    if let fallback = failure.fallback, fallback != .none {
      return .defaulted(.soft, from: "fallback: \(fallback.rawValue)")
    }
    if failure.standIn != nil { return .defaulted(.soft, from: "fallback-to") }
    guard effectiveInteraction.value != nil else { return .unknown }
    return isFunctionallySynchronous
      ? .defaulted(.hard, from: "it waits and has no fallback")
      : .defaulted(.soft, from: "nobody waits on it")
  }

  public var isHard: Bool { effectiveNeed.value == .hard }

  /// The most attempts of one use, the first one counted.
  public var attempts: Int { 1 + min(failure.retries?.maximum ?? 0, Int.max - 1) }

  /// Whether it stands for running use; a retired link is kept for the record only.
  public var isInUse: Bool { status != .retired }
}
