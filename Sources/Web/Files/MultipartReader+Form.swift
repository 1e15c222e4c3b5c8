import Hummingbird

extension MultipartReader {
    /// What stands before the file of a form, and the name that the browser gives the file; nil where the form has no such file.
    ///
    /// The fields came from one of our own pages: this is known before anything of the file is read. At most twenty fields of 4 kB
    /// are read. Throws `FormError.notOurs`, and `MultipartError`.
    package mutating func fields(
        beforeFile field: String = "file", of request: Request, _ context: SignedIn
    ) async throws -> (fields: FormData, fileName: String)? {
        var fields = FormData()
        while let part = try await nextPart() {
            guard let fileName = part.fileName else {
                guard fields.fields.count < 20 else { throw MultipartError.malformed }
                fields.fields.append((part.name, try await text(limit: 4096)))
                continue
            }
            guard part.name == field else { continue }
            guard request.isOurs(fields, context) else { throw FormError.notOurs }
            return (fields, fileName)
        }
        guard request.isOurs(fields, context) else { throw FormError.notOurs }
        return nil
    }
}
