import SolutionModel
import SourceText
import YAMLSyntax

/// Makes one solution of the files of a model: first every name is declared, then every fact is
/// read, so that a name may be used before it is declared.
struct SolutionAssembly {
  private(set) var reading: Reading
  private let roots: [Passage]
  private var solution = Solution(name: "")

  /// Of the files, the top level of each one that has one.
  init(_ reading: Reading, roots: [Passage]) {
    self.reading = reading
    self.roots = roots
  }

  /// - Complexity: O(size of the texts), and O(n log n) in the number of elements and of links.
  mutating func assemble() -> Solution {
    let schema = SolutionSchema.schema
    reading.names.solution = roots
    schema.read(roots, into: &solution, &reading, pass: .declarations)
    reading.resolveExtensions()
    reading.declareLinks()
    schema.read(roots, into: &solution, &reading, pass: .facts)
    let elements = elements()
    let links = links()
    let members = Solution(
      name: solution.name,
      teams: members(of: \.teams, TeamSchema.schema) { Team(id: TeamID($0)) },
      domains: domains(),
      zones: members(of: \.zones, ZoneSchema.schema) { [parents = reading.names.zoneParents] in
        Zone(id: ZoneID($0), parent: parents[$0].map { ZoneID($0) })
      },
      elements: elements,
      data: members(of: \.data, DataSchema.schema) { DataObject(id: DataID($0)) },
      links: links,
      flows: members(of: \.flows, FlowSchema.schema) { Flow(id: FlowID($0)) },
      views: members(of: \.views, ViewSchema.schema) { ViewDefinition(id: ViewID($0)) })
    return withOwnFacts(members)
  }

  /// The members with what the top level says of the solution itself.
  private mutating func withOwnFacts(_ members: Solution) -> Solution {
    var whole = members
    whole.summary = solution.summary
    whole.description = solution.description
    whole.owner = solution.owner
    whole.criticality = solution.criticality
    whole.publication = solution.publication
    whole.todo = solution.todo
    whole.tags = solution.tags
    whole.review = review()
    checkThatThereAreElements(in: members)
    return whole
  }

  private mutating func elements() -> [Element] {
    let declarations = reading.names.elements.declarations
    var elements: [Element] = []
    elements.reserveCapacity(declarations.count)
    let order = declarations.indices.sorted { declarations[$0].id < declarations[$1].id }
    for place in order {
      let declaration = declarations[place]
      elements.append(
        Element(
          id: declaration.id, kind: declaration.kind,
          parent: declaration.parent.map { declarations[$0].id }))
      let last = elements.count - 1
      ElementSchema.schema(for: declaration.kind)
        .read(declaration.passages, into: &elements[last], &reading)
      reading.check(elements[last], declaration.passages)
    }
    return elements
  }

  private mutating func links() -> [Link] {
    let declarations = reading.names.links.declarations
    let ids = reading.names.links.ids
    let elements = reading.names.elements.declarations
    var links: [Link] = []
    links.reserveCapacity(declarations.count)
    for place in reading.names.links.order {
      let declaration = declarations[place]
      links.append(
        Link(
          from: elements[declaration.source].id, to: elements[declaration.destination].id,
          id: ids[place], hasDeclaredID: declaration.declaredID != nil))
      guard declaration.passage.value.kind == .mapping else { continue }
      LinkSchema.schema.read(
        CollectionOfOne(declaration.passage), into: &links[links.count - 1], &reading)
    }
    checkLooseLinks()
    return links
  }

  /// Reads what is said of links whose ends could not be found, for its mistakes alone.
  private mutating func checkLooseLinks() {
    for passage in reading.names.links.loose where passage.value.kind == .mapping {
      var link = Link(from: ElementID(""), to: ElementID(""))
      LinkSchema.schema.read(CollectionOfOne(passage), into: &link, &reading)
    }
  }

  private mutating func members<Member>(
    of table: KeyPath<Names, DeclaredNames>, _ schema: RecordSchema<Member>,
    make: (String) -> Member
  ) -> [Member] {
    let names = reading.names[keyPath: table]
    return names.ids.indices.map { place in
      var member = make(names.ids[place])
      schema.read(names.passages[place], into: &member, &reading)
      return member
    }
  }

  private mutating func domains() -> [BusinessDomain] {
    members(of: \.domains, DomainSchema.schema) { BusinessDomain(id: DomainID($0)) }
      + reading.names.impliedDomains.sorted().map { BusinessDomain(id: DomainID($0)) }
  }

  /// The settings of the profile, with those of the model over them.
  private mutating func review() -> ReviewSettings {
    var draft = ReviewDraft()
    ReviewSchema.schema.read(reading.names.review, into: &draft, &reading)
    var review = ReviewSettings()
    review.reviewed = solution.review.reviewed
    review.profile = draft.profile
    review.style = draft.style
    review.levels = reading.profile.review.levels.generalFirst + draft.levels.generalFirst
    review.settings = reading.profile.review.settings.merging(draft.settings) { own, model in
      own.merging(model) { $1 }
    }
    let waivers = draft.waivers.sorted { $0.waiver.sortKey < $1.waiver.sortKey }
    review.waivers = waivers.map(\.waiver)
    reading.names.waivers = waivers.map(\.passage)
    return review
  }

  private mutating func checkThatThereAreElements(in solution: Solution) {
    guard solution.elements.isEmpty, !reading.isIncomplete, !reading.names.hasLost,
      let root = roots.first
    else { return }
    reading.file = root.file
    reading.report(
      "no-elements", "a model has at least one element",
      at: root.value.entries.first?.key.range ?? root.value.range,
      help: ["write apps: { shop: Web shop }"])
  }
}

extension [ReviewSettings.LevelChange] {
  /// Families before single rules, so that what is said of a rule counts over its family.
  fileprivate var generalFirst: Self {
    sorted { left, right in
      let families = (left.rule.hasSuffix("/*"), right.rule.hasSuffix("/*"))
      return families.0 == families.1 ? left.rule < right.rule : families.0
    }
  }
}

extension Waiver {
  /// An order that does not depend on the text.
  fileprivate var sortKey: String {
    let about =
      switch subject {
      case .path(let path): path.description
      case .selection(let selector): String(describing: selector)
      }
    return [rule, about, until.description, reason, approvedBy].joined(separator: "\u{0}")
  }
}
