public import DiagramScene

/// Scenes laid out the plain way, with which the cost of our layout is compared.
///
/// Graphviz reads DOT text, measures the words with its own fonts and draws once.
public struct PlainLayout: Sendable {
  private let texts: [String]

  public init(_ scenes: [Scene]) { texts = scenes.map(DOTWriter.text) }

  /// Sets Graphviz up and lays every scene out in this process, one after another.
  ///
  /// - Returns: how many it could lay out.
  public func run() throws(LayoutError) -> Int {
    guard let engine = GraphvizEngine(plain: true) else { throw .graphvizCannotDraw }
    return texts.count { engine.layOut(dot: $0) }
  }
}
