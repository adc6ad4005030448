import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import SolutionReading
import SourceText
import Testing

/// Remedies are tried on copies, and ranked by what they really change.
@Suite struct CureTests {
  private static let model = """
    lintel: 1
    solution: Order
    people: { buyer: Buyer }
    apps:
      shop: { name: Shop, availability: 99.9%, instances: 2 }
      stock: { name: Stock, availability: 99%, instances: 1 }
    links:
      - { from: buyer, to: shop, via: ui-web-link }
      - { from: shop, to: stock, via: rest, timeout: 1s }
    flows:
      order: { criticality: low, target: { availability: 99.5% }, steps: [buyer -> shop, shop -> stock] }
      look: { criticality: low, target: { availability: 99.5% }, steps: [buyer -> shop, shop -> stock] }
    """

  private struct Bench {
    let review: Review
    let graph: SolutionGraph

    init(_ solution: Solution) {
      graph = SolutionGraph(solution)
      var policy = ReviewPolicy(solution.review)
      policy.profile = .board
      let subject = ReviewSubject(graph: graph, today: solution.review.reviewed)
      review = Review(of: subject, by: RuleCatalog.rules, policy: policy)
    }

    func trials(_ budget: TrialBudget) -> CureTrials {
      CureTrials(for: review, of: graph, budget: budget) { changed in
        let bench = Bench(changed)
        return (bench.review, bench.graph)
      }
    }
  }

  private func bench(_ model: String) throws -> Bench {
    let document = SolutionReader().read([SourceFile(path: "model.yaml", text: model)])
    try #require(document.diagnostics.isEmpty, "\(document.diagnostics)")
    return Bench(document.solution)
  }

  @Test("a second instance clears what it should, and the flows gain what the formula says")
  func secondInstance() throws {
    let bench = try bench(Self.model)
    let place = try #require(
      bench.review.findings.firstIndex { $0.rule.id == "single-point-of-failure" })
    let trials = bench.trials(.asked).trials(forFindingAt: place)
    let instance = try #require(trials.first { $0.title == "second instance of 'stock'" })
    #expect(instance.clears(bench.review.findings[place]))
    let rules = instance.cleared.map(\.rule).sorted()
    #expect(
      rules == [
        "availability-below-target", "availability-below-target", "single-point-of-failure",
      ])
    #expect(instance.caused.isEmpty)
    #expect(instance.flows.map(\.flow) == [FlowID("look"), FlowID("order")])
    let shift = try #require(instance.flows.first?.availability)
    #expect(abs(shift.before.fraction - 0.999999 * 0.99) < 1e-9)
    #expect(abs(shift.after.fraction - 0.999999 * 0.9999) < 1e-9)
  }

  @Test("a choke point is one headline, with the flows that miss their target below it")
  func headline() throws {
    let review = try bench(Self.model).review
    let headline = try #require(
      review.rootCauses.headlines.first {
        review.findings[$0.finding].rule.id == "single-point-of-failure"
      })
    let folded = headline.folded.map { review.findings[$0].rule.id }
    #expect(folded == ["availability-below-target", "availability-below-target"])
  }

  @Test("what clears the finding stands first")
  func order() throws {
    let bench = try bench(Self.model)
    let trials = bench.trials(.asked)
    for place in bench.review.findings.indices {
      let clears = trials.trials(forFindingAt: place).map {
        $0.clears(bench.review.findings[place])
      }
      #expect(clears.drop { $0 }.allSatisfy { !$0 })
    }
  }

  @Test("a budget is kept, counts what was left out, and gives the same on every run")
  func budget() throws {
    let bench = try bench(Self.model)
    let all = bench.trials(.asked)
    #expect(all.count > 2 && all.untriedCount == 0)
    let few = bench.trials(TrialBudget(trials: 2, work: 1000))
    #expect(few.count == 2 && few.untriedCount == all.count - 2)
    // Three elements and two links: five a trial.
    let little = bench.trials(TrialBudget(trials: 100, work: 14))
    #expect(little.count == 2)
    for place in bench.review.findings.indices {
      #expect(few.trials(forFindingAt: place) == little.trials(forFindingAt: place))
    }
    #expect(bench.trials(TrialBudget(trials: 0, work: 0)).count == 0)
  }

  @Test("every cure that a rule proposes in an example is of something that is there")
  func subjects() {
    for test in ExampleCase.all {
      let review = ExampleReview(of: test.example.markedModel).review
      for change in review.findings.flatMap(\.finding.cures).flatMap(\.changes) {
        #expect(review.solution.applying([change]) != review.solution, "\(change)")
      }
    }
  }

  @Test(
    "in its first example, a rule that proposes cures proposes one that clears the finding",
    arguments: RuleCase.all)
  func examples(_ test: RuleCase) throws {
    let review = ExampleReview(of: test.papers.examples[0].markedModel).review
    let places = review.findings.indices.filter {
      review.findings[$0].rule.id == test.papers.id && !review.findings[$0].finding.cures.isEmpty
    }
    let bench = Bench(review.solution)
    let trials = bench.trials(.asked)
    for place in places {
      let finding = review.findings[place]
      let there = try #require(
        bench.review.findings.firstIndex { $0.fingerprint == finding.fingerprint })
      #expect(trials.trials(forFindingAt: there).contains { $0.clears(finding) })
    }
  }
}
