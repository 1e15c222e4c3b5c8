import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// A page as it is sent: what is kept of one, so that sending it again copies nothing.
package struct PageBody: Sendable {
    fileprivate let bytes: ByteBuffer

    package init(_ markup: Markup) {
        bytes = ByteBuffer(bytes: markup.bytes)
    }
}

extension Response {
    /// A page.
    package static func page(_ markup: Markup, status: HTTPResponse.Status = .ok) -> Response {
        page(PageBody(markup), status: status)
    }

    /// A page that may have been sent before.
    package static func page(_ body: PageBody, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: pageHeaders, body: ResponseBody(byteBuffer: body.bytes))
    }

    private static let pageHeaders: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]

    /// The answer to a form that was done: the browser fetches this page next.
    package static func seeOther(_ link: Link) -> Response {
        var headers = HTTPFields()
        headers[.location] = link.text
        headers[.cacheControl] = "no-store"
        return Response(status: .seeOther, headers: headers)
    }

    /// A form that has to be put right.
    package static func unprocessable(_ markup: Markup) -> Response {
        page(markup, status: .unprocessableContent)
    }

    /// A table to save.
    package static func csv(_ text: String, name: String) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/csv; charset=utf-8"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// JSON bytes.
    package static func json(
        _ bytes: some Collection<UInt8>, status: HTTPResponse.Status = .ok, type: String = "application/json"
    )
        -> Response
    {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
