import SolutionModel

/// Options that rules of several families ask for by name.
extension OptionID {
  static let email = Self("email")
  static let manualFile = Self("manual-file")
  static let robot = Self("rpa")
  static let sftp = Self("sftp")
  static let sharedDatabase = Self("shared-db")
  static let sharedFolder = Self("shared-folder")
  static let soap = Self("soap")
  static let sql = Self("sql")
  static let webhook = Self("webhook")
}
