import ArgumentGrammar
import Testing

let sampleTool = ToolSpec(
  name: "mill", version: "1.0", summary: "grinds corn",
  commands: [
    CommandSpec(
      "grind", "turns corn into flour", discussion: ["Grinds until it is done."],
      positionals: [
        PositionalSpec("CORN", "what to grind"),
        PositionalSpec("SIEVE", "which sieves", isRepeatable: true),
      ],
      options: [
        OptionSpec(
          "fineness", short: "f", .word(["coarse", "fine"]), "how fine", defaultText: "fine"),
        OptionSpec("speed", .number(placeholder: "RPM", 1...100), "how fast"),
        OptionSpec("out", short: "o", .text(placeholder: "DIR"), "where to"),
        OptionSpec("format", .wordWithFile(["text", "json"]), "what to write", isRepeatable: true),
      ],
      examples: [.init("mill grind rye", "grinds 'rye' into fine flour")]),
    CommandSpec(
      "clean", "sweeps the mill",
      positionals: [
        PositionalSpec("ROOM", "which room", isOptional: false, words: ["attic", "cellar"])
      ]),
    CommandSpec("secret", "is not shown", isHidden: true),
  ],
  commonOptions: [
    OptionSpec("quiet", short: "q", .flag, "says less"),
    OptionSpec("verbose", short: "v", .flag, "says more"),
    OptionSpec("help", short: "h", .flag, "prints help"),
  ],
  exitCodes: [(0, "it is done"), (2, "it could not be done")],
  environment: [("NO_COLOR", "turns colours off")])

private func parse(_ line: String) throws(ArgumentError) -> ParsedArguments {
  try ArgumentParser(sampleTool).parse(line.split(separator: " ").map(String.init))
}

@Suite struct ArgumentParserTests {
  @Test("options are read in all spellings and at any place")
  func spellings() throws {
    let parsed = try parse(
      "-q grind rye -ffine --speed=20 -o flour s1 --format json=a=b --format text s2 -v")
    #expect(parsed.command == "grind")
    #expect(parsed.positionals == ["rye", "s1", "s2"])
    #expect(parsed.value("fineness") == "fine")
    #expect(parsed.number("speed") == 20)
    #expect(parsed.value("out") == "flour")
    #expect(parsed.values("format") == ["json=a=b", "text"])
    #expect(parsed.has("quiet") && parsed.has("verbose") && !parsed.has("help"))
  }

  @Test("flags join, a dash alone is an argument, and two dashes end the options")
  func joinedFlags() throws {
    let parsed = try parse("grind -qv - -- --speed")
    #expect(parsed.positionals == ["-", "--speed"])
    #expect(parsed.has("quiet") && parsed.has("verbose") && !parsed.has("speed"))
  }

  @Test(
    "a line that does not fit is refused with what would be right",
    arguments: [
      ("", ArgumentError.missingCommand, "a command is missing"),
      ("grnd", .unknownCommand("grnd", nearest: "grind"), "'grnd' is not a command"),
      ("secre", .unknownCommand("secre", nearest: nil), "'secre' is not a command"),
      (
        "grind --sped 3", .unknownOption("--sped", command: "grind", nearest: "--speed"),
        "'grind' has no option '--sped'"
      ),
      (
        "grind -x", .unknownOption("-x", command: "grind", nearest: nil),
        "'grind' has no option '-x'"
      ),
      (
        "grind --out", .missingValue(option: "--out", placeholder: "DIR"),
        "'--out' needs a value: DIR"
      ),
      (
        "grind --out --quiet", .missingValue(option: "--out", placeholder: "DIR"),
        "'--out' needs a value: DIR"
      ),
      ("grind --quiet=yes", .unexpectedValue(option: "--quiet"), "'--quiet' takes no value"),
      (
        "grind -f rough", .notOneOf(option: "-f", value: "rough", words: ["coarse", "fine"]),
        "'rough' is no value of '-f': coarse, fine"
      ),
      (
        "grind --format xml=f",
        .notOneOf(option: "--format", value: "xml", words: ["text", "json"]),
        "'xml' is no value of '--format': text, json"
      ),
      (
        "grind --speed 0", .notANumber(option: "--speed", value: "0", range: 1...100),
        "'0' is no value of '--speed': a number from 1 to 100"
      ),
      (
        "grind --speed nan", .notANumber(option: "--speed", value: "nan", range: 1...100),
        "'nan' is no value of '--speed': a number from 1 to 100"
      ),
      ("grind --out a --out b", .repeated(option: "--out"), "'--out' is given twice"),
      ("clean", .missingArgument("ROOM", command: "clean"), "'clean' needs ROOM"),
      (
        "clean attic cellar", .unexpectedArgument("cellar", command: "clean"),
        "'clean' takes no argument 'cellar'"
      ),
      (
        "clean roof",
        .argumentNotOneOf(placeholder: "ROOM", value: "roof", words: ["attic", "cellar"]),
        "'roof' is no ROOM: attic, cellar"
      ),
    ])
  func refuses(line: String, expected: ArgumentError, message: String) {
    #expect(throws: expected) { try parse(line) }
    #expect(expected.message == message)
  }

  @Test("help may be asked for without the arguments that a command needs")
  func helpNeedsNothing() throws {
    #expect(try parse("clean --help").has("help"))
  }
}

@Suite struct UsageTextTests {
  @Test("the help of a command shows its arguments, options, defaults and examples")
  func commandHelp() throws {
    let help = UsageText(sampleTool, width: 60).help(for: try #require(sampleTool.command("grind")))
    #expect(
      help == """
        grind: turns corn into flour

        usage: mill grind [OPTIONS] [CORN] [SIEVE…]

        Grinds until it is done.

        arguments:
          CORN   what to grind
          SIEVE  which sieves

        options:
          -f, --fineness coarse|fine
                                    how fine (default: fine)
          --speed RPM               how fast
          -o, --out DIR             where to
          --format NAME[=FILE]      what to write: text, json; may
                                    be given several times

        options of every command:
          -q, --quiet    says less
          -v, --verbose  says more
          -h, --help     prints help

        examples:
          mill grind rye
              grinds 'rye' into fine flour

        """)
  }

  @Test("hidden commands stay hidden in help, completions and the man page")
  func hidden() {
    #expect(!UsageText(sampleTool).overview.contains("secret"))
    #expect(!ManPage(sampleTool).text.contains("secret"))
    for shell in ShellCompletion.allCases {
      #expect(!shell.script(for: sampleTool).contains("secret"))
    }
  }

  @Test("every visible command and option stands in the completions and the man page")
  func complete() {
    let page = ManPage(sampleTool).text
    for command in sampleTool.visibleCommands {
      #expect(page.contains(".SS \(command.name)\n"))
      for option in command.options {
        #expect(page.contains("\\-\\-\(option.name)"))
        for shell in ShellCompletion.allCases {
          #expect(shell.script(for: sampleTool).contains(option.name))
        }
      }
    }
  }
}
