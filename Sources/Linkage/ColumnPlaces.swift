/// Where the values of a record stand in the rows of one file.
package struct ColumnPlaces: Sendable {
    let forename: [Int]
    let surname: [Int]
    let fullName: [Int]
    let date: [Int]
    let gender: [Int]
    let nationality: [Int]
    /// For each code of the layout its column, or -1 where the file has none.
    let codes: [Int]

    /// The places in a file with these columns of the fields of `layout`: codes are found by name, then by kind.
    package init(of columns: [RecordLayout.Column], in layout: RecordLayout) {
        func all(_ kind: FieldKind) -> [Int] { columns.indices.filter { columns[$0].kind == kind } }
        forename = all(.forename)
        surname = all(.surname)
        fullName = all(.fullName)
        date = all(.dateOfBirth)
        gender = all(.gender)
        nationality = all(.nationality)
        var free = Set(columns.indices)
        var codes = [Int](repeating: -1, count: layout.codes.count)
        for (index, code) in layout.codes.enumerated() {
            guard let place = columns.firstIndex(of: code) else { continue }
            codes[index] = place
            free.remove(place)
        }
        for (index, code) in layout.codes.enumerated() where codes[index] < 0 {
            guard let place = free.sorted().first(where: { columns[$0].kind == code.kind }) else { continue }
            codes[index] = place
            free.remove(place)
        }
        self.codes = codes
    }
}
