import SourceText

/// All nodes of a text in one array, all scalar text in one buffer. (Stub: returns nothing yet.)
final class YAMLTree: Sendable {
  func kind(_ index: Int32) -> YAMLNode.Kind { .scalar }
  func range(_ index: Int32) -> SourceRange { .fileStart }
  func text(_ index: Int32) -> String { "" }
  func style(_ index: Int32) -> YAMLNode.ScalarStyle { .plain }
  func entries(_ index: Int32, _ node: YAMLNode) -> [YAMLNode.Entry] { [] }
  func items(_ index: Int32, _ node: YAMLNode) -> [YAMLNode] { [] }
}
