import GraphAlgorithms
import TestSupport
import Testing

@Suite struct StructureReliabilityTests {
  private func reliability(
    _ components: [CoherentStructure.Component],
    _ change: (inout StructureReliability.Budget) -> Void = { _ in }
  ) -> StructureReliability {
    var budget = StructureReliability.Budget()
    change(&budget)
    return StructureReliability(of: CoherentStructure(components), root: 0, budget: &budget)
  }

  @Test("each of 64 scenarios ends as it does by the plain rules", arguments: 0..<200)
  func spreadsFailures(seed: Int) {
    var random = SeededRandom(seed: seed)
    let components = CoherentStructure.Component.random(seed: seed)
    let words = components.map { _ in random.next() }
    let working = CoherentStructure(components).working(words)
    for bit in 0..<64 {
      let plain = components.plainlyWorking(words.map { $0 >> UInt64(bit) & 1 == 1 })
      #expect(working.map { $0 >> UInt64(bit) & 1 == 1 } == plain)
    }
  }

  @Test("a diagram gives the sum over all states of up and down", arguments: 0..<400)
  func agreesWithAllStates(seed: Int) {
    let components = CoherentStructure.Component.random(seed: seed)
    let plain = components.plainReliability()
    let found = reliability(components)
    #expect(abs(found.probability - plain) < 1e-12)
    #expect(found.lower == found.probability && found.upper == found.probability)
    #expect(found.method == .product || found.method == .diagram)
  }

  @Test("importances are the differences between a component up and down", arguments: 0..<200)
  func knowsWhatMatters(seed: Int) {
    let components = CoherentStructure.Component.random(seed: seed)
    let found = reliability(components)
    for place in components.indices where components[place].up < 1 && components[place].up > 0 {
      func plain(_ up: Double) -> Double {
        var changed = components
        changed[place].up = up
        return changed.plainReliability()
      }
      #expect(abs((found.importances[place] ?? -1) - (plain(1) - plain(0))) < 1e-9)
    }
  }

  @Test("what is necessary is what stops the root by itself", arguments: 0..<200)
  func findsTheNecessary(seed: Int) {
    let components = CoherentStructure.Component.random(seed: seed)
    let plain = components.indices.filter { place in
      guard components[place].up > 0, components[place].up < 1 else { return false }
      let state = components.indices.map { components[$0].up > 0 && $0 != place }
      return !components.plainlyWorking(state)[0]
        && components.plainlyWorking(components.map { $0.up > 0 })[0]
    }
    #expect(reliability(components).necessary == plain)
  }

  @Test("without nodes the answer lies between bounds that are certain", arguments: 0..<300)
  func boundsTheRest(seed: Int) {
    let components = CoherentStructure.Component.random(seed: seed, least: 0.9)
    let plain = components.plainReliability()
    let found = reliability(components) {
      $0.nodes = 0
      $0.tolerance = 1
    }
    #expect(found.lower <= plain + 1e-12 && plain <= found.upper + 1e-12)
    #expect(found.upper - found.lower < 0.2)
    let single = reliability(components) {
      $0.nodes = 0
      $0.words = 40
      $0.tolerance = 1
    }
    #expect(single.lower <= plain + 1e-12 && plain <= single.upper + 1e-12)
  }

  @Test("samples narrow the bounds, and hold the answer but for one seed in a hundred")
  func samplesTheRest() {
    var missed = 0
    for seed in 0..<200 {
      let components = CoherentStructure.Component.random(seed: seed, least: 0.3)
      let plain = components.plainReliability()
      let certain = reliability(components) {
        $0.nodes = 0
        $0.tolerance = 1
      }
      let sampled = reliability(components) {
        $0.nodes = 0
        $0.tolerance = 1e-9
      }
      #expect(sampled.lower >= certain.lower - 1e-12 && sampled.upper <= certain.upper + 1e-12)
      #expect(sampled.upper - sampled.lower < 0.05)
      if !(sampled.lower - 1e-12...sampled.upper + 1e-12).contains(plain) { missed += 1 }
    }
    #expect(missed <= 6)
  }

