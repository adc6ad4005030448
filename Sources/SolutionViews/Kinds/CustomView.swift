import SolutionModel

/// A view that the model defines.
///
/// Without `include` it shows what the automatic view of its focus shows: the inside of an element
/// that has one, else its context; a flow's map; or the landscape. With `include` it shows the
/// chosen elements, the focus, and every link in use between them. Links that are chosen themselves
/// come with their ends, whatever their status; those of a predicate only when it is about links,
/// that is when it chooses no element.
struct CustomView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] {
    source.solution.views.map { definition in
      ViewEntry(
        id: definition.id.text, kind: Self.kind(of: definition, in: source),
        title: definition.title, subject: .view(definition.id))
    }
  }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? {
    guard let definition = source.solution.views.first(where: { .view($0.id) == entry.subject })
    else { return nil }
    let index = SelectionIndex(source)
    var draft =
      definition.include.isEmpty
      ? Self.automaticDraft(of: definition, from: source)
      : Self.chosenDraft(of: definition, by: index, from: source)
    draft.leaveOut(definition.exclude, by: index, from: source)
    return View(entry, draft, from: source, definition: definition) { counts in
      definition.summary.map { "\($0): \(counts)" } ?? "Chosen for this view: \(counts)"
    }
  }

  private static func kind(of definition: ViewDefinition, in source: ViewSource) -> ViewKind {
    switch definition.focus {
    case .element(let id):
      source.solution.index(of: id).map { source.tree.children(of: $0).isEmpty } ?? true
        ? .context : .inside
    case .flow: .flow
    case nil: .custom
    }
  }

  private static func automaticDraft(
    of definition: ViewDefinition, from source: ViewSource
  ) -> ViewDraft {
    switch definition.focus {
    case .element(let id):
      guard let focus = source.solution.index(of: id) else { return ViewDraft() }
      return source.tree.children(of: focus).isEmpty
        ? ContextView.draft(of: focus, from: source) : InsideView.draft(of: focus, from: source)
    case .flow(let id):
      return source.solution.flow(id).map { FlowView.draft(of: $0, from: source) } ?? ViewDraft()
    case nil: return LandscapeView.draft(from: source)
    }
  }

  private static func chosenDraft(
    of definition: ViewDefinition, by index: SelectionIndex, from source: ViewSource
  ) -> ViewDraft {
    var draft = ViewDraft()
    switch definition.focus {
    case .element(let id):
      if let focus = source.solution.index(of: id) {
        draft.focus = [focus]
        draft.show(focus, because: "is what the view is about")
      }
    case .flow(let id):
      draft = source.solution.flow(id).map { FlowView.draft(of: $0, from: source) } ?? draft
    case nil: break
    }
    var links = draft.links
    for selector in definition.include {
      let choice = index.choice(of: selector)
      for element in choice.elements { draft.show(element, because: "is chosen by '\(selector)'") }
      if choice.elements.isEmpty { links.formUnion(choice.links) }
    }
    draft.links = links.union(source.linksInUse(among: draft.shown.keys))
    for link in links.sorted() {
      for stop in source.stops[link] {
        draft.show(stop, because: "is an end of '\(source.solution.links[link].id)'")
      }
    }
    return draft
  }
}

extension ViewDraft {
  /// Takes out what selectors choose: elements with all that lies in them, and links.
  fileprivate mutating func leaveOut(
    _ selectors: [Selector], by index: SelectionIndex, from source: ViewSource
  ) {
    for selector in selectors {
      let choice = index.choice(of: selector)
      for element in choice.elements {
        for part in source.tree.subtree(of: element) {
          shown[part] = nil
          standIns[part] = nil
          hidden.insert(part)
        }
      }
      links.subtract(choice.links)
    }
  }
}

extension ViewSource {
  /// The links in use with both ends at or inside some elements.
  ///
  /// - Complexity: O(k) in what the elements and all inside them are linked by.
  fileprivate func linksInUse(among elements: some Sequence<Int>) -> Set<Int> {
    var all: Set<Int> = []
    for element in elements where !all.contains(element) {
      all.formUnion(tree.subtree(of: element))
    }
    var links: Set<Int> = []
    for element in all {
      for link in self.links(at: element) where isInUse(link) {
        if let first = stops[link].first, let last = stops[link].last, all.contains(first),
          all.contains(last)
        {
          links.insert(link)
        }
      }
    }
    return links
  }
}
