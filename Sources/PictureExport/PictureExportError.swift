/// Why a picture could not be exported.
public enum PictureExportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A library is not on this machine, or is too old; its file name.
  case missingLibrary(String)
  /// The text is not an SVG document that the library reads.
  case unreadable(String)
  /// The document states no size, or none that can be drawn.
  case withoutSize
  /// A scale that is not above 0.
  case wrongScale(Double)
  case notDrawn(String)
  case notWritten(String)

  public var description: String {
    switch self {
    case .missingLibrary(let name):
      """
      PNG and PDF need '\(name)', which cannot be loaded: install it with \
      'apt-get install librsvg2-2' (macOS: 'brew install librsvg')
      """
    case .unreadable(let reason): "the SVG document cannot be read: \(reason)"
    case .withoutSize: "the SVG document states no width and height"
    case .wrongScale(let scale): "the scale \(scale) is not a number above 0"
    case .notDrawn(let reason): "the picture cannot be drawn: \(reason)"
    case .notWritten(let reason): "the picture cannot be written: \(reason)"
    }
  }
}
