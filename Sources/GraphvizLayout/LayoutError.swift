/// Why no picture can be placed at all.
///
/// What goes wrong with single pictures is no error: they get a simpler layout and a note.
public enum LayoutError: Error, Hashable, Sendable {
  /// Graphviz is there but cannot draw: its plugins are not installed.
  case graphvizCannotDraw
}
