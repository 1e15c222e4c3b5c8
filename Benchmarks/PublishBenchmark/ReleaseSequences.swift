import Foundation
import Kernel
import PublishCommands

/// Random sequences of four releases of records that grow, with tables that change, each released as far as it is not refused,
/// and then attacked together.
struct ReleaseSequences {
    struct Report: Encodable {
        var sequences = 0
        var steps = 0
        var released = 0
        var refused = 0
        /// Figures and differences that the attacker pins down.
        var pinned = 0
        var seconds = 0.0
    }

    private static let tables = [
        #""rows":["ward"],"columns":["sex"],"hierarchies":{"ward":"town"}"#, #""rows":["ward"],"columns":["quarter"]"#,
        #""rows":["town","sex"]"#, #""rows":["quarter","sex"]"#, #""rows":["ward"]"#,
    ]

    let count: Int
    private var state: UInt64
    private let folder: String

    init(count: Int, seed: UInt64, folder: String) {
        self.count = count
        state = seed
        self.folder = folder
    }

    func report() throws -> Report {
        var copy = self
        var report = Report()
        let before = ProcessUse().cpuSeconds
        for number in 0..<count { try copy.sequence(number, &report) }
        report.seconds = ProcessUse().cpuSeconds - before
        return report
    }

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    private mutating func sequence(_ number: Int, _ report: inout Report) throws {
        let place = "\(folder)/sequence-\(number)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        var records = "ward,town,sex,quarter\n"
        var out: [String] = []
        for step in 0..<4 {
            if step == 0 || below(2) == 0 {
                for _ in 0..<(step == 0 ? 12 : 1 + below(4)) {
                    let ward = below(4)
                    let row = "W\(ward),T\(ward / 2),\(["Female", "Male"][below(2)]),Q\(below(3))\n"
                    records += String(repeating: row, count: 1 + below(step == 0 ? 14 : 9))
                }
            }
            let table = ReleaseSequences.tables[below(ReleaseSequences.tables.count)]
            let earlier = out.map { "\"\($0)\"" }.joined(separator: ",")
            try Data(records.utf8).write(to: URL(fileURLWithPath: "\(place)/records.csv"))
            try Data("{\"tables\":[{\"name\":\"t\",\(table)}],\"earlier\":[\(earlier)]}".utf8)
                .write(to: URL(fileURLWithPath: "\(place)/spec.json"))
            report.steps += 1
            do {
                _ = try PublishTables(
                    microdata: "\(place)/records.csv", specification: "\(place)/spec.json", output: "\(place)/r\(step)"
                ).run()
                out.append("\(place)/r\(step)")
                report.released += 1
            } catch {
                guard case .refused = error else { throw error }
                report.refused += 1
            }
        }
        report.sequences += 1
        if !out.isEmpty { report.pinned += try PublishAudit(directories: out).run().pinned }
    }
}
