import Access
import ArgumentParser
import Figures
import Foundation
import Kernel
import Partnerships
import Publications
import Reviews
import Site

extension PublishCommand {
    /// How the counts of every document are protected: the one place to change it.
    static func protection(threshold: Int) -> any FigureProtection { ProvedProtection(threshold: threshold) }

    /// What the three documents have in common.
    struct Options: ParsableArguments {
        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .long, help: "The first day, as 2019-04-01.") var from: String
        @Option(name: .long, help: "The last day, as 2020-03-31.") var to: String
        @Option(name: .long, help: "The folder to write to; it is made if it is not there.") var out: String
        @Option(name: .long, help: "The smallest count that is shown, from 3 (default: 5).") var threshold = 5

        func validate() throws {
            if threshold < 3 { throw ValidationError("--threshold has to be 3 or more.") }
        }

        /// Ends with status 1, and the reasons in words, where the document would tell about people beside what the partnership has
        /// locked or published. Nothing is checked where nothing is.
        func check(_ stated: [StatedCounts], without: () -> [(part: String, stated: [StatedCounts])] = { [] }) async throws {
            let settings = try await options.read()
            let found = try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                return try await installation.publications.dangers(
                    of: stated, without: without, threshold: threshold, as: .operator(of: id, request: "command"))
            }
            guard !found.reasons.isEmpty else { return }
            throw CommandFailure(
                "Nothing was written, because the document would tell about single people beside what is published.\n"
                    + found.reasons.map { "\($0)." }.joined(separator: "\n")
                    + found.alternatives.map { "\nWhat would be safe: \($0)." }.joined())
        }

        /// Counts the period, and looks for what in case studies could tell who they are about.
        ///
        /// - Parameters:
        ///   - town: the name of the town that the document is about.
        ///   - words: their case studies are compared with the records, too.
        func figures(
            withThemes: Bool, town: String? = nil, checking words: ReviewText = ReviewText()
        ) async throws -> (RecordedFigures, findings: [Problem]) {
            guard let first = Day(from), let last = Day(to) else { throw CommandFailure("Give the dates like 2019-04-01.") }
            let filter = FigureFilter(period: Period(from: first, to: last))
            guard filter.problems.isEmpty else { throw CommandFailure(text(of: filter.problems)) }
            guard last.number - first.number <= FigureDesk.mostReviewYears * 366 else {
                throw CommandFailure("A document covers \(FigureDesk.mostReviewYears) years at most.")
            }
            let settings = try await options.read()
            return try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                let (name, towns, wards) = try await installation.desk.readOffice { office in
                    (
                        try office.partnership(id: id)?.name ?? "", try office.terms(of: id, kind: "town"),
                        try office.terms(of: id, kind: "ward").map(\.label)
                    )
                }
                let chosen = try town.map { town in
                    let key = FoldedText(town).key
                    guard let known = towns.first(where: { FoldedText($0.label).key == key }) else {
                        throw CommandFailure(
                            "There is no town \(town) in \(partnership). "
                                + (towns.isEmpty ? "None is known." : "Known: \(towns.map(\.label).joined(separator: ", "))."))
                    }
                    return known.id
                }
                let figures = try await installation.figures.recordedFigures(
                    for: .operator(of: id, request: "command"), named: name, during: filter.period, withThemes: withThemes,
                    town: chosen)
                var findings = words.findings(CaseStudyCheck(places: towns.map(\.label) + wards, origins: installation.figures.origins))
                for study in words.caseStudies {
                    findings += try await installation.figures.rareCombinations(
                        in: study.story, accepted: study.accepted, during: filter.period, threshold: threshold,
                        as: .operator(of: id, request: "command")
                    ).map { Problem("case study “\(study.title)”", $0.message) }
                }
                return (figures, findings)
            }
        }
    }

    /// The objectives with the figures from elsewhere that they name.
    static func stating(_ objectives: ObjectiveFile?, _ common: Options) async throws -> ObjectiveFile? {
        guard let objectives, objectives.entries.contains(where: { !$0.figures.isEmpty }) else { return objectives }
        let settings = try await common.options.read()
        let library = try await withInstallation(settings) { installation in
            let id = try await findPartnership(common.partnership, installation)
            return try await StatedFigureDesk(
                desk: installation.desk, figures: installation.figures, lists: installation.lists
            ).library(as: .operator(of: id, request: "command"), threshold: common.threshold)
        }
        let (stated, unknown) = objectives.stating { library.line($0) }
        guard unknown.isEmpty else {
            throw CommandFailure("The objectives name figures from elsewhere that nobody recorded: \(unknown.joined(separator: ", ")).")
        }
        return stated
    }

    /// Writes the figures of a document beside it, for whoever registers it once it is out.
    static let figuresFile = "figures.csv"

    /// The bytes of a file that the command was given.
    static func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw CommandFailure("The file \(path) cannot be read.") }
        return Array(data)
    }

    /// What is wrong with a file, a line for each place in it.
    static func lines(_ problems: [Problem]) -> String {
        problems.map { "\($0.field): \($0.message)." }.joined(separator: "\n")
    }

    static func objectives(_ path: String?) throws -> ObjectiveFile? {
        guard let path else { return nil }
        switch ObjectiveFile.reading(try bytes(of: path)) {
        case .done(let file): return file
        case .refused(let problems): throw CommandFailure("\(path) cannot be used.\n\(lines(problems))")
        }
    }

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "review", abstract: "Writes the review of a period as HTML, ODT and tagged PDF/A.",
            discussion: """
                The figures are counted from the records; those below the threshold are not shown. Case studies are checked for names, \
                places, dates and ages: where something is found, nothing is written and the status is 1. The PDF is made by WeasyPrint; \
                where it is missing, HTML and ODT are written and the status is 1.
                """)

        @OptionGroup var common: Options
        @Option(name: .long, help: "local, regional, programme or town.") var kind: ReviewKind = .local
        @Option(name: .long, help: "With --kind town: the town that the document is about.") var town: String?
        @Option(name: .long, help: "Foreword, narrative and case studies, as Markdown or JSON.") var text: String?
        @Option(name: .long, help: "Objectives with their progress, as JSON or CSV.") var objectives: String?

        func validate() throws {
            if kind == .town, town == nil { throw ValidationError("--kind town needs --town.") }
            if kind != .town, town != nil { throw ValidationError("--town needs --kind town.") }
        }

        func run() async throws {
            var words = ReviewText()
            if let text {
                switch ReviewText.reading(try PublishCommand.bytes(of: text)) {
                case .done(let read): words = read
                case .refused(let problems): throw CommandFailure("\(text) cannot be used.\n\(PublishCommand.lines(problems))")
                }
            }
            let goals = try await PublishCommand.stating(try PublishCommand.objectives(objectives), common)
            let (figures, findings) = try await common.figures(
                withThemes: kind == .local || kind == .programme, town: town, checking: words)
            guard findings.isEmpty else {
                throw CommandFailure(
                    "Nothing was written, because a case study could tell who it is about.\n\(PublishCommand.lines(findings))")
            }
            let review = Reviews.Review(
                kind, figures, text: words, objectives: goals, protection: PublishCommand.protection(threshold: common.threshold))
            let stated = review.statedCounts
            try await common.check(stated) {
                review.figureSections.map { ($0.label, review.without($0).statedCounts) }
            }
            let folder = try PublicationFolder(common.out)
            try folder.write(PublishCommand.figuresFile, StatedFile.csv(stated))
            try folder.write(review.publication(), as: "review")
        }
    }

    struct Infographic: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "infographic", abstract: "Writes the period on one sheet as SVG, PNG and text, with its figures.",
            discussion: "The PNG is made by rsvg-convert; where it is missing, SVG and text are written and the status is 1.")

        @OptionGroup var common: Options

        func run() async throws {
            let (figures, _) = try await common.figures(withThemes: false)
            let sheet = YearSheet(figures, protection: PublishCommand.protection(threshold: common.threshold))
            try await common.check(sheet.statedCounts)
            let folder = try PublicationFolder(common.out)
            try folder.write(PublishCommand.figuresFile, StatedFile.csv(sheet.statedCounts))
            try folder.write(sheet.infographic(), as: "infographic")
        }
    }

    struct Monitoring: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "monitoring", abstract: "Writes the figures by quarter, and by objective, as HTML, ODT and tagged PDF/A.")

        @OptionGroup var common: Options
        @Option(name: .long, help: "Objectives with their progress, as JSON or CSV.") var objectives: String?

        func run() async throws {
            let goals = try await PublishCommand.stating(try PublishCommand.objectives(objectives), common)
            let (figures, _) = try await common.figures(withThemes: false)
            let report = MonitoringReport(
                figures, objectives: goals, protection: PublishCommand.protection(threshold: common.threshold))
            try await common.check(report.statedCounts)
            let folder = try PublicationFolder(common.out)
            try folder.write(PublishCommand.figuresFile, StatedFile.csv(report.statedCounts))
            try folder.write(report.publication(), as: "monitoring")
        }
    }
}

extension ReviewKind: ExpressibleByArgument {}
