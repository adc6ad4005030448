import DiagramScene
import MarkupText
import PictureExport
import ScenePainting
import SolutionViews
import Testing

/// Tests that need the libraries are skipped where these cannot be loaded.
private let canDraw = PictureExport.obstacle == nil

@Suite struct PictureExportTests {
  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">\
    <rect width="120" height="40" fill="#fff"/>\
    <text x="10" y="24" font-family="Liberation Sans" font-size="14">Lintel</text></svg>
    """

  @Test("a PNG has the picture's size times the scale", .enabled(if: canDraw, "librsvg is missing"))
  func drawsBitmap() throws {
    let single = try PictureExport.png(svg: Self.picture)
    #expect(single.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(single.bytes.imageSize == [120, 40])
    #expect(single.note == nil)
    let double = try PictureExport.png(svg: Self.picture, scale: 2)
    #expect(double.bytes.imageSize == [240, 80])
  }

  @Test("the same picture gives the same bytes", .enabled(if: canDraw, "librsvg is missing"))
  func isDeterministic() throws {
    #expect(try PictureExport.png(svg: Self.picture) == PictureExport.png(svg: Self.picture))
    #expect(try PictureExport.pdf(svg: Self.picture) == PictureExport.pdf(svg: Self.picture))
  }

  @Test("a PDF has a page for each picture", .enabled(if: canDraw, "librsvg is missing"))
  func drawsPages() throws {
    let second = Self.picture.swapped("Lintel", "Second")
    let single = try PictureExport.pdf(svg: Self.picture)
    let book = try PictureExport.pdf(pages: [Self.picture, second], title: "Two pictures")
    #expect(book.bytes.starts(with: Array("%PDF-".utf8)))
    #expect(
      book.bytes.occurrences(of: "/Filter /FlateDecode")
        > single.bytes.occurrences(of: "/Filter /FlateDecode"))
    #expect(book.note == nil)
    #expect(throws: PictureExportError.self) { try PictureExport.pdf(pages: [second, "none"]) }
  }

  @Test(
    "a picture that is too big is drawn smaller, with a note",
    .enabled(if: canDraw, "librsvg is missing"))
  func scalesDown() throws {
    let wide = """
      <svg xmlns="http://www.w3.org/2000/svg" width="40000" height="4" viewBox="0 0 40000 4"/>
      """
    let bitmap = try PictureExport.png(svg: wide)
    #expect(bitmap.bytes.imageSize == [32_767, 3])
    #expect(bitmap.note?.contains("81%") == true)
    let page = try PictureExport.pdf(svg: wide)
    #expect(page.note?.contains("14400") == true)
    let huge = try PictureExport.png(svg: Self.picture, scale: 1e9)
    #expect(huge.bytes.imageSize == [1920, 640])
    #expect(huge.note != nil)
  }

  @Test(
    "what is no picture is refused with a reason", .enabled(if: canDraw, "librsvg is missing"),
    arguments: [
      "", "no picture", "<svg", "<html/>", "\u{0}",
      "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
    ])
  func refusesOthers(_ text: String) {
    #expect(throws: PictureExportError.self) { try PictureExport.png(svg: text) }
    #expect(throws: PictureExportError.self) { try PictureExport.pdf(svg: text) }
  }

  @Test("files that a picture refers to are not read", .enabled(if: canDraw, "librsvg is missing"))
  func readsNoFiles() throws {
    let plain = Self.picture
    let greedy = plain.swapped(
      "</svg>", "<image href=\"file:///usr/share/pixmaps/x.png\" width=\"9\" height=\"9\"/></svg>")
    #expect(try PictureExport.png(svg: greedy).bytes == PictureExport.png(svg: plain).bytes)
    let entity =
      "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
      + plain.swapped(">Lintel<", ">Lintel&x;<")
    if let drawn = try? PictureExport.png(svg: entity) {
      #expect(try drawn.bytes == PictureExport.png(svg: plain).bytes)
    }
  }

  @Test(
    "a painted picture is drawn in every theme, and one that adapts as the light one",
    .enabled(if: canDraw, "librsvg is missing"))
  func drawsThemes() throws {
    func bitmap(_ mode: ThemeMode) throws -> [UInt8] {
      let svg = ScenePainter(theme: mode).paint(Self.scene)
      return try PictureExport.png(svg: svg.text).bytes
    }
    let bitmaps = try ThemeCatalog.themes.map { try bitmap(.resolved($0)) }
    #expect(Set(bitmaps).count == ThemeCatalog.themes.count)
    #expect(try bitmap(ThemeCatalog.auto) == bitmaps[0])
  }

  /// A heading and a legend, which show the fonts and colours of a theme.
  private static let scene = PlacedScene(
    scene: Scene(
      id: "small", title: "A small picture", caption: "Nothing but a legend", kind: .landscape,
      direction: nil, frames: [], boxes: [], arrows: [],
      legend: Legend(entries: [
        Legend.Entry(mark: .icon(.web, .application), text: LabelMetrics.line("web app", .legend)),
        Legend.Entry(
          mark: .stroke(.asynchronous), text: LabelMetrics.line("asynchronous", .legend)),
      ])),
    boxes: [], frames: [], frameTitles: [], arrows: [], size: Size(200, 40), notes: [])

  @Test("a scale must be above 0", arguments: [0, -1, .nan, .infinity])
  func refusesScale(_ scale: Double) {
    #expect(throws: PictureExportError.self) {
      try PictureExport.png(svg: Self.picture, scale: scale)
    }
  }

  @Test("no bitmap is bigger than memory and viewers bear")
  func fitsMemory() {
    let square = ScaleFit(
      width: 9_000, height: 9_000, scale: 2, mostScale: 16, longestSide: 32_767,
      mostArea: 64_000_000)
    #expect(square.width == 8_000 && square.height == 8_000)
    #expect(square.note(unit: "pixels")?.contains("44%") == true)
    let small = ScaleFit(
      width: 900, height: 600, scale: 2, mostScale: 16, longestSide: 32_767, mostArea: 64_000_000)
    #expect(small.width == 1_800 && small.note(unit: "pixels") == nil)
  }

  @Test("a missing library is named, with the way to get it")
  func namesLibrary() {
    let words = PictureExportError.missingLibrary("librsvg-2.so.2").description
    #expect(words.contains("librsvg-2.so.2"))
    #expect(words.contains("apt-get install librsvg2-2"))
  }
}

extension [UInt8] {
  /// Width and height from the header of a PNG.
  fileprivate var imageSize: [Int] {
    [16, 20].map { start in self[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }
}

extension [UInt8] {
  fileprivate func occurrences(of text: String) -> Int {
    String(decoding: self, as: UTF8.self).split(separator: text, omittingEmptySubsequences: false)
      .count - 1
  }
}

extension String {
  fileprivate func swapped(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
