import Concerns
import Crypto
import Kernel

extension StatisticReading {
    mutating func finished() -> StatisticFile {
        guard let dataset = file.dataset else { return file }
        if file.problems.isEmpty, figures.isEmpty {
            refuse(2, "", file.rows == 0 ? "There is no row behind the first" : "No row has figures of a quarter")
        }
        guard file.problems.isEmpty else {
            file.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
            return file
        }
        var leaves: [Place: [Figure]] = [:]
        for place in order { leaves[place] = checked(figures[place] ?? [], place) }
        checkYears(leaves)
        checkGaps(dataset)
        for place in order.sorted(by: { ($0.quarter, $0.section) < ($1.quarter, $1.section) }) {
            guard let found = leaves[place], let quarter = CalendarQuarter(number: place.quarter) else { continue }
            let part = part(found, quarter, place, dataset)
            if part.total == 0 {
                refuse(
                    part.row, "Quarter",
                    "\(quarter.text) has nothing but zeros\(part.section.isEmpty ? "" : " for \(part.section)"). Leave an empty quarter out until it is published"
                )
            }
            file.parts.append(part)
        }
        file.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        if !file.problems.isEmpty { file.parts = [] }
        return file
    }

    private static func isTotal(_ key: SIMD8<Int32>) -> UInt8 {
        var mask: UInt8 = 0
        for index in 0..<8 where key[index] == -1 { mask |= 1 << UInt8(index) }
        return mask
    }

    private static func totalled(_ key: SIMD8<Int32>, _ mask: UInt8) -> SIMD8<Int32> {
        var key = key
        for index in 0..<8 where mask & 1 << UInt8(index) != 0 { key[index] = -1 }
        return key
    }

    /// The leaves of a quarter: the figures with the fewest totals. Each other figure must be what its leaves add up to.
    private mutating func checked(_ figures: [Figure], _ place: Place) -> [Figure] {
        var masks: Set<UInt8> = []
        var seen: [SIMD8<Int32>: Int] = [:]
        seen.reserveCapacity(figures.count)
        for figure in figures {
            masks.insert(StatisticReading.isTotal(figure.key))
            if let first = seen.updateValue(figure.row, forKey: figure.key) {
                refuse(figure.row, columns[figure.column], "\(words(figure, place)) stands in row \(first) already. Remove one")
            }
        }
        let base = masks.reduce(0xFF, &)
        guard masks.contains(base) else {
            refuse(
                figures.first?.row ?? 2, columns[figures.first?.column ?? 0],
                "\(words(nil, place)) has totals of several kinds and no row that they all add up. Add the rows without totals")
            return []
        }
        let leaves = figures.filter { StatisticReading.isTotal($0.key) == base }
        var sums: [UInt8: [SIMD8<Int32>: Int]] = [:]
        for mask in masks where mask != base {
            var sum: [SIMD8<Int32>: Int] = [:]
            for leaf in leaves { sum[StatisticReading.totalled(leaf.key, mask), default: 0] += leaf.count }
            sums[mask] = sum
        }
        for figure in figures {
            let mask = StatisticReading.isTotal(figure.key)
            guard mask != base else { continue }
            file.totals += 1
            let sum = sums[mask]?[figure.key] ?? 0
            if sum != figure.count {
                refuse(
                    figure.row, columns[figure.column],
                    "The total of \(words(figure, place)) says \(figure.count), and its parts add up to \(sum). Correct one of them")
            }
        }
        return leaves
    }

    /// The total of a year must be what its quarters add up to.
    private mutating func checkYears(_ leaves: [Place: [Figure]]) {
        for (year, totals) in yearTotals.sorted(by: { $0.key < $1.key }) {
            let quarters = order.filter { $0.quarter / 4 == year }.flatMap { leaves[$0] ?? [] }
            for total in totals {
                file.totals += 1
                guard !quarters.isEmpty else {
                    refuse(total.row, "Quarter", "The year \(year) has a total and no quarter. Add its quarters")
                    break
                }
                let mask = StatisticReading.isTotal(total.key)
                let sum = quarters.reduce(0) { $0 + (StatisticReading.totalled($1.key, mask) == total.key ? $1.count : 0) }
                if sum != total.count {
                    refuse(
                        total.row, columns[total.column],
                        "The total of the year \(year) says \(total.count), and its quarters add up to \(sum). Correct one of them")
                }
            }
        }
    }

    private mutating func checkGaps(_ dataset: StatisticDataset) {
        guard !dataset.isSparse else { return }
        for section in Set(order.map(\.section)).sorted() {
            let quarters = order.filter { $0.section == section }.map(\.quarter).sorted()
            for (one, next) in zip(quarters, quarters.dropFirst()) where next > one + 1 {
                guard let missing = CalendarQuarter(number: one + 1) else { continue }
                let row = figures[Place(quarter: next, section: section)]?.first?.row ?? 2
                let type = section == 0 ? "" : " for \(codes[7][section - 1])"
                refuse(row, "Quarter", "The file has no figures of \(missing.text)\(type), which lies between its others. Add that quarter")
            }
        }
    }

    private func words(_ figure: Figure?, _ place: Place) -> String {
        var words = [CalendarQuarter(number: place.quarter)?.text ?? ""]
        if place.section > 0 { words.append(codes[7][place.section - 1]) }
        if let figure {
            for index in 0..<7 where figure.key[index] > 0 { words.append(codes[index][Int(figure.key[index]) - 1]) }
        }
        return words.joined(separator: ", ")
    }

    private func part(_ figures: [Figure], _ quarter: CalendarQuarter, _ place: Place, _ dataset: StatisticDataset) -> StatisticFile.Part {
        func code(_ figure: Figure, _ dimension: Int) -> String {
            figure.key[dimension] > 0 ? codes[dimension][Int(figure.key[dimension]) - 1] : ""
        }
        var cells = figures.map { figure -> (key: String, cell: StatisticFile.Cell) in
            let nationality = code(figure, Dimension.nationality).split(separator: " ")
            let cell = StatisticFile.Cell(
                responder: code(figure, Dimension.responder), exploitation: code(figure, Dimension.exploitation),
                age: code(figure, Dimension.age), gender: code(figure, Dimension.gender),
                nationality: nationality.first.map(String.init) ?? "",
                secondNationality: nationality.dropFirst().first.map(String.init) ?? "",
                place: code(figure, Dimension.place), outcome: code(figure, Dimension.outcome), count: figure.count,
                mark: StatisticReading.text(figure.mark))
            return (cell.key, cell)
        }
        cells.sort { $0.key < $1.key }
        cells = cells.reduce(into: []) { merged, next in
            if let last = merged.last, last.key == next.key {
                merged[merged.count - 1].cell.count += next.cell.count
            } else {
                merged.append(next)
            }
        }
        let mark = quarterMarks[place].map(StatisticReading.text) ?? fileMark
        var hasher = SHA256()
        hasher.update(data: Array("\(mark)\n".utf8))
        for (key, cell) in cells { hasher.update(data: Array("\(key)\u{1F}\(cell.count)\u{1F}\(cell.mark)\n".utf8)) }
        return StatisticFile.Part(
            quarter: quarter, section: place.section == 0 ? "" : codes[7][place.section - 1],
            hasDetail: dataset != .referrals || cells.contains { !$0.cell.responder.isEmpty }, cells: cells.map(\.cell), mark: mark,
            row: figures.first?.row ?? 2, hash: HexDigits.text(hasher.finalize()))
    }

    private static func text(_ mark: UInt8) -> String { mark == 0 ? "" : String(UnicodeScalar(mark)) }
}
