import Foundation
import SyntheticCommands
import SyntheticData
import Testing

@Suite("The command for synthetic data")
struct SyntheticRunTests {
    private func run(_ text: String, model: SyntheticRun.Model = .dp, _ change: (inout SyntheticRun) -> Void = { _ in }) throws
        -> (report: SyntheticReport, output: String)
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "synthetic-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        try Data(text.utf8).write(to: folder.appendingPathComponent("in.csv"))
        var run = SyntheticRun(input: path("in.csv"), model: model, output: path("out.csv"), reportPath: path("report.json"))
        run.seed = 1
        change(&run)
        do {
            let report = try run.run()
            let written = try Data(contentsOf: folder.appendingPathComponent("report.json"))
            #expect(written.count > 100)
            return (report, String(decoding: try Data(contentsOf: folder.appendingPathComponent("out.csv")), as: UTF8.self))
        } catch {
            #expect(!FileManager.default.fileExists(atPath: path("out.csv")))
            #expect(!FileManager.default.fileExists(atPath: path("report.json")))
            throw error
        }
    }

    private func refusal(
        _ text: String, model: SyntheticRun.Model = .dp, _ change: (inout SyntheticRun) -> Void = { _ in }
    ) -> String {
        do {
            _ = try run(text, model: model, change)
            return "it was not refused"
        } catch {
            return "\(error)"
        }
    }

    private static let rows = (0..<600).map { "\($0 % 3 == 0 ? "Woman" : "Man"),\(["North", "South", "", "=1+1"][$0 % 4])" }
    private static let text = "gender,region\n" + rows.joined(separator: "\n") + "\n"

    @Test("Both models write rows with the heading of the file and a report", arguments: SyntheticRun.Model.allCases)
    func models(model: SyntheticRun.Model) throws {
        let (report, output) = try run(Self.text, model: model)
        #expect(output.hasPrefix("gender,region\r\n"))
        #expect(report.rows == 600)
        #expect(output.split(separator: "\r\n").count == report.syntheticRows + 1)
        #expect(abs(report.syntheticRows - 600) < 60)
        #expect(report.counting.combinations == 2 + 4 + 8)
        #expect(report.attacks != nil)
        #expect(report.privacy.caution.contains { $0.contains("seed") })
        // What a spreadsheet would run is written as text.
        #expect(output.contains("'=1+1"))
        #expect(!output.contains(",=1+1"))
    }

    @Test("What cannot be done is refused with its reason, and nothing is written")
    func refusals() {
        #expect(refusal("").contains("holds no records"))
        #expect(refusal("a,b\n").contains("holds no records"))
        #expect(refusal("a\n1\n").contains("Two are needed"))
        #expect(refusal("a,a\n1,2\n").contains("Two columns are named “a”"))
        #expect(refusal("a,b\n1,2\n1,2,3\n").contains("Line 3: This row has 3 values, but the heading has 2"))
        #expect(refusal("a,b\n1,\"2\n").contains("Line 2: A quotation mark opens"))
        #expect(refusal(Self.text) { $0.epsilon = 0 }.contains("Epsilon"))
        #expect(refusal(Self.text) { $0.epsilon = -1 }.contains("Epsilon"))
        #expect(refusal(Self.text) { $0.epsilon = .nan }.contains("Epsilon"))
        #expect(refusal(Self.text) { $0.epsilon = 1e6 }.contains("protects nobody"))
        #expect(refusal(Self.text) { $0.delta = 0 }.contains("Delta"))
        #expect(refusal(Self.text, model: .kanon) { $0.resolution = 1 }.contains("below 2 nothing is rare"))
        #expect(refusal("a,b\n1,2\n", model: .kanon).contains("1 row"))
        let named = "name,b\n" + (0..<40).map { "Invented \($0),x" }.joined(separator: "\n")
        #expect(refusal(named).contains("“name”"))
        #expect(throws: SyntheticProblem.call("There is no model “gan”. Choose kanon or dp")) {
            try SyntheticRun.model(named: "gan")
        }
    }

    @Test("Rows whose report cannot be written are not left behind")
    func reportThatCannotBeWritten() {
        let said = refusal(Self.text) { $0.reportPath += "/no-folder/report.json" }
        #expect(said.contains("report.json/no-folder/report.json"))
    }

    @Test("A great epsilon is warned of, and public values cost no delta")
    func cautions() throws {
        #expect(try run(Self.text) { $0.epsilon = 20 }.report.privacy.caution.contains { $0.contains("protects little") })
        let values = FileManager.default.temporaryDirectory.appendingPathComponent(
            "values-\(ProcessInfo.processInfo.globallyUniqueString).json")
        defer { try? FileManager.default.removeItem(at: values) }
        try Data(#"{"gender":["Woman","Man"],"region":["North","South","West"]}"#.utf8).write(to: values)
        let report = try run(Self.text) { $0.valuesPath = values.path }.report
        #expect(report.privacy.deltaOfValues == 0)
        #expect(report.privacy.valueThreshold == nil)
    }
}
