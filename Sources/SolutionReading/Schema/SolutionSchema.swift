import SolutionModel
import YAMLSyntax

/// The top level of a model file.
enum SolutionSchema {
  typealias Key = SchemaKey<Solution>

  /// The version of the language that this Lintel reads.
  static let version = 1
  static let versionForm = ValueForm.count(version...version)

  static let schema = RecordSchema<Solution>(
    "model", "a model",
    groups: [
      .init(title: "The solution", keys: solution),
      .init(title: "Who and where", keys: organisation),
      .init(title: "Elements", keys: elements),
      .init(title: "What happens between them", keys: behaviour),
      .init(title: "Pictures and review", keys: presentation),
      .init(title: "Files", keys: files),
    ])

  private static let solution: [Key] = [
    Key("lintel", versionForm, "The version of the language") { node, _, reading in
      reading.checkVersion(node)
    }.declaring,
    Key("solution", .text, replacing: \.name, "The name of the solution").required,
    Key("summary", .text, \.summary, "One sentence that says what it is for"),
    Key("description", .markdown, \.description, "All there is to know, in Markdown"),
    Key("owner", .team, \.owner, "The team that answers for the whole"),
    Key("criticality", .word, \.criticality, "How much the business depends on it"),
    Key(
      "reviewed", .date, \.review.reviewed, "The day of the review, with which dates are compared"),
    Key("publish", inside: PublicationSchema.schema, "Front matter for site generators"),
    Key("tags", .list(of: .text), adding: \.tags, "Words to select it by"),
    Key("todo", .text, \.todo, "What is still to be found out"),
  ]

  private static let organisation: [Key] = [
    section("teams", TeamSchema.schema, \.teams, "Who owns what"),
    section("domains", DomainSchema.schema, \.domains, "The business areas"),
    Key(
      "zones", .map(keys: .identifier, of: .record { ZoneSchema.schema.form }),
      "The network and trust zones; they nest"
    ) {
      node, _, reading in reading.declareZones(node, parent: nil)
    }.declaring,
  ]

  private static let elements: [Key] = ElementKind.allCases.filter { $0 != .module }.map { kind in
    Key(
      kind.section, .map(keys: .identifier, of: .record { ElementSchema.schema(for: kind).form }),
      kind.sectionSummary
    ) {
      node, _, reading in reading.declareElements(kind, in: node)
    }.declaring
  }

  private static let behaviour: [Key] = [
    section("data", DataSchema.schema, \.data, "The data that flows and rests"),
    Key("links", .list(of: .record { LinkSchema.schema.form }), "How elements use each other") {
      node, _, reading in reading.collectLinks(node)
    }.declaring,
    section(
      "flows", FlowSchema.schema, \.flows, "The journeys: ordered steps over links, with targets"),
  ]

  private static let presentation: [Key] = [
    section(
      "views", ViewSchema.schema, \.views, "Pictures, where the automatic ones are not enough"),
    Key(
      "review", .record { ReviewSchema.schema.form },
      "Which rules, levels, settings and waivers count"
    ) {
      node, _, reading in
      reading.names.review.append(Passage(file: reading.file, key: node, value: node))
    }.declaring,
    Key("profile", .text(.path), "A file of shared defaults: fields, types, levels and settings") {
      node, _, reading in
      _ = ValueKind<String>.text(.path).read(node, &reading)
    },
  ]

  /// Imports and the like were followed when the files were found; here only their shape counts.
  private static let files: [Key] = [
    Key("imports", .list(of: .text(.path)), "Further files or folders of the model") {
      node, _, reading in
      _ = ValueKind<[String]>.list(of: .text(.path)).read(node, &reading)
    }.declaring,
    Key("files", .list(of: .text(.glob)), "Which files of the folder belong to the model") {
      node, _, reading in
      _ = ValueKind<[String]>.list(of: .text(.glob)).read(node, &reading)
    }.declaring,
    Key(
      "extend", .map(keys: .element, of: .record { ElementSchema.extensions.form }),
      "Further facts of elements that other files declare"
    ) {
      node, _, reading in reading.collectExtensions(node)
    }.declaring,
  ]

  /// A section of things that have nothing but a name of their own.
  private static func section<Draft>(
    _ name: String, _ schema: RecordSchema<Draft>,
    _ path: any WritableKeyPath<Names, DeclaredNames> & Sendable, _ summary: String
  ) -> Key {
    Key(name, .map(keys: .identifier, of: .record { schema.form }), summary) { node, _, reading in
      reading.declare(node, in: path)
    }.declaring
  }
}

extension TextForm {
  static let glob = Self(
    phrase: "a pattern as in '*.yaml' or 'parts/**'", plural: "patterns", pattern: nil)
}

/// The keys under `publish`, named as site generators name them.
enum PublicationSchema {
  static let schema = RecordSchema<Solution>(
    "publication", "the front matter",
    keys: [
      SchemaKey("title", .text, \.publication.title, "The title of the page"),
      SchemaKey("category", .text, \.publication.category, "The category of the page"),
      SchemaKey("parent", .text, \.publication.parent, "The page above it"),
      SchemaKey("menu_order", .count(), \.publication.menuOrder, "Its place in the menu"),
      SchemaKey("draft", .flag, \.publication.isDraft, "Whether it is not to be shown yet"),
      SchemaKey("description", .text, \.publication.description, "What search engines show"),
      SchemaKey("tags", .list(of: .text), adding: \.publication.tags, "Words to find it by"),
      SchemaKey("url", .address, \.publication.url, "Its address on the site"),
      SchemaKey("linktitle", .text, \.publication.linkTitle, "Its title in menus"),
      SchemaKey("weight", .count(), \.publication.weight, "Its place among its neighbours"),
    ])
}
