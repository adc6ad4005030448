import DiagramScene
import SolutionModel

extension SampleScene {
  /// Every icon in every tone's turn.
  static var icons: Self {
    var scene = Self(title: "Icons", caption: "Every icon, with its name")
    for (place, icon) in Icon.allCases.enumerated() {
      let tone = Tone.allCases[place % Tone.allCases.count]
      scene.add(
        "icon-\(icon.rawValue)", icon.rawValue, icon, tone, note: tone.rawValue,
        at: Double(place % 6) * 200, Double(place / 6) * 76, width: 180)
    }
    return scene
  }

  /// Every lifecycle, external or not, in the focus or not, in nested frames.
  static var looks: Self {
    var scene = Self(
      title: "Looks", caption: "Lifecycle, focus, redundancy and what belongs to others")
    scene.addFrame("a", "Outer", note: "system", Rect(origin: Point(0, 0), size: Size(980, 800)))
    scene.addFrame(
      "b", "Inner", note: "zone", Rect(origin: Point(20, 300), size: Size(940, 480)), parent: 0)
    scene.addFrame(
      "c", "Innermost of a partner", note: nil, Rect(origin: Point(490, 340), size: Size(450, 420)),
      parent: 1, external: true)
    for (row, lifecycle) in Lifecycle.allCases.enumerated() {
      for column in 0..<4 {
        let place = row * 4 + column
        scene.add(
          "look-\(place)", "\(lifecycle.rawValue) \(column + 1)", .service, .application,
          note: "service · Swift 6", summary: "Plans picking routes through the aisles",
          chips: [lifecycle.rawValue] + (column == 2 ? ["external"] : []),
          at: 24 + Double(column) * 236,
          44 + Double(row) * 150, frame: row < 2 ? 0 : 1, lifecycle: lifecycle,
          external: column == 2,
          focus: column == 1, redundant: column == 3)
      }
    }
    for word in ["external", "planned", "sunset", "frozen", "retired", "redundant", "focus"] {
      scene.explain(.border(word), word)
    }
    return scene
  }

  /// A `color-by` scale with its overflow, and a flow with step numbers and link statuses.
  static var scale: Self {
    var scene = Self(title: "Owners", caption: "Coloured by owner")
    for place in 0...9 {
      scene.add(
        "scale-\(place)", "Team \(place + 1)", .service, .application, note: "service",
        summary: "Owned by team \(place + 1)", at: Double(place % 3) * 340, Double(place / 3) * 200,
        group: place)
    }
    for place in 0...8 {
      scene.explain(.colorGroup(place), place < 8 ? "team \(place + 1)" : "others")
    }
    let statuses: [LinkStatus?] = [nil, .idea, .proposed, .agreed, .live, .deprecated, .retired]
    for place in 0..<9 where place % 3 < 2 || place < 6 {
      let origin = scene.areas[place].origin
      let isRow = place % 3 < 2
      scene.connect(
        place, isRow ? place + 1 : place + 3, "step \(place)", "rest",
        Arrow.Stroke.allCases[place % 5],
        through: isRow
          ? [Point(origin.x + 220, origin.y + 40), Point(origin.x + 340, origin.y + 40)]
          : [Point(origin.x + 110, origin.y + 84), Point(origin.x + 110, origin.y + 200)],
        label: isRow
          ? Point(origin.x + 278, origin.y + 66) : Point(origin.x + 150, origin.y + 140),
        status: statuses[place % 7], steps: place == 2 ? ["3", "12.1"] : ["\(place + 1)"])
    }
    return scene
  }
}
