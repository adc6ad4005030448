public import SolutionModel
public import SolutionViews

/// A picture with every text measured and every mark chosen, but nothing placed yet.
public struct Scene: Hashable, Sendable {
  /// Unique in the solution and safe as a file name.
  public let id: String
  public let title: String
  public let caption: String
  public let kind: ViewKind
  /// Nil leaves the choice to the layout.
  public let direction: ViewDefinition.Direction?
  /// Outer ones before inner ones.
  public let frames: [Frame]
  public let boxes: [Box]
  public let arrows: [Arrow]
  public let legend: Legend
  /// Of steps one below the other; nil for every other picture.
  public let sequence: SequenceMarks?

  public init(
    id: String, title: String, caption: String, kind: ViewKind,
    direction: ViewDefinition.Direction?, frames: [Frame], boxes: [Box], arrows: [Arrow],
    legend: Legend, sequence: SequenceMarks? = nil
  ) {
    self.id = id
    self.title = title
    self.caption = caption
    self.kind = kind
    self.direction = direction
    self.frames = frames
    self.boxes = boxes
    self.arrows = arrows
    self.legend = legend
    self.sequence = sequence
  }
}

/// A run of text on one line.
public struct TextLine: Hashable, Sendable {
  public let text: String
  public let style: TextStyle
  /// In pixels, by the metrics of the font that the picture names.
  public let width: Double
  /// Whether the next line goes on without a space between: in a word, or between East Asian signs.
  public let goesOn: Bool

  public init(text: String, style: TextStyle, width: Double, goesOn: Bool = false) {
    self.text = text
    self.style = style
    self.width = width
    self.goesOn = goesOn
  }
}

/// The type scale: every text of a picture has one of these styles.
public enum TextStyle: String, Hashable, Sendable, CaseIterable {
  case pictureTitle, pictureCaption, frameTitle, frameNote, boxTitle, boxNote, boxText, arrowLabel,
    arrowOption, badge, legend

  /// In pixels.
  public var size: Double {
    switch self {
    case .pictureTitle: 20
    case .pictureCaption: 13
    case .frameTitle: 13
    case .frameNote: 11
    case .boxTitle: 14
    case .boxNote: 11
    case .boxText: 12
    case .arrowLabel: 12
    case .arrowOption: 11
    case .badge: 11
    case .legend: 12
    }
  }

  public var isBold: Bool {
    switch self {
    case .pictureTitle, .frameTitle, .boxTitle, .badge: true
    case .pictureCaption, .frameNote, .boxNote, .boxText, .arrowLabel, .arrowOption, .legend: false
    }
  }

  /// From one baseline to the next, in pixels.
  public var lineHeight: Double { (size * 1.35).rounded() }
}
