import LintelKit
import MachinePorts
import MarkupText

/// The one place that turns an error into words.
enum ErrorWording {
  static func words(for error: any Error) -> (message: String, help: String?) {
    switch error {
    case let error as UsageError: (error.message, error.help)
    case LintelError.file(let error): (message(for: error), help(for: error))
    case let error as LintelError: (error.message, error.help)
    case let error as FileError: (message(for: error), help(for: error))
    case let error as ProcessError: ("a helper process failed: \(error)", nil)
    default: ("\(error)", nil)
    }
  }

  static func message(for error: FileError) -> String {
    let path = TerminalText.plain(error.path)
    return switch error.reason {
    case .notFound: "'\(path)' does not exist"
    case .notReadable: "'\(path)' cannot be read"
    case .notWritable: "'\(path)' cannot be written"
    case .isFolder: "'\(path)' is a folder, and a file is needed"
    case .notFile: "'\(path)' is neither a file nor a folder"
    case .tooLarge(let limit): "'\(path)' is larger than \(limit >> 20) MB"
    case .folderNotOurs(let file):
      "'\(path)' holds '\(TerminalText.plain(file))', which Lintel did not write"
    case .other(let reason): "'\(path)': \(reason)"
    }
  }

  private static func help(for error: FileError) -> String? {
    switch error.reason {
    case .notReadable, .notWritable: "check the rights of the file and of its folder"
    case .folderNotOurs: "name another folder with -o, or empty this one; nothing was changed"
    case .notFound, .isFolder, .notFile, .tooLarge, .other: nil
    }
  }
}

/// A command line that is well-formed and still cannot be meant.
struct UsageError: Error {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
