public import DiagramScene
import MarkupText

/// A file of draw.io (diagrams.net), with everything where our own picture has it.
public enum DrawIOLanguage: DiagramLanguage {
  public static let name = "drawio"
  public static let fileEnding = "drawio"
  public static let summary = "a draw.io file with the same places, to go on by hand"

  public static func text(of drawing: PlacedScene) -> String {
    let scene = drawing.scene
    var cells: [XML] = [
      "<mxCell id=\"0\"/>", "<mxCell id=\"1\" parent=\"0\"/>",
      heading(scene, width: drawing.size.width),
    ]
    for place in scene.frames.indices { cells.append(frame(place, drawing)) }
    for place in scene.boxes.indices { cells.append(box(place, drawing)) }
    for place in scene.arrows.indices { cells.append(arrow(place, drawing)) }
    let document: XML = """
      <mxfile host="lintel"><diagram id="\(scene.id)" name="\(scene.title)"><mxGraphModel>
      <root>
      \(cells.joined(separator: "\n"))
      </root>
      </mxGraphModel></diagram></mxfile>\n
      """
    return document.text
  }

  private static let headingHeight = 60.0

  private static func heading(_ scene: Scene, width: Double) -> XML {
    cell(
      "title", value: label([scene.title, scene.caption], isBold: true),
      style: "text;html=1;align=left;verticalAlign=top;fontSize=16;",
      at: Rect(origin: Point(0, -headingHeight), size: Size(width, headingHeight)), parent: "1")
  }

  private static func frame(_ place: Int, _ drawing: PlacedScene) -> XML {
    let frame = drawing.scene.frames[place]
    let dash = frame.isExternal ? "dashed=1;" : ""
    return cell(
      "f\(place)", value: label([CardWords.title(frame)], isBold: true),
      style: "rounded=1;arcSize=2;html=1;container=1;collapsible=0;verticalAlign=top;align=left;"
        + "spacingLeft=8;fillColor=#F1F5F9;strokeColor=#94A3B8;\(dash)",
      at: drawing.frames[place], in: frame.parent, drawing)
  }

  private static func box(_ place: Int, _ drawing: PlacedScene) -> XML {
    let box = drawing.scene.boxes[place]
    let shape =
      switch box.look.tone {
      case .store: "shape=cylinder3;size=8;boundedLbl=1;"
      case .person, .channel: "rounded=1;arcSize=40;"
      case .system, .application, .module, .external: "rounded=1;arcSize=8;"
      }
    let dash = box.look.isExternal ? "dashed=1;" : ""
    return cell(
      "b\(place)",
      value: label(
        [CardWords.name(box), CardWords.note(box), CardWords.summary(box)], isBold: true),
      style: "\(shape)whiteSpace=wrap;html=1;fillColor=#FFFFFF;strokeColor=#475569;\(dash)",
      at: drawing.boxes[place], in: box.frame, drawing)
  }

  private static func arrow(_ place: Int, _ drawing: PlacedScene) -> XML {
    let arrow = drawing.scene.arrows[place]
    let stroke =
      switch arrow.stroke {
      case .synchronous: ""
      case .asynchronous: "dashed=1;"
      case .userInterface: "dashed=1;dashPattern=1 2;"
      case .batch: "strokeWidth=3;"
      case .unknown: "strokeWidth=0.5;"
      }
    let style = "curved=1;html=1;endArrow=block;fontSize=11;labelBackgroundColor=#FFFFFF;" + stroke
    let value = label([CardWords.label(arrow), CardWords.option(arrow)], isBold: false)
    let bends = drawing.arrows[place].segments.dropLast().map { segment -> XML in
      "<mxPoint x=\"\(segment.end.x)\" y=\"\(segment.end.y)\"/>"
    }
    return """
      <mxCell id="\("a\(place)")" value="\(value.text)" style="\(style)" edge="1" parent="1" \
      source="\("b\(arrow.source)")" target="\("b\(arrow.destination)")"><mxGeometry \
      relative="1" as="geometry"><Array as="points">\(bends)</Array></mxGeometry></mxCell>
      """
  }

  private static func cell(
    _ id: String, value: HTML, style: String, at rect: Rect, in frame: Int?, _ drawing: PlacedScene
  ) -> XML {
    // draw.io counts from the corner of what is around a cell.
    let origin = frame.map { drawing.frames[$0].origin } ?? Point(0, 0)
    let inside = Rect(
      origin: Point(rect.minX - origin.x, rect.minY - origin.y), size: rect.size)
    return cell(id, value: value, style: style, at: inside, parent: frame.map { "f\($0)" } ?? "1")
  }

  private static func cell(_ id: String, value: HTML, style: String, at rect: Rect, parent: String)
    -> XML
  {
    """
    <mxCell id="\(id)" value="\(value.text)" style="\(style)" vertex="1" parent="\(parent)">\
    <mxGeometry x="\(rect.minX)" y="\(rect.minY)" width="\(rect.size.width)" \
    height="\(rect.size.height)" as="geometry"/></mxCell>
    """
  }

  /// What draw.io shows as HTML: escaped once as such, and once more as an attribute.
  private static func label(_ lines: [String], isBold: Bool) -> HTML {
    let lines = lines.filter { !$0.isEmpty }.map { HTML(escaping: $0) }
    guard let first = lines.first else { return "" }
    let head: HTML = isBold ? "<b>\(first)</b>" : "\(first)"
    return ([head] + lines.dropFirst()).joined(separator: "<br>")
  }
}
