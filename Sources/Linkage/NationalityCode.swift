/// Brings the usual ways to write a nationality to one: the ISO 3166-1 codes of two and three letters, the country and the adjective.
enum NationalityCode {
    /// The same number for every known way to write one nationality; another for every other text.
    static func digest(_ folded: [UInt8]) -> UInt64 {
        let key = folded.withUnsafeBufferPointer { Digest.of($0) }
        return canonical[key] ?? key
    }

    private static let canonical: [UInt64: UInt64] = {
        var table: [UInt64: UInt64] = [:]
        for group in groups {
            let words = group.split(separator: ",").map { Array($0.utf8) }
            let first = Digest.of(words[0][...])
            for word in words { table[Digest.of(word[...])] = first }
        }
        return table
    }()

    private static let groups = [
        "gbr,gb,uk,british,united kingdom,great britain,england,english,welsh,scottish,britain", "alb,al,albanian,albania",
        "vnm,vn,vietnamese,vietnam,viet nam", "rou,ro,rom,romanian,romania", "pol,pl,polish,poland", "sdn,sd,sudanese,sudan",
        "irq,iq,iraqi,iraq", "eri,er,eritrean,eritrea", "irn,ir,iranian,iran", "eth,et,ethiopian,ethiopia",
        "chn,cn,chinese,china", "ind,in,indian,india", "nga,ng,nigerian,nigeria", "pak,pk,pakistani,pakistan",
        "bgd,bd,bangladeshi,bangladesh", "afg,af,afghan,afghanistan", "syr,sy,syrian,syria", "tur,tr,turkish,turkey,turkiye",
        "bgr,bg,bulgarian,bulgaria", "ltu,lt,lithuanian,lithuania", "lva,lv,latvian,latvia", "svk,sk,slovak,slovakia",
        "hun,hu,hungarian,hungary", "cze,cz,czech,czechia,czech republic", "phl,ph,filipino,philippines,philippine",
        "som,so,somali,somalia", "egy,eg,egyptian,egypt", "mar,ma,moroccan,morocco", "dza,dz,algerian,algeria",
        "tun,tn,tunisian,tunisia", "lby,ly,libyan,libya", "gha,gh,ghanaian,ghana", "ken,ke,kenyan,kenya", "uga,ug,ugandan,uganda",
        "zwe,zw,zimbabwean,zimbabwe", "bra,br,brazilian,brazil", "prt,pt,portuguese,portugal", "esp,es,spanish,spain",
        "fra,fr,french,france", "deu,de,ger,german,germany", "ita,it,italian,italy", "irl,ie,irish,ireland", "ukr,ua,ukrainian,ukraine",
        "rus,ru,russian,russia", "lka,lk,sri lankan,sri lanka", "tha,th,thai,thailand", "mys,my,malaysian,malaysia",
        "idn,id,indonesian,indonesia", "npl,np,nepalese,nepali,nepal", "yem,ye,yemeni,yemen", "usa,us,american,united states",
        "jam,jm,jamaican,jamaica", "xkx,xk,kosovan,kosovar,kosovo", "mda,md,moldovan,moldova", "uzb,uz,uzbek,uzbekistan",
    ]
}
