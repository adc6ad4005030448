public import SolutionModel

extension Link {
  /// The longest time that one use of the link can take: every attempt up to its timeout, and the
  /// waits between them; nil without a timeout.
  ///
  /// With a first wait of w and r retries the waits take r·w when fixed, r(r+1)/2·w when incremental
  /// and (2ʳ−1)·w when exponential. Without a declared backoff there is no wait; jitter is left out.
  ///
  /// - Parameter firstBackoff: the wait before the first retry, which models do not declare.
  /// - Returns: at most some thousand years, whatever the model declares.
  public func worstTime(firstBackoff: Duration) -> Duration? {
    timing.timeout.map { $0.multiplied(by: attempts).added(waits(from: firstBackoff)) }
  }

  private func waits(from first: Duration) -> Duration {
    // More retries than this outlast every bound, and their triangle number would overflow.
    let retries = min(attempts - 1, 1_000_000_000)
    switch failure.retries?.backoff {
    case nil, .some(.none): return .zero
    case .fixed: return first.multiplied(by: retries)
    case .incremental: return first.multiplied(by: retries * (retries + 1) / 2)
    case .exponential: return first.multiplied(by: 1 << min(retries, 62) - 1)
    }
  }
}
