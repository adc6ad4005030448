/// The files and folders that a machine keeps.
public protocol FileStore: Sendable {
  /// The bytes of a file.
  ///
  /// `limit` is a larger file throws `.tooLarge` before it is read.
  func bytes(at path: String, limit: Int) throws(FileError) -> [UInt8]

  /// What lies at a path, with links followed, or nil when there is nothing.
  func kind(at path: String) -> FileKind?

  /// Every file below a folder, at any depth, as paths relative to it with forward slashes, sorted
  /// by their bytes. Folders that start with a dot and links that lead to folders are left out.
  func filesBelow(_ folder: String) throws(FileError) -> [String]

  /// The path with links and `..` resolved, or nil when there is nothing at the path.
  func canonicalPath(_ path: String) -> String?

  /// The folder that relative paths start from.
  var currentFolder: String { get }

  /// Writes a file in one step: a reader sees the old bytes or the new ones, never a part. Folders
  /// on the way are made.
  func write(_ bytes: [UInt8], to path: String) throws(FileError)

  /// Replaces a folder by the given files in one step. When the machine says no, or the process
  /// dies at any moment, the folder is whole: the old one or the new one. Paths are relative to the
  /// folder. Refuses a folder that holds files which were not written by an earlier call.
  func replaceFolder(_ folder: String, with files: [(path: String, bytes: [UInt8])])
    throws(FileError)
}

/// What a path leads to.
public enum FileKind: Hashable, Sendable {
  case file, folder, other
}

/// The machine said no to a question about a file.
public struct FileError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case notFound, notReadable, notWritable, isFolder, notFile, tooLarge(limit: Int)
    /// The folder holds files that Lintel did not write; the first of them is named.
    case folderNotOurs(String)
    case other(String)
  }
  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
