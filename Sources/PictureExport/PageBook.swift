import CPictureShim

/// A PDF that is being written, page by page.
struct PageBook: ~Copyable {
  private let handle: OpaquePointer

  init(title: String?) throws(PictureExportError) {
    var outcome = cpicture_outcome()
    guard let handle = cpicture_open_book(title, &outcome) else {
      throw PictureExportError(outcome)
    }
    self.handle = handle
  }

  deinit {
    var bytes = cpicture_bytes()
    _ = cpicture_close_book(handle, &bytes)
    cpicture_free_bytes(&bytes)
  }

  /// Adds a page of a size in points, filled by the document.
  borrowing func add(
    _ document: borrowing VectorDocument, width: Double, height: Double
  ) throws(PictureExportError) {
    let outcome = cpicture_add_page(handle, document.handle, width, height)
    guard outcome.status == CPICTURE_OK else { throw PictureExportError(outcome) }
  }

  consuming func close() throws(PictureExportError) -> [UInt8] {
    var bytes = cpicture_bytes()
    defer { cpicture_free_bytes(&bytes) }
    let outcome = cpicture_close_book(handle, &bytes)
    discard self
    guard outcome.status == CPICTURE_OK else { throw PictureExportError(outcome) }
    return bytes.copy()
  }
}
