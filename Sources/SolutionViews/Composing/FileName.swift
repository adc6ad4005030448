/// Names for files that every system takes.
enum FileName {
  /// Letters, digits, `-`, `_` and inner dots stay; everything else becomes `-`.
  static func safe(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars.prefix(longest) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".": result.unicodeScalars.append(scalar)
      default: result += "-"
      }
    }
    if result.isEmpty || result.hasPrefix(".") || result.hasSuffix(".") {
      result = "view-" + result + "-"
    }
    return isReserved(result) ? result + "-" : result
  }

  /// Leaves room for a number, a suffix and a folder in what file systems allow.
  private static let longest = 120

  /// Device names that Windows takes for itself, with or without a suffix.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
      && stem.last?.isNumber == true
  }
}