  @Test("the published figures: in a row 99.7202 and 98.3573 %, side by side 99.99 %")
  func reproducesTheExamples() {
    func row(_ percents: [Double], threshold: Int? = nil) -> Double {
      let leaves = percents.map { CoherentStructure.Component(up: $0 / 100) }
      let root = CoherentStructure.Component(
        threshold: threshold, children: Array(1...percents.count))
      return (reliability([root] + leaves).probability * 1e6).rounded() / 1e4
    }
    #expect(row([99.98, 99.95, 99.80, 99.99]) == 99.7202)
    #expect(row([99.9, 99.5, 99.0, 99.95]) == 98.3573)
    #expect(row([99, 99], threshold: 1) == 99.99)
    #expect(row([99.5, 99.5], threshold: 1) == 99.9975)
    #expect(row([99.9, 99.9], threshold: 1) == 99.9999)
    #expect(row([99, 90], threshold: 1) == 99.9)
  }

  @Test("a hundred pairs that share one store are exact in a blink, and two of three as well")
  func takesTheStoreOut() {
    var components = [CoherentStructure.Component(children: Array(1...100))]
    for pair in 0..<100 {
      components.append(.init(threshold: 1, children: [101 + 2 * pair, 102 + 2 * pair]))
    }
    for _ in 0..<200 { components.append(.init(up: 0.9, children: [301])) }
    components.append(.init(up: 0.999))
    let found = reliability(components)
    var plain = 0.999
    for _ in 0..<100 { plain *= 0.99 }
    #expect(abs(found.probability - plain) < 1e-12)
    #expect(found.necessary == [301] && found.entangledCount == 200)
    let two = reliability(
      [.init(threshold: 2, children: [1, 2, 3])]
        + [Double](repeating: 0.9, count: 3).map { .init(up: $0) })
    #expect(abs(two.probability - 0.972) < 1e-12)
  }

  @Test("the same question gets the same answer, sampled or not")
  func repeatsItself() {
    let components = CoherentStructure.Component.random(seed: 7, least: 0.3)
    let answers = (0..<3).map { _ in reliability(components) { $0.nodes = 0 } }
    #expect(Set(answers).count == 1)
  }

  @Test("a structure without components that may fail always works, or never")
  func knowsConstants() {
    #expect(reliability([.init()]).probability == 1)
    #expect(reliability([.init(up: 0)]).probability == 0)
    #expect(reliability([.init(threshold: 2, children: [1]), .init()]).probability == 0)
    #expect(reliability([.init(children: [0])]).probability == 1)
    #expect(
      reliability([.init(up: 0.5, children: [1]), .init(up: 0.5, children: [0])]).probability
        == 0.25)
  }
}

extension CoherentStructure.Component {
  /// Up to ten components that need each other in all ways, also in circles.
  fileprivate static func random(seed: Int, least: Double = 0.2) -> [Self] {
    var random = SeededRandom(seed: seed)
    let count = 1 + random.number(below: 10)
    let isForward = random.chance(0.6)
    return (0..<count).map { number in
      var component = Self()
      let chance = least + (1 - least) * Double(random.number(below: 100)) / 100
      component.up = random.chance(0.2) ? 1 : random.chance(0.02) ? 0 : chance
      for other in 0..<count where random.chance(0.3) && (!isForward || other > number) {
        component.children.append(other)
      }
      if random.chance(0.6) {
        component.threshold =
          random.number(below: component.children.count + 1)
          + (random.chance(0.1) ? 1 : 0)
      }
      return component
    }
  }
}

extension [CoherentStructure.Component] {
  /// Failures spread until nothing changes.
  fileprivate func plainlyWorking(_ isUp: [Bool]) -> [Bool] {
    var working = isUp
    var isChanging = true
    while isChanging {
      isChanging = false
      for (place, component) in enumerated() where working[place] {
        let count = component.children.count { working[$0] }
        if count < component.threshold ?? component.children.count {
          working[place] = false
          isChanging = true
        }
      }
    }
    return working
  }

  /// The sum over all states of up and down in which the first component works.
  fileprivate func plainReliability() -> Double {
    var sum = 0.0
    for state in 0..<(1 << count) {
      let isUp = indices.map { state >> $0 & 1 == 1 }
      let probability = indices.reduce(1.0) {
        $0 * (isUp[$1] ? self[$1].up : 1 - self[$1].up)
      }
      if probability > 0, plainlyWorking(isUp)[0] { sum += probability }
    }
    return sum
  }
}
