extension FormList {
    /// Towns, spelt as the form spells them, in the order of the alphabet.
    static let towns = FormList(
        """
        Aberaeron|Abercarn|Aberchirder|Abercynon|Aberdare / Aberdâr|Aberdeen|Aberfeldy|Abergavenny / Y Fenni|Abergele|Abersychan
        Abertillery / Abertyleri|Aberystwyth|Abingdon-on-Thames|Accrington|Acton|Addlestone|Adlington|Adwick le Street|Airdrie
        Alameda Place|Alcester|Aldeburgh|Aldershot|Aldridge|Alexandria|Alford|Alfreton|Alloa|Alness|Alnwick|Alsager|Alston|Alton
        Altrincham|Alva|Alyth|Amble|Ambleside|Amersham|Amesbury|Amlwch|Ammanford / Rhydaman|Ampthill|Andover|Annan
        Annfield Plain|Anstruther|Antrim|Aperfield|Appleby-in-Westmorland|Arbroath|Ardrossan|Armadale|Armagh|Arnold|Arundel
        Ashbourne|Ashburton|Ashby-de-la-Zouch|Ashford|Ashington|Ashton-in-Makerfield|Ashton-under-Lyne|Aspatria|Atherstone
        Atherton|Attleborough|Auchterarder|Auchtermuchty|Aviemore|Axbridge|Axminster|Aylesbury|Aylsham|Ayr|Bacup|Baildon
        Bakewell|Baldock|Ballater|Ballycastle|Ballyclare|Ballymena|Ballymoney|Ballynahinch|Bamber Bridge|Banbridge|Banbury
        Banchory|Banff|Bangor|Banstead|Bargod / Bargoed|Barking|Barmouth / Abermaw|Barnard Castle|Barnes|Barnet|Barnet Gate
        Barnoldswick|Barnsley|Barnstaple|Barrhead|Barrow-in-Furness|Barrowford|Barry / Barri|Barton-upon-Humber|Basildon
        Basingstoke|Bath|Bathgate|Batley|Battersea|Battle|Bawtry|Beaconsfield|Beaminster|Bearsden|Beaumaris|Bebington|Beccles
        Beckenham|Bedale|Bedford|Bedlington|Bedworth|Beeston|Belfast|Bellshill|Belper|Bentley|Berkhamsted|Bermondsey
        Berwick-upon-Tweed|Bethesda|Bethnal Green|Betws-y-Coed|Beverley|Bewdley|Bexhill|Bexley|Bicester|Biddulph|Bideford|Biggar
        Biggin Hill|Biggleswade|Billericay|Billinge|Billingham|Bilston|Bingham|Bingley|Birkenhead|Birmingham|Bishop Auckland
        Bishop's Castle|Bishop's Stortford|Bishop's Waltham|Bishopbriggs|Blackburn|Blackheath|Blackpool|Blackwater
        Blackwood / Y Coed Duon|Blaenau Ffestiniog|Blaenavon|Blaina / Y Blaenau|Blairgowrie and Rattray|Blandford Forum|Blaydon
        Bletchley|Bloxwich|Blyth|Bo'ness|Bodmin|Bognor Regis|Bollington|Bolsover|Bolton|Bolton upon Dearne|Bonnyrigg|Bootle
        Bordon|Borehamwood|Boroughbridge|Boston|Bourne|Bournemouth|Bovey Tracey|Bow|Bowness-on-Windermere|Brackley|Bracknell
        Bradford|Bradford-on-Avon|Brading|Bradley Stoke|Braintree|Bramhall|Brampton|Brandon|Brechin|Brecon / Aberhonddu
        Brentford|Brentwood|Bridge of Allan|Bridgend / Pen-y-bont ar Ogwr|Bridgnorth|Bridgwater|Bridlington|Bridport|Brierfield
        Brierley Hill|Brigg|Brighouse|Brightlingsea|Brighton and Hove|Bristol|Brixham|Broadstairs|Bromley|Bromsgrove|Bromyard
        Broseley|Brotton|Broughton in Furness|Broughty Ferry|Brownhills|Broxburn|Bruton|Brynmawr / Bryn-Mawr|Buckfastleigh
        Buckhaven|Buckie|Buckingham|Buckley / Bwcle|Bude|Budleigh Salterton|Builth Wells / Llanfair-ym-Muallt|Bungay|Buntingford
        Burford|Burgess Hill|Burghead|Burnham-on-Crouch|Burnham-on-Sea|Burnley|Burntisland|Burntwood|Burry Port / Porth Tywyn
        Burton Latimer|Burton upon Trent|Bury|Bury St Edmunds|Bushey|Buxton|Caerleon / Caerllion|Caernarfon
        Caerphilly / Caerffili|Caerwys|Caister-on-Sea|Caldicot / Cil-y-coed|Callander|Callington|Calne|Camberley|Camberwell
        Camborne|Cambridge|Camden Town|Camelford|Campbeltown / Ceann Loch Chille Chiarain|Cannock|Canterbury|Canvey Island
        Cardiff / Caerdydd|Cardigan / Aberteifi|Carlisle|Carluke|Carmarthen / Caerfyrddin|Carnforth|Carnoustie|Carrickfergus
        Carryduff|Carshalton|Carterton|Castle Cary|Castle Douglas|Castleford|Castletown|Caterham|Catford|Central Parade
        Chadderton|Chagford|Chapel-en-le-Frith|Chard|Charlbury|Charlestown of Aberlour|Chase Village|Chatham|Chatteris|Cheadle
        Cheadle Hulme|Chelmsford|Chelsea|Cheltenham|Chepstow / Cas-Gwent|Chertsey|Chesham|Cheshunt|Chester|Chester-le-Street
        Chesterfield|Chichester|Chickerell|Chigwell|Chingford|Chippenham|Chipping Campden|Chipping Norton|Chipping Ongar
        Chipping Sodbury|Chirk / Y Waun|Chislehurst|Chiswick|Chorley|Chorleywood|Christchurch|Chudleigh|Church|Church Stretton
        Cinderford|Cirencester|Clackmannan|Clacton-on-Sea|Clapham|Clare|Clay Cross|Clayton-le-Moors|Cleator Moor|Cleckheaton
        Cleethorpes|Cleobury Mortimer|Clevedon|Cleveleys|Clitheroe|Clock House|Clydebank|Coalisland|Coalmakers Wharf|Coalville
        Coatbridge|Cockenzie and Port Seton|Cockermouth|Coggeshall|Colchester|Coldharbour|Coldstream|Cole Park|Coleford
        Coleraine|Coleshill|Colne|Colney Hatch|Colwyn Bay / Bae Colwyn|Colyton|Comber|Congleton|Conisbrough
        Connah's Quay / Cei Connah|Consett|Conwy|Cookstown|Corbridge|Corby|Corsham|Coseley|Cotgrave|Cottingham|Coulsdon
        Coupar Angus|Coventry|Cowbridge / Y Bont-Faen|Cowdenbeath|Cowes|Cowley Peachy|Craigavon|Crail|Cramlington|Craven Arms
        Crawley|Crayford|Crediton|Crewe|Crewkerne|Criccieth / Cricieth|Crickhowell / Crughywel|Cricklade|Crieff|Cromarty|Cromer
        Crook|Crosby|Crowborough|Crowland|Crowle|Crowthorne|Croydon|Cuckfield|Cullen|Cullompton|Culross|Cumbernauld|Cumnock
        Cupar|Cwmbrân|Dagenham|Dalbeattie|Dalkeith|Dalton-in-Furness|Darlaston|Darley Dale|Darlington|Dartford|Dartmouth|Darvel
        Darwen|Daventry|Dawlish|Deal|Denbigh / Dinbych|Denham|Denny|Denton|Deptford|Derby|Dereham|Derry / Londonderry|Desborough
        Devizes|Dewsbury|Didcot|Dingwall|Dinnington|Diss|Dolgellau|Dollar|Donaghadee|Doncaster|Dorchester|Dorking|Dornoch
        Douglas|Doune|Dover|Downham Market|Downpatrick|Driffield|Droitwich Spa|Dromore|Dronfield|Droylsden|Dudley|Dufftown
        Dukinfield|Dulverton|Dumbarton|Dumfries|Dunbar|Dunblane|Dundee|Dundonald|Dunfermline|Dungannon|Dunmurry
        Dunoon / Dùn Obhainn|Duns|Dunstable|Durham|Dursley|Ealing|Earby|Earl Shilton|Easingwold|East Cowes|East Grinstead
        East Ham|East Kilbride|East Linton|Eastbourne|Eastcote Village|Eastleigh|Eastwood|Ebbw Vale / Glyn Ebwy|Eccles
        Eccleshall|Edenbridge|Edgware|Edinburgh|Edmonton|Egham|Egremont|Elgin|Elland|Ellesmere|Ellesmere Port|Ellon|Eltham|Ely
        Emsworth|Enfield|Enniskillen|Epping|Epsom|Epworth|Erith|Erskine|Esher|Eton|Evesham|Ewell|Exeter|Exmouth|Eye|Eyemouth
        Failsworth|Fairford|Fakenham|Falkirk|Falkland|Falmouth|Fareham|Faringdon|Farnborough|Farnham|Farnworth|Faversham|Fazeley
        Featherstone|Felixstowe|Feltham|Ferndale|Ferndown|Ferryhill|Festubert Place|Filey|Filton|Finchley|Findochty
        Fishguard / Abergwaun|Fleet|Fleetwood|Flint / Y Fflint|Flitwick|Folkestone|Fordingbridge|Forfar|Formby|Forres
        Fort William / An Gearasdan|Fortrose|Fortuneswell|Fowey|Foxbury|Framlingham|Frank Whipple Estate|Fraserburgh|Freckleton
        Friern Barnet|Frimley|Frinton-on-Sea|Frodsham|Frome|Fulham|Fulwood|Gainsborough|Galashiels|Gallows Corner|Galston
        Garforth|Garstang|Gatehouse of Fleet|Gateshead|Gatley|Gerrards Cross|Gillingham|Girvan|Glasgow|Glastonbury|Glenrothes
        Glossop|Gloucester|Glyn-neath / Glyn-nedd|Godalming|Godmanchester|Golborne|Goldthorpe|Goodwick / Wdig|Goole
        Gorleston-on-Sea|Gorseinon|Gosport|Gourock|Grange-over-Sands|Grangemouth|Grantham|Grantown-on-Spey|Gravesend|Grays
        Great Dunmow|Great Harwood|Great Malvern|Great Torrington|Great Yarmouth|Greenford|Greenock|Greenwich|Grimsby|Guildford
        Guisborough|Guiseley|Hackney|Hacton|Haddington|Hadleigh|Hailsham|Hale|Halesowen|Halesworth|Halifax|Hallsville Quarter
        Halstead|Haltwhistle|Hamilton|Hammersmith|Hampstead|Hampton|Harefield Grove|Harlech|Harleston|Harlow|Harpenden|Harrogate
        Harrow|Hartlepool|Harwich|Haslemere|Haslingden|Hastings|Hatfield|Havant|Haverfordwest / Hwlffordd|Haverhill|Hawick|Haxby
        Hay-on-Wye / Y Gelli Gandryll|Haydock|Hayes|Hayes Town|Hayle|Haywards Heath|Hazel Grove|Heanor|Heathfield|Hebburn
        Hebden Bridge|Heckington|Heckmondwike|Hedge End|Hedon|Helensburgh|Helmsley|Helston|Hemel Hempstead|Hemsworth|Hendon
        Henley-in-Arden|Henley-on-Thames|Hereford|Herne Bay|Hertford|Hessle|Heswall|Hetton-le-Hole|Hexham|Heysham|Heywood
        High Bentham|High Wycombe|Higham Ferrers|Higher Dunstone|Higher Larrick|Highwood Hill|Highworth|Hillingdon|Hinckley
        Hindley|Hingham|Hitchin|Hitchin Square|Hoddesdon|Holbeach|Holders Hill|Holmfirth|Holsworthy|Holt|Holyhead / Caergybi
        Holywell / Treffynnon|Holywood|Honiton|Horbury|Horley|Horncastle|Hornchurch|Horndean|Hornsea|Hornsey|Hornsey Vale
        Horsham|Horwich|Houghton Regis|Houghton-le-Spring|Hounslow|Howden|Hoylake|Hucknall|Huddersfield|Hugh Town|Hungerford
        Hunstanton|Huntingdon|Huntly|Hyde|Hythe|Ibstock|Ilford|Ilfracombe|Ilkeston|Ilkley|Ilminster|Immingham|Ince-in-Makerfield
        Innerleithen|Inveraray|Inverbervie|Invergordon|Inverkeithing|Inverness / Inbhir Nis|Inverurie|Ipswich|Irlam
        Irthlingborough|Irvine|Isle of Dogs|Isleworth|Islington|Ivybridge|Jarrow|Jedburgh|Johnstone|Kearsley|Keighley|Keith
        Kelso|Kempston|Kendal|Kenilworth|Kensington|Kenton|Kesgrave|Keswick|Kettering|Keynsham|Kidderminster|Kidlington
        Kidsgrove|Kidwelly / Cydweli|Kilkeel|Kilmarnock|Kilsyth|Kilwinning|Kimberley|King's Lynn|Kinghorn|Kingsbridge
        Kingsteignton|Kingston upon Hull|Kingston upon Thames|Kingswinford|Kington|Kingussie|Kinross|Kintore|Kirkby
        Kirkby Lonsdale|Kirkby Stephen|Kirkby-in-Ashfield|Kirkbymoorside|Kirkcaldy|Kirkcudbright|Kirkham|Kirkintilloch|Kirkwall
        Kirriemuir|Kirton in Lindsey|Knaresborough|Knight's Hill|Knighton / Tref-y-Clawdd|Knottingley|Knutsford|Ladybank
        Lampeter / Llanbedr Pont Steffan|Lanark|Lancaster|Langholm|Langport|Largs|Larkhall|Larne|Lauder|Laugharne / Talacharn
        Launceston|Laurencekirk|Leatherhead|Lechlade-on-Thames|Ledbury|Leeds|Leek|Lees|Leicester|Leigh|Leigh-on-Sea
        Leighton Buzzard|Leiston|Leominster|Lerwick|Leslie|Letchworth|Leven|Lewes|Lewisham|Leyburn|Leyland|Leyton|Lichfield
        Limavady|Lincoln|Linlithgow|Lisburn|Liskeard|Litherland|Little Lever|Littleborough|Littlehampton|Liverpool|Liversedge
        Livingston|Llandeilo|Llandovery / Llanymddyfri|Llandrindod Wells / Llandrindod|Llandudno|Llandysul|Llanelli
        Llanfair Caereinion|Llanfairfechan|Llanfyllin|Llangefni|Llangollen|Llanidloes|Llanrwst|Llantrisant
        Llantwit Major / Llanilltud Fawr|Llanwrtyd Wells|Llanybydder / Llanybyther|Loanhead|Lochgelly
        Lochgilphead / Ceann Loch Gilb|Lochmaben|Lockerbie|Loddon|Loftus|London|Long Eaton|Long Sutton|Longbenton|Longridge
        Longtown|Looe|Lossiemouth|Lostwithiel|Loughborough|Loughor / Casllwchwr|Loughton|Louth|Lowestoft|Ludgershall|Ludlow
        Lurgan|Luton|Lutterworth|Lydd|Lydney|Lyme Regis|Lymington|Lymm|Lynton|Lytham St Anne's|Mablethorpe|Macclesfield|Macduff
        Machynlleth|Madeley|Maesteg|Magherafelt|Maghull|Maidenhead|Maidstone|Maldon|Malmesbury|Maltby|Malton|Manchester
        Manningtree|Mansfield|Mansfield Woodhouse|March|Margate|Market Bosworth|Market Deeping|Market Drayton|Market Harborough
        Market Jew / Marazion|Market Rasen|Market Warsop|Market Weighton|Markinch|Marlborough|Marlow|Marple|Marske-by-the-Sea
        Maryport|Masham|Matlock|Maybole|Meadow Well|Melksham|Melrose|Meltham|Melton Mowbray|Menai Bridge / Porthaethwy|Mere
        Merthyr Tydfil / Merthyr Tudful|Merton|Methil|Mexborough|Middleham|Middlesbrough|Middleton|Middlewich|Midhurst
        Midsomer Norton|Mildenhall|Milford Haven / Aberdaugleddau|Millom|Millport|Milngavie|Milnrow|Milton Keynes|Minchinhampton
        Minehead|Minster|Mirfield|Mitcham|Mitcheldean|Moffat|Mold / Yr Wyddgrug|Monifieth|Monmouth / Trefynwy
        Montgomery / Trefaldwyn|Montrose|Morden|Morecambe|Moreton-in-Marsh|Moretonhampstead|Morley|Morpeth|Mossley|Motherwell
        Mountain Ash / Aberpennar|Much Wenlock|Musselburgh|Nailsea|Nailsworth|Nairn|Nantwich|Nantyglo|Narberth / Arberth
        Neath / Castell-nedd|Needham Market|Nefyn|Nelson|Neston|New Alresford|New Cross Gate|New Galloway|New Malden|New Mills
        New Milton|New Quay / Ceinewydd|New Romney|Newark-on-Trent|Newbiggin-by-the-Sea|Newbridge / Trecceln|Newburgh|Newbury
        Newcastle County Down|Newcastle Emlyn / Castell Newydd Emlyn|Newcastle upon Tyne|Newcastle-under-Lyme|Newent|Newhaven
        Newlyn|Newmarket|Newmilns|Newport|Newport / Casnewydd|Newport / Trefdraeth|Newport Pagnell|Newport-on-Tay|Newquay|Newry
        Newton Abbot|Newton Aycliffe|Newton Stewart|Newton-le-Willows|Newtown / Y Drenewydd|Newtownabbey|Newtownards|Neyland
        Normanton|North Berwick|North Hykeham|North Petherton|North Tawton|North Walsham|Northallerton|Northam|Northampton
        Northfleet|Northleach|Northolt|Northwich|Northwood|Norton-on-Derwent|Norwich|Nottingham|Nuneaton|Oakham|Oban|Okehampton
        Oldbury|Oldham|Oldmeldrum|Olney|Omagh|Ormskirk|Orpington|Ossett|Oswaldtwistle|Oswestry / Croesoswallt|Otley
        Ottery St Mary|Oundle|Oxford|Oxted|Paddington|Paddock Wood|Padiham|Padstow|Paignton|Painswick|Paisley|Park Royal
        Partington|Pateley Bridge|Peacehaven|Peebles|Peel|Pembroke / Penfro|Pembroke Dock / Doc Penfro|Penarth|Pencoed|Penge
        Penicuik|Penistone|Penkridge|Penmaenmawr|Penrith|Penryn|Penzance|Pershore|Perth|Peterborough|Peterhead|Peterlee
        Petersfield|Petworth|Pickering|Pinner|Pitlochry|Pittenweem|Plymouth|Pocklington|Polegate|Pontardawe|Pontarddulais
        Pontefract|Ponteland|Pontllanfraith|Pontycymer|Pontypool / Pont-y-pŵl|Pontypridd|Poole|Poplar|Port Glasgow|Port Talbot
        Portadown|Porth|Porthcawl|Porthmadog|Portishead|Portlethen|Portrush|Portsmouth|Portsoy|Portstewart|Potters Bar|Potton
        Poulton-le-Fylde|Poynders Parade|Poynton|Prescot|Prestatyn|Presteigne / Llanandras|Preston|Prestonpans|Prestwick
        Princes Risborough|Prudhoe|Pudsey|Purley|Putney|Pwllheli|Queenborough|Queensferry|Radcliffe|Radlett|Radstock|Rainford
        Rainham|Ramsbottom|Ramsey|Ramsgate|Randalstown|Raunds|Rawmarsh|Rawtenstall|Rayleigh|Reading|Redcar|Redditch|Redhill
        Redruth|Reepham|Reigate|Renfrew|Retford|Rhayader / Rhaeadr Gwy|Rhondda|Rhosgadfan|Rhuddlan|Rhyl|Rhymney / Rhymni
        Richmond|Rickmansworth|Ringwood|Ripley|Ripon|Risca / Rhisga|Rishton|Risley Close|Rochdale|Rochester|Rochford|Romford
        Romiley|Romsey|Rosehearty|Ross-on-Wye|Rothbury|Rotherham|Rothes|Rothesay|Rothwell|Rowley Regis|Royal Leamington Spa
        Royal Sutton Coldfield|Royal Tunbridge Wells|Royal Wootton Bassett|Royston|Royton|Rugby|Rugeley|Ruislip|Ruislip Gardens
        Runcorn|Rushden|Rushmore Hill|Rutherglen|Ruthin / Rhuthun|Ryde|Rye|Ryton|Saffron Walden|Salcombe|Sale|Salford|Salisbury
        Saltash|Saltburn-by-the-Sea|Saltcoats|Sandbach|Sandhurst|Sandiacre|Sandown|Sandwich|Sandy|Sanquhar|Sawbridgeworth
        Saxmundham|Scarborough|Scunthorpe|Seaford|Seaham|Seaton|Sedbergh|Sedgefield|Sedgley|Selby|Selkirk|Selsey|Settle
        Sevenoaks|Shaftesbury|Shanklin|Shaw|Sheerness|Sheffield|Shefford|Shepshed|Shepton Mallet|Sherborne|Sherford|Sheringham
        Shildon|Shipley|Shipston-on-Stour|Shirebrook|Shoreham-by-Sea|Shotton|Shrewsbury|Sidcup|Sidmouth|Silloth|Silsden
        Sittingbourne|Skegness|Skelmersdale|Skelton|Skipton|Sleaford|Slough|Smethwick|Snodland|Soham|Solihull|Somerton
        South Bromley|South Cave|South Elmsall|South Kirkby|South Molton|South Petherton|South Shields|South Woodham Ferrers
        Southall|Southam|Southampton|Southborough|Southend-on-Sea|Southgate|Southminster|Southport|Southwark|Southwell|Southwick
        Southwold|Sowerby Bridge|Spalding|Spennymoor|Spilsby|St Albans|St Andrews|St Asaph / Llanelwy|St Austell|St Blazey
        St Clears / Sanclêr|St Columb Major|St Davids / Tyddewi|St Helens|St Ives|St Just / St Just in Penwith|St Neots|Stafford
        Staines-upon-Thames|Stalbridge|Stalham|Stalybridge|Stamford|Standish|Stanford-le-Hope|Stanhope|Stanley|Stanmore
        Stansted Mountfitchet|Stapleford|Staveley|Stepney|Stevenage|Stevenston|Stewarton|Steyning|Stirling|Stockport
        Stocksbridge|Stockton-on-Tees|Stoke Newington|Stoke-on-Trent|Stone|Stonehaven|Stonehouse|Stornoway / Steòrnabhagh
        Stotfold|Stourbridge|Stourport-on-Severn|Stow-on-the-Wold|Stowmarket|Strabane|Stranraer|Stratford|Stratford-upon-Avon
        Stratton|Streatham|Street|Stretford|Stromness|Stroud|Sturminster Newton|Sudbury|Sunbury|Sunbury-on-Thames|Sunderland
        Surbiton|Sutton|Sutton Coldfield|Sutton in Ashfield|Swadlincote|Swaffham|Swanage|Swanley|Swanscombe|Swansea / Abertawe
        Swindon|Swinton|Syston|Tadcaster|Tadley|Tain|Talbot Green|Talgarth|Tamworth|Taunton|Tavern Quay|Tavistock|Tayport
        Teddington|Teignmouth|Telford|Tenbury Wells|Tenby / Dinbych-y-Pysgod|Tenterden|Tetbury|Tewkesbury|Thame|Thatcham|Thaxted
        The Mews|Thetford|Thirsk|Thornaby-on-Tees|Thornbury|Thorne|Thornton|Thrapston|Thurnscoe|Thurso|Tickhill|Tidworth|Tilbury
        Tillicoultry|Tipton|Tiverton|Tobermory|Todmorden|Tonbridge|Tonypandy|Topsham|Torpoint|Torquay|Totnes|Tottenham|Totton
        Tow Law|Towcester|Tower Gardens|Tranent|Trawden|Tredegar|Tregaron|Treharris|Treherbert|Treorchy / Treorci|Tring
        Trinity Buoy Wharf|Troon|Trowbridge|Truro|Turriff|Twickenham|Tyldesley|Tynemouth|Tywyn|Uckfield|Uddingston|Ulverston
        Unity Place|Unknown|Upminster|Uppingham|Urmston|Usk / Brynbuga|Uttoxeter|Uxbridge|Ventnor|Verwood|Wadebridge|Wadhurst
        Wainfleet All Saints|Wakefield|Walkden|Wallasey|Wallingford|Wallington|Wallington Square|Wallsend|Walsall|Waltham Abbey
        Waltham Cross|Walthamstow|Walton-on-Thames|Walton-on-the-Naze|Wandle Park|Wandsworth|Wanstead|Wantage|Ware|Wareham
        Warlingham|Warminster|Warrenpoint|Warrington|Warwick|Washington|Watchet|Watford|Wath upon Dearne|Watlington|Watton
        Wednesbury|Wellingborough|Wellington|Wells|Wells-next-the-Sea|Welshpool / Y Trallwng|Welwyn Garden City|Wem|Wembley
        Wendover|West Bridgford|West Bromwich|West Drayton|West Ham|West Kirby|West Malling|West Mersea|Westbury|Westerham
        Westhill|Westhoughton|Westminster|Weston-Super-Mare|Wetherby|Weybridge|Weymouth|Whaley Bridge|Whickham|Whitburn|Whitby
        Whitchurch|Whitefield|Whitehaven|Whithorn|Whitland / Hendy-Gwyn|Whitley Bay|Whitnash|Whitstable|Whittlesey|Whitworth
        Wick|Wickford|Wickham|Wickham Market|Widnes|Wigan|Wigton|Wigtown|Willenhall|Willesden|Willington|Wilmslow|Wilton
        Wimbledon|Wimborne Minster|Wincanton|Winchcombe|Winchester|Windermere|Windsor|Winsford|Winslow|Winterton|Wirksworth
        Wisbech|Wishaw|Witham|Withernsea|Witney|Wiveliscombe|Wivenhoe|Woburn|Woburn Sands|Woking|Wokingham|Wolsingham
        Wolverhampton|Wombwell|Wood Green|Woodbridge|Woodford|Woodhall Spa|Woodley|Woodstock|Wooler|Woolwich|Worcester
        Workington|Worksop|Worsbrough|Worsley|Worthing|Wotton Cross|Wotton-under-Edge|Wragby|Wrexham / Wrecsam|Wymondham|Y Bala
        Yarm|Yarmouth|Yate|Yateley|Yeadon|Yeovil|Yiewsley|York|Ystrad Mynach|Ystradgynlais
        """)
}
