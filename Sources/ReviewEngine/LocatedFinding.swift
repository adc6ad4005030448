public import SolutionModel
public import SourceText

/// A finding with its place in the text, after policy and waivers had their say.
public struct LocatedFinding: Hashable, Sendable {
  /// What became of a finding.
  public enum State: Hashable, Sendable {
    case open
    /// Accepted by the waiver at this place in the list.
    case waived(Int)
  }

  /// Another place that explains the finding.
  public struct Related: Hashable, Sendable {
    public let path: ElementPath
    public let note: String
    public let location: SourceLocation?

    public init(path: ElementPath, note: String, location: SourceLocation?) {
      self.path = path
      self.note = note
      self.location = location
    }
  }

  public let finding: Finding
  public let rule: RuleDescriptor
  public var level: Level { levelBasis.level }
  public let levelBasis: LevelBasis
  /// 32 hexadecimal digits that survive edits, reordering and file moves.
  public var fingerprint: String { identity.digits }
  let identity: Fingerprint
  /// Nil for a model that was not read from a text.
  public let location: SourceLocation?
  public let related: [Related]
  public let state: State
  /// The place of a waiver that covered it and has run out; `related` tells of it.
  public let lapsedWaiver: Int?

  init(
    finding: Finding, rule: RuleDescriptor, levelBasis: LevelBasis, identity: Fingerprint,
    location: SourceLocation?, related: [Related], state: State, lapsedWaiver: Int? = nil
  ) {
    self.finding = finding
    self.rule = rule
    self.levelBasis = levelBasis
    self.identity = identity
    self.location = location
    self.related = related
    self.state = state
    self.lapsedWaiver = lapsedWaiver
  }

  /// What to do: the finding's own words, or those of the rule.
  public var remedy: String { finding.remedy ?? rule.remedy }
  /// What it rests on, with what moved its level.
  public var evidence: Evidence {
    guard let figure = levelBasis.figure else { return finding.evidence }
    var evidence = finding.evidence
    evidence.figures.append(figure)
    return evidence
  }
  public var isOpen: Bool { state == .open }
}
