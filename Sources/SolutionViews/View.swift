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
    /// An element; or a domain, a zone or a team that stands for elements of its own where these are too
    /// many to show; or the solution, which stands for all others.
    public let subject: ElementPath.Subject
    /// The place in `groups` of the innermost one around it.
    public let group: Int?
    /// Whether the view is about it.
    public let isFocus: Bool
    /// How many elements inside it are not shown, or how many it stands for in all.
    public let hiddenParts: Int
    /// The elements that a domain, a zone, a team or the box of all others stands for, by id; empty
    /// for an element.
    public let standsFor: [ElementID]
    /// Why the view shows it: `uses commerce`.
    public let reason: String

    public init(
      subject: ElementPath.Subject, group: Int?, isFocus: Bool = false, hiddenParts: Int = 0,
      standsFor: [ElementID] = [], reason: String = ""
    ) {
      self.subject = subject
      self.group = group
      self.isFocus = isFocus
      self.hiddenParts = hiddenParts
      self.standsFor = standsFor
      self.reason = reason
    }
  }

  /// One or more links from one member to another, drawn as one arrow.
  public struct Connection: Hashable, Sendable {
    /// A step of a flow as its arrow shows it.
    public struct Step: Hashable, Sendable {
      /// `4`, or `3a` and `3b` for steps at the same time.
      public let number: String
      /// Whether the flow may leave it out.
      public let isOptional: Bool
      /// How often one run of the flow takes it.
      public let times: Int

      public init(number: String, isOptional: Bool = false, times: Int = 1) {
        self.number = number
        self.isOptional = isOptional
        self.times = times
      }
    }

    /// Places in `members`; the same one only for a link from an element to itself.
    public let source: Int
    public let destination: Int
    /// The links that it stands for, sorted; at least one, but for work in a sequence.
    public let links: [LinkID]
    /// Whether an end of a link lies inside the member that it is drawn to.
    public let isLifted: Bool
    /// The steps that take it, in a flow; else empty.
    public let steps: [Step]

    public init(
      source: Int, destination: Int, links: [LinkID], isLifted: Bool = false, steps: [Step] = []
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
  /// By kind of subject and id; in a sequence in the order in which they take part.
  public let members: [Member]
  /// By source, then destination; in a sequence by step.
  ///
  /// A link is in one of them, or, when it passes other members, in one for each hop.
  public let connections: [Connection]
  /// The links inside members.
  ///
  /// The view asks for them, and no arrow shows them, because both ends lie inside the same member;
  /// sorted. Together with those of `connections` they are all that it asks for.
  public let innerLinks: [LinkID]
  /// Nil for all kinds but `sequence`.
  public let sequence: Sequence?

  public init(
    id: String, kind: ViewKind, title: String, caption: String, focus: ElementPath.Subject? = nil,
    direction: ViewDefinition.Direction? = nil, colorBy: String? = nil, groups: [Group],
    members: [Member], connections: [Connection], innerLinks: [LinkID] = [],
    sequence: Sequence? = nil
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
    self.innerLinks = innerLinks
    self.sequence = sequence
  }
}

/// The kinds of view.
public enum ViewKind: String, Hashable, Sendable, CaseIterable {
  case landscape, context, inside, flow
  /// The steps of a flow one below the other.
  case sequence
  /// One that the model defines.
  case custom
}
