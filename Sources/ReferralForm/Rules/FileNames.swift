/// Which documents the form takes: as many as 100, of six kinds. It also refuses files of more than 25 megabytes, which
/// names alone do not tell.
enum FileNames {
    static let kinds = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "pdf": "application/pdf", "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    static let most = 100

    /// The media type by the ending of the name; nil for a kind that the form does not take.
    static func mediaType(_ name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        return kinds[name[name.index(after: dot)...].lowercased()]
    }

    static func problems(_ field: FormField, _ names: [String]) -> [ReferralProblem] {
        if names.count > most {
            return [field.problem("file_count", "are \(names.count), and the form takes \(most): leave some out")]
        }
        guard let wrong = names.firstIndex(where: { mediaType($0) == nil }) else { return [] }
        return [
            field.problem(
                "file_type", "hold a kind of file that the form refuses (number \(wrong + 1)): use jpg, jpeg, png, pdf, doc or docx")
        ]
    }
}
