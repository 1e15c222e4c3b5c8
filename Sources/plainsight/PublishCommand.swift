import ArgumentParser

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Makes figures, rows and documents that can be published without exposing anyone.",
        discussion: """
            Review, infographic and monitoring read the database, and are checked beside everything that is published; register takes \
            what was published otherwise into account. Tables, audit and synthetic read files, and touch no record of a partnership.
            """,
        subcommands: [Review.self, Infographic.self, Monitoring.self, Register.self, Tables.self, Audit.self, Synthetic.self])
}
