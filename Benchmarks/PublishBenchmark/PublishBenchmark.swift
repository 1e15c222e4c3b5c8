import Disclosure
import Foundation
import Kernel
import SyntheticCommands
import SyntheticData

/// What the commands of publishing cannot tell because each answers one question and ends: what counting costs where the records
/// are in memory already, and what many releases one after another let out.
///
///     PublishBenchmark tables CODES                       20 tables with primary suppression; CODES as `CrossTables` reads them
///     PublishBenchmark combinations MICRODATA.csv OUT     all combinations up to three columns, written to OUT with their counts
///     PublishBenchmark sequences NUMBER SEED FOLDER       random sequences of releases, attacked
///
/// Prints one JSON object; times are processor seconds.
@main
enum PublishBenchmark {
    private struct CountingReport: Encodable {
        let rows: Int
        let combinations: Int
        let combinationsPresent: Int
        let seconds: Double
        let medianSeconds: Double
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys]
        let report: any Encodable
        switch arguments.dropFirst().first {
        case "tables" where arguments.count == 3:
            report = try CrossTables(path: arguments[2]).report()
        case "combinations" where arguments.count == 4:
            report = try combinations(of: arguments[2], to: arguments[3])
        case "sequences" where arguments.count == 5:
            report = try ReleaseSequences(
                count: Int(arguments[2]) ?? 0, seed: UInt64(arguments[3]) ?? 1, folder: arguments[4]
            ).report()
        default:
            FileHandle.standardError.write(
                Data("PublishBenchmark tables CODES | combinations MICRODATA.csv OUT | sequences NUMBER SEED FOLDER\n".utf8))
            exit(2)
        }
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    /// Counts, and writes `column:value;column:value,count` for each combination of values that are present.
    private static func combinations(of path: String, to output: String) throws -> CountingReport {
        let table = try MicrodataFile(path: path).table
        let counter = CombinationCounter(table)
        var all = 0
        let times = (0..<7).map { _ in
            processorSeconds {
                all = 0
                counter.eachChoice(upTo: 3) { _, counts in all += counts.count { $0 > 0 } }
            }
        }.sorted()
        var text = ""
        var present = 0
        let isPresent = table.columns.map { column in column.values.map { !$0.isEmpty && $0 != "0" } }
        counter.eachChoice(upTo: 3) { columns, counts in
            for (place, count) in counts.enumerated() where count > 0 {
                var rest = place
                var codes: [Int] = []
                for column in columns.reversed() {
                    codes.insert(rest % table.columns[column].values.count, at: 0)
                    rest /= table.columns[column].values.count
                }
                guard zip(columns, codes).allSatisfy({ isPresent[$0][$1] }) else { continue }
                present += 1
                text += zip(columns, codes).map { "\(table.columns[$0].name):\(table.columns[$0].values[$1])" }.joined(separator: ";")
                text += ",\(count)\n"
            }
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: output))
        return CountingReport(
            rows: table.rowCount, combinations: all, combinationsPresent: present, seconds: times[0], medianSeconds: times[times.count / 2])
    }
}

/// The processor seconds that a piece of work takes in this process.
func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
    let before = ProcessUse().cpuSeconds
    try work()
    return ProcessUse().cpuSeconds - before
}
