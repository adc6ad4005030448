import CPictureShim

/// An SVG document that librsvg has read; closed when it goes out of use.
struct VectorDocument: ~Copyable {
  let handle: OpaquePointer
  /// In pixels; both are above 0.
  let width: Double
  let height: Double

  init(_ svg: String) throws(PictureExportError) {
    let utf8 = Array(svg.utf8)
    var outcome = cpicture_outcome()
    guard let handle = cpicture_read(utf8, utf8.count, &outcome) else {
      throw PictureExportError(outcome)
    }
    var (width, height) = (0.0, 0.0)
    cpicture_size(handle, &width, &height)
    guard width > 0, height > 0, width.isFinite, height.isFinite else {
      cpicture_close(handle)
      throw .withoutSize
    }
    self.handle = handle
    self.width = width
    self.height = height
  }

  deinit { cpicture_close(handle) }

  /// The file name of the first library that cannot be loaded.
  static var missingLibrary: String? { cpicture_missing_library().map { String(cString: $0) } }

  borrowing func png(width: Int, height: Int) throws(PictureExportError) -> [UInt8] {
    var bytes = cpicture_bytes()
    defer { cpicture_free_bytes(&bytes) }
    let outcome = cpicture_write_png(handle, Int32(width), Int32(height), &bytes)
    guard outcome.status == CPICTURE_OK else { throw PictureExportError(outcome) }
    return bytes.copy()
  }
}

extension cpicture_bytes {
  /// The bytes in an array of our own.
  func copy() -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: length))
  }
}

extension PictureExportError {
  init(_ outcome: cpicture_outcome) {
    let message = withUnsafeBytes(of: outcome.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    self =
      switch outcome.status {
      case CPICTURE_NOT_LOADED: .missingLibrary(message)
      case CPICTURE_NOT_READ: .unreadable(message)
      case CPICTURE_NOT_WRITTEN: .notWritten(message)
      default: .notDrawn(message)
      }
  }
}
