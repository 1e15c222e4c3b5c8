import Hummingbird
import Web

@testable import Pathways

extension ServiceGround: PathwayPages {
    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void {
        let (pathways, services, reception, definitions) = (pathways, services, reception, definitions)
        return { partnership in
            // The pages of one person come first.
            partnership.addRoutes(PathwayRoutes(pathways: pathways).routes, atPath: "pathways")
                .addRoutes(ServiceRoutes(services: services).routes, atPath: "pathways/services")
                .addRoutes(ReceptionRoutes(reception: reception).routes, atPath: "pathways/reception")
                .addRoutes(DefinitionRoutes(definitions: definitions).routes, atPath: "pathways/definitions")
        }
    }
}
