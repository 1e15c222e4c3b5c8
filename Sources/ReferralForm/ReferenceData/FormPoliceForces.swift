extension FormList {
    /// Police forces, spelt as the form spells them, in the order of the alphabet.
    static let policeForces = FormList(
        """
        Avon and Somerset Constabulary|Bedfordshire Police|British Transport Police|Cambridgeshire Constabulary
        Cheshire Constabulary|City of London Police|Cleveland Police|Cumbria Constabulary|Derbyshire Constabulary
        Devon & Cornwall Police|Dorset Police|Durham Constabulary|Dyfed-Powys Police|Essex Police|Gloucestershire Constabulary
        Greater Manchester Police|Gwent Police|Hampshire Constabulary|Hertfordshire Constabulary|Humberside Police|Kent Police
        Lancashire Constabulary|Leicestershire Police|Lincolnshire Police|Merseyside Police|Metropolitan Police Service
        National Police Air Service|Norfolk Constabulary|North Wales Police|North Yorkshire Police|Northamptonshire Police
        Northumbria Police|Nottinghamshire Police|Police Scotland|Police Service of Northern Ireland|South Wales Police
        South Yorkshire Police|Staffordshire Police|Suffolk Constabulary|Surrey Police|Sussex Police|Thames Valley Police
        Warwickshire Police|West Mercia Police|West Midlands Police|West Yorkshire Police|Wiltshire Police
        """)
}
