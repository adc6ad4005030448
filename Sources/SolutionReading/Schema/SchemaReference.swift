import SolutionModel

/// Writes the schema of the language as a page in Markdown.
public enum SchemaReference {
  /// The whole page.
  public static var markdown: String {
    var page = ReferenceWriter()
    page.write()
    return page.text
  }
}

private struct ReferenceWriter {
  private(set) var text = ""
  private var waiting: [RecordForm] = []
  private var known: Set<String> = ["model"]
  /// The tables that are written, each with the record that has it.
  private var tables: [String: String] = [:]

  mutating func write() {
    line("# The model language, key by key")
    line("This page is written from the schema in the source; do not edit it by hand.")
    line("Values in the column *usually* count where the model says nothing.")
    writeRecord(SolutionSchema.schema.form, title: "Top level of a file")
    while !waiting.isEmpty { writeRecord(waiting.removeFirst()) }
    writeRecord(ProfileSchema.schema.form, title: "Profile file")
    while !waiting.isEmpty { writeRecord(waiting.removeFirst()) }
    writeUnits()
    writeOptions()
    writeUseCases()
    writeSelectors()
  }

  private mutating func line(_ line: String) { text += line + "\n\n" }

  private mutating func writeRecord(_ record: RecordForm, title: String? = nil) {
    line("## \(title ?? record.title)")
    if let shorthand = record.shorthand {
      line("Text alone stands for its `\(shorthand)`.")
    }
    if let notation = record.notationKey {
      line("`\(notation.name): …` — \(notation.summary). Or `from` and `to`.")
    }
    for group in record.groups {
      if !group.title.isEmpty { line("### \(group.title)") }
      let table = table(of: group)
      if let earlier = tables[table] {
        line("As for \(earlier).")
      } else {
        tables[table] = link(to: record)
        text += table + "\n"
      }
    }
  }

  private mutating func table(of group: RecordForm.Group) -> String {
    var table = "| key | value | usually | what it says |\n| --- | --- | --- | --- |\n"
    for key in group.keys {
      let name = "`\(key.name)`" + (key.isRequired ? " (needed)" : "")
      table += Self.row([name, cell(key.form), key.usual ?? "", key.summary])
    }
    return table
  }

  private mutating func row(_ cells: [String]) { text += Self.row(cells) }

  private static func row(_ cells: [String]) -> String {
    let escaped = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
    return "| \(escaped.map { $0.joined(separator: "\\|") }.joined(separator: " | ")) |\n"
  }

  /// What a key takes, with links to the records that it holds.
  private mutating func cell(_ form: ValueForm) -> String {
    switch form {
    case .flag: "`true` or `false`"
    case .word(let words):
      words == IntegrationOption.catalogue.map(\.id.text)
        ? "an [integration option](#integration-options)"
        : words == UseCase.allCases.map(\.rawValue)
          ? "a [use case](#use-cases)" : words.map { "`\($0)`" }.joined(separator: ", ")
    case .unit(let notation): "[\(notation.phrase)](#units), as `\(notation.examples[0])`"
    case .list(let item): "list: \(cell(item))"
    case .oneOrMore(let item): "\(cell(item)), or a list"
    case .record(let record): link(to: record())
    case .map(let keys, let value): "map from \(keys.plural): \(cell(value))"
    case .either(let forms): forms.map { cell($0) }.joined(separator: "; or ")
    case .text(let text) where text == .selector: "[a selector](#selectors)"
    case .text, .count, .number, .reference: form.phrase
    }
  }

  private mutating func link(to record: RecordForm) -> String {
    if known.insert(record.name).inserted { waiting.append(record) }
    let anchor = record.title.lowercased().split(separator: " ").joined(separator: "-")
    return "[\(record.phrase)](#\(anchor))"
  }

  private mutating func writeUnits() {
    line("## Units")
    text += "| value | as in | rule |\n| --- | --- | --- |\n"
    for unit in UnitNotation.allCases {
      row([
        unit == .growth ? "a percentage of growth" : unit.phrase,
        unit.examples.map { "`\($0)`" }.joined(separator: ", "), unit.summary,
      ])
    }
    text += "\n"
  }

  private mutating func writeOptions() {
    line("## Integration options")
    line("The words of `via`, with what follows from each where the link does not say otherwise.")
    text += "| option | is | interaction | trigger | data flow | delivery |\n"
    text += "| --- | --- | --- | --- | --- | --- |\n"
    for option in IntegrationOption.catalogue {
      row([
        "`\(option.id)`", option.title, option.interaction.rawValue, option.trigger.rawValue,
        option.dataFlow?.rawValue ?? "", option.delivery?.rawValue ?? "",
      ])
    }
    text += "\n"
  }

  private mutating func writeUseCases() {
    line("## Use cases")
    text += "| word | for |\n| --- | --- |\n"
    for useCase in UseCase.allCases { row(["`\(useCase.rawValue)`", useCase.title]) }
    text += "\n"
  }

  private mutating func writeSelectors() {
    line("## Selectors")
    text += "| selector | chooses |\n| --- | --- |\n"
    for (selector, meaning) in SelectorParser.notations { row(["`\(selector)`", meaning]) }
    text += "\n"
    let keys = SelectableKeys.names.map { "`\($0)`" }.joined(separator: ", ")
    line("Conditions ask for \(keys), and for the fields of the profile.")
  }
}

extension RecordForm {
  /// The headline of its section.
  fileprivate var title: String {
    let words = phrase.split(separator: " ")
    let bare = ["a", "an", "the"].contains(words.first ?? "") ? words.dropFirst() : words[...]
    let text = bare.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
