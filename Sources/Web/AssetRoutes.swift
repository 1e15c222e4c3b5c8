import Access
import Design
import HTTPTypes
import Hummingbird
import NIOCore

/// Style sheet, scripts and icon: their names carry their content's hash, so that browsers may keep them for ever.
package enum AssetRoutes {
    package static func add(to router: some RouterMethods<WebContext>) {
        router.get("assets/:name") { _, context -> Response in
            guard let name = context.parameters.get("name"), let asset = Asset.named(name) else {
                throw AccessError.notVisible
            }
            return answer(asset, caching: "public, max-age=31536000, immutable")
        }
        // What a browser asks for by itself where a page names no icon: a published document is one file and names none.
        router.get("favicon.ico") { _, _ in answer(.icon, caching: "public, max-age=86400") }
    }

    private static func answer(_ asset: Asset, caching: String) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = asset.contentType
        headers[.cacheControl] = caching
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}
