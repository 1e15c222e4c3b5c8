import Store

extension Migration {
    /// Published statistics as they were released, each version of them; the areas, populations and boundaries that they are
    /// shown with. All of it is public and tells of nobody's case.
    static let publishedStatistics = Migration(
        20, "published statistics",
        [
            """
            CREATE TABLE statistic_releases (
                id TEXT PRIMARY KEY,
                dataset TEXT NOT NULL,
                title TEXT NOT NULL,
                published_on TEXT,
                file_name TEXT NOT NULL,
                file_hash TEXT NOT NULL,
                row_count \(.integer) NOT NULL,
                mark TEXT NOT NULL,
                imported_at \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX statistic_releases_by_time ON statistic_releases (imported_at, id)",
            """
            CREATE TABLE statistic_parts (
                id TEXT PRIMARY KEY,
                release_id TEXT NOT NULL REFERENCES statistic_releases (id),
                dataset TEXT NOT NULL,
                quarter TEXT NOT NULL,
                section TEXT NOT NULL,
                has_detail \(.integer) NOT NULL CHECK (has_detail IN (0, 1)),
                hash TEXT NOT NULL,
                total \(.integer) NOT NULL CHECK (total >= 0),
                mark TEXT NOT NULL,
                superseded_by TEXT REFERENCES statistic_parts (id),
                superseded_at \(.integer),
                CHECK ((superseded_by IS NULL) = (superseded_at IS NULL))
            )\(.strict)
            """,
            """
            CREATE INDEX statistic_parts_by_quarter ON statistic_parts (dataset, quarter, section, superseded_by)
            """,
            "CREATE INDEX statistic_parts_by_release ON statistic_parts (release_id, quarter, section)",
            """
            CREATE TABLE statistic_cells (
                part_id TEXT NOT NULL REFERENCES statistic_parts (id),
                position \(.integer) NOT NULL,
                responder TEXT NOT NULL,
                exploitation TEXT NOT NULL,
                age TEXT NOT NULL,
                gender TEXT NOT NULL,
                nationality TEXT NOT NULL,
                second_nationality TEXT NOT NULL,
                place TEXT NOT NULL,
                outcome TEXT NOT NULL,
                count \(.integer) NOT NULL CHECK (count >= 0),
                mark TEXT NOT NULL,
                PRIMARY KEY (part_id, position)
            )\(.strictByKey)
            """,
            """
            CREATE TABLE statistic_areas (
                code TEXT PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('authority', 'county')),
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                force TEXT NOT NULL,
                region TEXT NOT NULL,
                region_name TEXT NOT NULL,
                upper_tier TEXT NOT NULL,
                release_id TEXT NOT NULL REFERENCES statistic_releases (id)
            )\(.strict)
            """,
            "CREATE INDEX statistic_areas_by_kind ON statistic_areas (kind, name_key)",
            """
            CREATE TABLE area_populations (
                area TEXT NOT NULL,
                year \(.integer) NOT NULL,
                release_id TEXT NOT NULL REFERENCES statistic_releases (id),
                people \(.integer) NOT NULL CHECK (people >= 0),
                PRIMARY KEY (area, year, release_id)
            )\(.strictByKey)
            """,
            """
            CREATE TABLE area_shapes (
                area TEXT PRIMARY KEY,
                level TEXT NOT NULL CHECK (level IN ('force', 'authority')),
                name TEXT NOT NULL,
                outline TEXT NOT NULL,
                release_id TEXT NOT NULL REFERENCES statistic_releases (id)
            )\(.strict)
            """,
            "CREATE INDEX area_shapes_by_level ON area_shapes (level, area)",
            """
            CREATE TABLE area_neighbours (
                area TEXT NOT NULL,
                neighbour TEXT NOT NULL,
                PRIMARY KEY (area, neighbour)
            )\(.strictByKey)
            """,
        ])
}
