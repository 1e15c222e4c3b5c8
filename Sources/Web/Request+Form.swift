import Crypto
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

extension Request {
    /// Reads a form of a signed-in person and checks that it came from one of our own pages.
    ///
    /// Throws `FormError`: `.notOurs` when the secret is missing or another session's, `.tooLarge` past 2 MB.
    package func form(_ context: SignedIn) async throws -> FormData {
        try await form(secret: context.person.formSecret)
    }

    /// Reads a form that must carry this secret.
    package func form(secret: String) async throws -> FormData {
        let data = try await formUnchecked()
        guard !isFromElsewhere, sameSecret(data.text(FormFields.secret), secret) else { throw FormError.notOurs }
        return data
    }

    /// Reads a form without a session, such as the public one: its secret must be that of the visitor's own cookie.
    package func publicForm() async throws -> FormData {
        guard let secret = cookies[VisitorCookie.name]?.value, secret.count >= 40 else { throw FormError.notOurs }
        return try await form(secret: secret)
    }

    /// Reads the fields without asking where they came from. Only for keeping what was typed when a session has ended.
    package func formUnchecked() async throws -> FormData {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > FormData.limit {
            throw FormError.tooLarge
        }
        let buffer: ByteBuffer
        do {
            buffer = try await body.collect(upTo: FormData.limit)
        } catch is NIOTooManyBytesError {
            throw FormError.tooLarge
        }
        return try FormData(urlEncoded: buffer.readableBytesView)
    }

    /// The fields of the address, after the question mark.
    package var query: FormData {
        (try? FormData(urlEncoded: (uri.query ?? "").utf8)) ?? FormData()
    }

    /// Whether a script of one of our own pages asks, which goes on with its page whatever the answer is.
    package var isFetchedByScript: Bool {
        guard let name = HTTPField.Name("X-Requested-With") else { return false }
        return headers[name] != nil
    }

    /// What separates the parts of a form with files; nil where the body says it is none, or names no sound boundary.
    package var multipartBoundary: String? {
        let type = HeaderParameters(headers[.contentType] ?? "")
        guard type.value.lowercased() == "multipart/form-data", let boundary = type["boundary"],
            (1...70).contains(boundary.utf8.count)
        else { return nil }
        return boundary
    }

    /// Whether fields that were read so far came from one of our own pages: those of a form with files stand before the file,
    /// so that nothing of it is kept before this is known.
    package func isOurs(_ fields: FormData, _ context: SignedIn) -> Bool {
        !isFromElsewhere && sameSecret(fields.text(FormFields.secret), context.person.formSecret)
    }

    /// Whether the browser says that another site made it send this.
    private var isFromElsewhere: Bool {
        guard let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name] else { return false }
        return site != "same-origin" && site != "none"
    }

    private func sameSecret(_ one: String, _ other: String) -> Bool {
        let first = SHA256.hash(data: Array(one.utf8))
        return first == SHA256.hash(data: Array(other.utf8)) && !other.isEmpty
    }
}

/// The names of the fields that every form carries.
package enum FormFields {
    /// Proves that the form came from a page of this session.
    package static let secret = "form_secret"
    /// Makes the second arrival of the same form recognisable.
    package static let token = "form_token"
    /// Which version of the record the form was filled in from.
    package static let version = "version"
}

/// The cookie of somebody who is not signed in: ties a public form to the browser that asked for it, and nothing else.
package enum VisitorCookie {
    package static let name = "plainsight_visitor"

    package static func set(_ secret: String, secure: Bool) -> Cookie {
        Cookie(name: name, value: secret, path: "/", secure: secure, httpOnly: true, sameSite: .strict)
    }
}
