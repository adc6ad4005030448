public import SolutionModel

/// A chosen part of a solution, for one question.
///
/// It says what is shown and how that is grouped; it knows no size, place or colour.
public struct View: Hashable, Sendable {
  /// Something that holds others: a system, a zone, a domain.
  public struct Group: Hashable, Sendable {
    public let subject: ElementPath.Subject
    public let title: String
    /// The place in `groups` of the one around it; always smaller than its own.
    public let parent: Int?

    public init(subject: ElementPath.Subject, title: String, parent: Int?) {
      self.subject = subject
      self.title = title
      self.parent = parent
    }
  }

  /// Something that is shown as a box.
  public struct Member: Hashable, Sendable {
    public let element: ElementID
    /// The place in `groups` of the innermost one around it.
    public let group: Int?
    /// Whether the view is about it.
    public let isFocus: Bool
    /// How many elements inside it are not shown; 0 when it has none or all are shown.
    public let hiddenParts: Int

    public init(element: ElementID, group: Int?, isFocus: Bool = false, hiddenParts: Int = 0) {
      self.element = element
      self.group = group
      self.isFocus = isFocus
      self.hiddenParts = hiddenParts
    }
  }

  /// One or more links between the same two members, drawn as one arrow.
  public struct Connection: Hashable, Sendable {
    /// Places in `members`.
    public let source: Int
    public let destination: Int
    /// The links that it stands for, sorted; at least one.
    public let links: [LinkID]
    /// Whether an end of a link lies inside the member that it is drawn to.
    public let isLifted: Bool
    /// The numbers of the steps that take it, in a flow; else empty.
    public let steps: [String]

    public init(
      source: Int, destination: Int, links: [LinkID], isLifted: Bool = false, steps: [String] = []
    ) {
      self.source = source
      self.destination = destination
      self.links = links
      self.isLifted = isLifted
      self.steps = steps
    }
  }

  /// Unique in the solution and safe as a file name: `landscape`, `context-commerce`.
  public let id: String
  public let kind: ViewKind
  public let title: String
  /// One line that says what the picture answers.
  public let caption: String
  public let focus: ElementPath.Subject?
  public let direction: ViewDefinition.Direction?
  public let colorBy: String?
  /// Outer ones before inner ones, else by id.
  public let groups: [Group]
  /// By id.
  public let members: [Member]
  /// By source, destination and link ids.
  public let connections: [Connection]

  public init(
    id: String, kind: ViewKind, title: String, caption: String, focus: ElementPath.Subject? = nil,
    direction: ViewDefinition.Direction? = nil, colorBy: String? = nil, groups: [Group],
    members: [Member], connections: [Connection]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.caption = caption
    self.focus = focus
    self.direction = direction
    self.colorBy = colorBy
    self.groups = groups
    self.members = members
    self.connections = connections
  }
}

/// The kinds of view.
public enum ViewKind: String, Hashable, Sendable, CaseIterable {
  case landscape, context, inside, flow
  /// One that the model defines.
  case custom
}
