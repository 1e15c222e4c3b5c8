import BlindLinkage
import Foundation

/// `link blind A B --threshold T --out PAIRS.csv`: the pairs of records of two or more agencies whose encodings are alike.
///
/// The file has the columns `id_a,id_b,dice` for two parties and `party_a,id_a,party_b,id_b,dice` for more. A party is known by
/// its place in the call and a record by its place in its file of encodings; both begin at 0. The likest pairs come first.
package struct BlindMatch {
    package var parties: [String]
    package var threshold: Double
    package var output: String
    /// Whether each record is kept in one match at most, chosen greedily; otherwise all alike pairs are.
    package var isOneToOne = false
    /// The kernel to count with, for trying one out; the best one otherwise.
    package var kernel = PopulationKernel.best

    package init(parties: [String], threshold: Double, output: String) {
        self.parties = parties
        self.threshold = threshold
        self.output = output
    }

    /// What was done, for standard output as JSON.
    package struct Report: Encodable, Equatable {
        package struct Party: Encodable, Equatable {
            package let file: String
            package let records: Int
            /// Encodings without any bit: records that could not be read or have no value, which are like no other.
            package let empty: Int
        }

        package let parties: [Party]
        package let bits: Int
        package let threshold: Double
        /// How many pairs the answer is about, counted or passed over for certain.
        package let comparisons: Int
        package let kernel: String
        /// How many pairs are in the file.
        package let pairs: Int
        /// How many groups of records were chosen, where each record is in one at most.
        package let groups: Int?
    }

    /// Matches the files. Throws `LinkProblem` where a file cannot be read or written or is no file of encodings, where lengths
    /// differ and where the threshold is not from 0 to 1.
    package func run(progress: (Double) -> Void = { _ in }) throws -> Report {
        do {
            return try match(progress)
        } catch let fault as MatchingFault {
            throw LinkProblem.call(String(fault.description.dropLast()))
        }
    }

    private func match(_ progress: (Double) -> Void) throws -> Report {
        let matcher = try DiceMatcher(threshold: threshold, kernel: kernel)
        guard parties.count >= 2 else { throw MatchingFault.parties(parties.count) }
        let sets = try parties.map { path in
            do {
                return try InputFile(path).withBytes { try EncodingFile.read($0) }
            } catch let fault as EncodingFileFault {
                throw LinkProblem.content(path: path, message: fault.message)
            }
        }
        if let other = sets.indices.first(where: { sets[$0].bitCount != sets[0].bitCount }) {
            throw LinkProblem.call(
                "\(parties[0]) has encodings of \(sets[0].bitCount) bits and \(parties[other]) of \(sets[other].bitCount). "
                    + "Both sides must encode with the same schema")
        }
        let file = try OutputFile(output)
        var pairs = try matcher.pairs(sets, progress: progress)
        var groups: Int?
        if isOneToOne {
            var places: [GreedyMatching.Record: Int] = [:]
            let chosen = GreedyMatching.groups(pairs)
            for (place, group) in chosen.enumerated() { for record in group { places[record] = place } }
            pairs = pairs.filter { pair in
                let first = places[GreedyMatching.Record(party: pair.firstParty, index: pair.first)]
                return first != nil && first == places[GreedyMatching.Record(party: pair.secondParty, index: pair.second)]
            }
            groups = chosen.count
        }
        try write(pairs, to: file)
        let counts = sets.map(\.count)
        let comparisons = counts.indices.reduce(0) { sum, first in
            sum + counts[(first + 1)...].reduce(0) { $0 + counts[first] * $1 }
        }
        return Report(
            parties: zip(parties, sets).map { path, set in
                Report.Party(file: path, records: set.count, empty: (0..<set.count).count { set.population($0) == 0 })
            },
            bits: sets[0].bitCount, threshold: threshold, comparisons: comparisons, kernel: kernel.rawValue, pairs: pairs.count,
            groups: groups)
    }

    private func write(_ pairs: [BlindPair], to file: OutputFile) throws {
        let namesParties = parties.count > 2
        try file.write { $0 += Array((namesParties ? "party_a,id_a,party_b,id_b,dice\r\n" : "id_a,id_b,dice\r\n").utf8) }
        for pair in pairs {
            let ends =
                namesParties
                ? "\(pair.firstParty),\(pair.first),\(pair.secondParty),\(pair.second)" : "\(pair.first),\(pair.second)"
            try file.write { $0 += Array("\(ends),\(pair.dice)\r\n".utf8) }
        }
        try file.close()
    }
}
