import SolutionModel

extension View {
  /// Composes a draft under the name of an entry, with a caption made of what it shows in numbers.
  init(
    _ entry: ViewEntry, _ draft: ViewDraft, from source: ViewSource,
    definition: ViewDefinition? = nil, caption: (_ counts: String) -> String
  ) {
    let composition = ViewComposition(draft, from: source)
    self.init(
      id: entry.id, kind: entry.kind, title: entry.title,
      caption: caption(ViewCounts(composition, source.solution).text),
      focus: definition.map { $0.focus?.subject } ?? entry.subject,
      direction: definition?.direction, colorBy: definition?.colorBy, groups: composition.groups,
      members: composition.members, connections: composition.connections,
      innerLinks: composition.innerLinks)
  }
}

extension ViewDefinition.Focus {
  fileprivate var subject: ElementPath.Subject {
    switch self {
    case .element(let id): .element(id)
    case .flow(let id): .flow(id)
    }
  }
}
