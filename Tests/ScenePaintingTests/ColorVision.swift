import ScenePainting

/// How eyes see colours: the matrices at full severity of Machado, Oliveira and Fernandes, 2009.
enum ColorVision: String, CaseIterable, Sendable {
  case common, protanopia, deuteranopia, tritanopia

  /// A colour in the space of Oklab, where distances are as eyes see them.
  struct Seen {
    let lightness: Double
    let greenRed: Double
    let blueYellow: Double

    func distance(to other: Seen) -> Double {
      let (l, a, b) = (
        lightness - other.lightness, greenRed - other.greenRed, blueYellow - other.blueYellow
      )
      return (l * l + a * a + b * b).squareRoot()
    }
  }

  func sees(_ color: Color) -> Seen {
    let linear = [color.red, color.green, color.blue].map(Color.linear)
    let light = matrix.map { row in
      min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    return Self.oklab(light)
  }

  private var matrix: [[Double]] {
    switch self {
    case .common: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  private static func oklab(_ light: [Double]) -> Seen {
    func root(_ x: Double) -> Double {
      guard x > 0 else { return 0 }
      var root = 1.0
      for _ in 0..<60 { root -= (root * root * root - x) / (3 * root * root) }
      return root
    }
    let (r, g, b) = (light[0], light[1], light[2])
    let l = root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return Seen(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      greenRed: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      blueYellow: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }
}
