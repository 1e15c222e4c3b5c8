import Hummingbird
import Web

@testable import Pathways

extension SupportGround: PathwayPages {
    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void {
        let desk = desk
        return { partnership in
            partnership.addRoutes(PathwayRoutes(pathways: desk).routes, atPath: "pathways")
        }
    }
}
