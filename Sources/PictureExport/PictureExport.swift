/// SVG as PNG and PDF, by librsvg and cairo, which are loaded when first asked for.
///
/// The same document gives the same bytes on the same machine; other versions of the libraries and
/// other fonts may give others. Nothing that a document refers to is loaded. Colours must be plain
/// ones, as of `ThemeMode.resolved`; variables of style sheets are not known.
public enum PictureExport {
  /// A picture in another format, and what was changed to make it fit.
  public struct Output: Hashable, Sendable {
    public let bytes: [UInt8]
    /// Nil where the picture has the size that was asked for.
    public let note: String?
  }

  /// The widest and highest that cairo draws and common viewers open, in pixels.
  public static let longestSide = 32_767
  /// The most that is drawn at once, in pixels of 4 bytes: 256 MB.
  public static let mostPixels = 64_000_000
  /// The most pixels for each pixel of the picture: FreeType fails on much larger letters, now and
  /// then and not every time.
  public static let mostScale = 16.0
  /// The longest side of a page that common PDF viewers open, in points of 1/72 inch.
  public static let longestPageSide = 14_400.0

  /// What is missing on this machine, as an error to show; nil when pictures can be exported.
  public static var obstacle: PictureExportError? {
    VectorDocument.missingLibrary.map(PictureExportError.missingLibrary)
  }

  /// A bitmap with `scale` pixels for each pixel of the picture, or fewer where it would be too big.
  public static func png(svg: String, scale: Double = 1) throws(PictureExportError) -> Output {
    guard scale > 0, scale.isFinite else { throw .wrongScale(scale) }
    let document = try VectorDocument(svg)
    let fit = ScaleFit(
      width: document.width, height: document.height, scale: scale, mostScale: mostScale,
      longestSide: Double(longestSide), mostArea: Double(mostPixels))
    let bytes = try document.png(
      width: max(1, Int(fit.width.rounded())), height: max(1, Int(fit.height.rounded())))
    return Output(bytes: bytes, note: fit.note(unit: "pixels"))
  }

  /// A document of one page as big as the picture.
  public static func pdf(svg: String, title: String? = nil) throws(PictureExportError) -> Output {
    try pdf(pages: [svg], title: title)
  }

  /// A document with a page for each picture, as big as that.
  public static func pdf(
    pages: [String], title: String? = nil
  ) throws(PictureExportError) -> Output {
    let book = try PageBook(title: title)
    var note: String?
    for svg in pages {
      let document = try VectorDocument(svg)
      let fit = ScaleFit(
        width: document.width, height: document.height, scale: pointsInPixel,
        mostScale: pointsInPixel, longestSide: longestPageSide, mostArea: .infinity)
      try book.add(document, width: fit.width, height: fit.height)
      note = note ?? fit.note(unit: "points")
    }
    return Output(bytes: try book.close(), note: note)
  }

  /// 1/96 inch in points of 1/72 inch.
  private static let pointsInPixel = 0.75
}
