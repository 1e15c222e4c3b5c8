import ArgumentParser
import Foundation
import Kernel
import ReferralForm

struct PathwayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pathway", abstract: "Referrals to the National Referral Mechanism and duty-to-notify reports.",
        discussion: "Nothing is sent: the form has no interface for that and is keyed in by a person.",
        subcommands: [Check.self, Payload.self, Pack.self])

    /// The file of answers, as every command here takes it.
    struct AnswersFile: ParsableArguments {
        @Argument(help: "A JSON file: one object, field codes with their answers.") var file: String

        /// Ends with status 2 where the file cannot be read.
        func read() throws -> [String: ReferralAnswer] {
            guard let data = FileManager.default.contents(atPath: file) else {
                note("The file \(file) cannot be read.")
                throw ExitCode(2)
            }
            guard String(validating: data, as: UTF8.self) != nil else {
                note("The file \(file) is not in UTF-8.")
                throw ExitCode(2)
            }
            do {
                return try JSONDecoder().decode([String: ReferralAnswer].self, from: data)
            } catch {
                note("The file \(file) is not one JSON object of field codes and answers.")
                throw ExitCode(2)
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Says whether the form would take these answers, and how good they are.",
            discussion: "Ends with status 0 where it would, 1 where it would not, 2 where the file cannot be read.")

        @OptionGroup var answers: AnswersFile

        func run() async throws {
            let check = ReferralForm.check(try answers.read(), today: World.real.now().day)
            try PathwayCommand.write(check)
            if !check.isAcceptable { throw ExitCode(1) }
        }
    }

    struct Payload: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "payload", abstract: "Prints the case-work payload of acceptable answers.",
            discussion: "Ends with status 1 and the problems where the form would not take them, 2 where the file cannot be read.")

        @OptionGroup var answers: AnswersFile

        func run() async throws {
            let given = try answers.read()
            let problems = ReferralForm.check(given, today: World.real.now().day).problems
            guard problems.isEmpty else {
                for problem in problems { note("\(problem.field): \(problem.message).") }
                throw ExitCode(1)
            }
            let identifier = ReferralForm.externalID(World.real.randomBytes(16))
            try PathwayCommand.write(ReferralForm.payload(given, externalID: identifier))
        }
    }

    private static func write(_ document: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(document) + Data([0x0A]))
    }
}
