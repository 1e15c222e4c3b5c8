/// Whom the door of the service lets in: before the form, a work address is asked and a link is mailed to it.
extension ReferralForm {
    /// Whether the door lets somebody in with this address, as the service's lists were in April 2026: by the end of its domain, or
    /// by the whole domain. The form itself does not ask; whoever keys a report in needs an address that passes.
    package static func doorLetsIn(_ address: String) -> Bool {
        guard EmailRule.accepts(trimmed(address)), let at = address.lastIndex(of: "@") else { return false }
        let domain = trimmed(String(address[address.index(after: at)...])).lowercased()
        return doorDomains.contains(domain) || doorEndings.contains { domain.hasSuffix($0) }
    }

    /// Ends of domains.
    package static let doorEndings = [".gov.uk", "police.uk", "pnn.police.uk", "gov.scot", "gov.wales", "hscni.net"]

    /// Whole domains: children's trusts, support organisations, harbours, and others that the ends do not cover.
    package static let doorDomains: Set<String> = Set(
        """
        achievingforchildren.org.uk barnardos.org.uk bawso.org.uk belfast-harbour.co.uk belfastwomensaid.org.uk bfs.aero
        birminghamchildrenstrust.co.uk bradfordcft.org.uk brighterfuturesforchildren.org bsicsiruk.cjsm.net bsigroup.com
        childrenfirstnorthamptonshire.co.uk dcstrust.co.uk derrystrabane.com devonandcornwall.pnn.police.uk
        devonandcornwall.police.uk digital.homeoffice.gov.uk eastriding.gcsx.gov.uk fermanaghomagh.com gwynedd.llyw.cymru
        homeoffice.gov.uk homeoffice.gsi.gov.uk homesforharingey.org kalayaan.org.uk lbhf.gov.uk medaille-trust.org.uk
        met.pnn.police.uk met.police.uk midulstercouncil.org migranthelpuk.org nctrust.co.uk newpathways.org.uk nmandd.org
        nspcc.org.uk prospects.co.uk psni.pnn.police.uk psni.police.uk rbkc.gov.uk refugeecouncil.org.uk salvationarmy.org.uk
        salvationarmy.org.uk.cjsm.net sandwellchildrenstrust.org scotland.pnn.police.uk scotland.police.uk scstrust.co.uk
        sloughchildrenfirst.co.uk sw.glasgow.gov.uk togetherforchildren.org.uk unseenuk.org westminster.gov.uk
        worcschildrenfirst.org.uk youthworkalliance.com
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
