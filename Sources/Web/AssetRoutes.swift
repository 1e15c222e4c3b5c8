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
            var headers = HTTPFields()
            headers[.contentType] = asset.contentType
            headers[.cacheControl] = "public, max-age=31536000, immutable"
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }
}
