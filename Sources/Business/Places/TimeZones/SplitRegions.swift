/// The states, provinces and countries in which clocks differ from part to part.
///
/// A line names the region (ISO 3166-2, or ISO 3166-1 for a whole country) and the zone of most of it; each indented line
/// below is a part with a zone of its own, outlined by points (latitude, longitude). The first part that holds a place
/// counts. Outlines run on past the region's own border, since only places of that region are asked for.
///
/// Drawn from the county lists of 49 CFR 71 and of the tz database, with what people there really keep where it differs
/// from the law (the towns of Alabama beside Columbus, Georgia; Fort Pierre). Zones whose clocks have agreed since 2007 are
/// taken as one: all of Indiana's Eastern counties are `America/Indiana/Indianapolis`.
enum SplitRegions {
    static let all: [String: SplitRegion] = {
        var all: [String: SplitRegion] = [:]
        var region: Substring = ""
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { continue }
            if line.hasPrefix(" ") {
                all[String(region)]?.parts.append((String(words[0]), Outline(words[1])))
            } else {
                region = words[0]
                all[String(region)] = SplitRegion(mostly: String(words[1]))
            }
        }
        return all
    }()

    private static let table = """
        US-AL America/Chicago
          America/New_York 32.96 -85.25, 32.96 -84.8, 32.15 -84.8, 32.15 -85.08, 32.5 -85.18
        US-AK America/Anchorage
          America/Adak 60 -180, 60 -169.5, 50 -169.5, 50 -180
          America/Adak 60 170, 60 180, 50 180, 50 170
        US-AZ America/Phoenix
          America/Phoenix 36.12 -111.26, 36.12 -111.2, 36.07 -111.2, 36.07 -111.26
          America/Phoenix 36.3 -110.75, 36.25 -110.15, 35.55 -110, 35.55 -110.85, 35.85 -111
          America/Denver 37.01 -109, 35.15 -109, 35.15 -109.45, 35.32 -109.6, 35.32 -110.45, 35.2 -110.9, 35.22 -111.1, \
            35.6 -111.33, 35.85 -111.45, 36.1 -111.72, 36.45 -111.85, 36.85 -111.58, 36.89 -111.5, 36.89 -111.4, 37.01 -111.3
        US-FL America/New_York
          America/New_York 29.6 -85.4, 29.915 -85.4, 29.95 -85.2, 29.9 -84.9, 29.6 -84.9
          America/Chicago 31.1 -84.86, 30.7 -84.86, 30.5 -84.97, 30.4 -85, 30.15 -85.13, 29.93 -85.02, 29.6 -85.2, 29.6 -88, \
            31.1 -88
        US-ID America/Boise
          America/Los_Angeles 49.1 -117.3, 45.86 -117.3, 45.86 -116.4, 45.47 -116.33, 45.43 -116, 45.45 -115.4, 45.55 -114.7, \
            45.46 -114.33, 45.8 -114.3, 46.6 -114.2, 49.1 -115.9
        US-IN America/Indiana/Indianapolis
          America/Chicago 42 -88, 42 -86.525, 41.52 -86.525, 41.43 -86.49, 41.43 -86.93, 40.91 -86.93, 40.91 -87.1, \
            40.74 -87.1, 40.74 -88
          America/Indiana/Knox 41.43 -86.93, 41.43 -86.47, 41.17 -86.47, 41.17 -86.93
          America/Chicago 38.55 -88.3, 38.52 -87.6, 38.36 -87.3, 38.21 -87.27, 38.2 -86.8, 37.5 -86.8, 37.5 -88.3
          America/Indiana/Tell_City 38.26 -86.79, 38.26 -86.46, 37.8 -86.46, 37.8 -86.79
        US-KS America/Chicago
          America/Denver 39.57 -102.1, 39.57 -101.39, 39.13 -101.39, 39.13 -101.48, 38.7 -101.48, 38.7 -101.567, \
            38.26 -101.567, 38.26 -101.54, 37.73 -101.54, 37.73 -102.1
        US-KY America/New_York
          America/Chicago 38.1 -89.7, 38 -87, 38 -86.51, 37.92 -86.26, 37.78 -86.26, 37.6 -86.27, 37.58 -86.06, 37.45 -86.04, \
            37.43 -85.68, 37.38 -85.58, 37.27 -85.42, 37.24 -85.2, 37.17 -85.06, 36.98 -84.85, 36.88 -84.95, 36.8 -85, \
            36.6 -84.98, 36.4 -84.98, 36.4 -89.7
        US-MI America/Detroit
          America/Menominee 46.62 -90.5, 46.62 -89.88, 46.42 -89.88, 46.42 -88.98, 46.33 -88.98, 46.33 -88.12, 46.25 -88.12, \
            46.25 -87.62, 45.9 -87.62, 45.9 -87.33, 45.45 -87.3, 45 -87.4, 45 -90.5
        US-ND America/Chicago
          America/Denver 47.75 -104.2, 47.6 -103.6, 47.6 -102.9, 47.55 -102.2, 47.33 -102.2, 47.33 -102.15, 46.98 -102.1, \
            46.72 -102.1, 46.72 -101.7, 46.35 -101, 46.28 -100.9, 45.9 -100.85, 45.9 -104.2
        US-NE America/Chicago
          America/Denver 43.1 -104.2, 43.1 -101.3, 42.4 -101.2, 42.09 -101.1, 42.09 -100.84, 41.74 -100.84, 41.74 -101.43, \
            41.4 -101.43, 41.4 -101.25, 40.7 -101.25, 40.7 -101.34, 39.9 -101.32, 39.9 -104.2
        US-NV America/Los_Angeles
          America/Denver 40.85 -114.15, 40.85 -114, 40.65 -114, 40.65 -114.15
        US-OR America/Los_Angeles
          America/Boise 44.45 -117.22, 44.26 -117.6, 44.26 -118.23, 42.45 -118.2, 42.45 -116.8, 44.45 -116.8
        US-SD America/Chicago
          America/Denver 46 -104.2, 46 -100.46, 45.45 -100.46, 45.3 -100.32, 45 -100.35, 44.75 -100.7, 44.55 -100.55, \
            44.42 -100.6, 44.42 -101.1, 44.17 -101.05, 44 -101.05, 43.7 -101.05, 43.39 -101.22, 42.9 -101.22, 42.9 -104.2
        US-TN America/Chicago
          America/New_York 36.7 -84.78, 36.4 -84.75, 36.28 -84.72, 36.05 -84.8, 35.9 -84.75, 35.75 -84.8, 35.65 -84.95, \
            35.45 -85.12, 35.35 -85.25, 35.15 -85.37, 35 -85.47, 34.9 -85.47, 34.9 -81.5, 36.7 -81.5
        US-TX America/Chicago
          America/Denver 32.1 -107, 32.1 -104.92, 30.5 -104.92, 30.5 -107
        CA-BC America/Vancouver
          America/Creston 49.4 -116.75, 49.4 -116.3, 48.9 -116.3, 48.9 -116.75
          America/Dawson_Creek 60.1 -120, 60.1 -127, 57.5 -126, 56.5 -123.5, 55.4 -122.8, 54.8 -121, 54.6 -120
          America/Edmonton 52.6 -119, 51.9 -118.4, 51.35 -118.05, 50.8 -117.3, 50.3 -117, 49.9 -116.9, 49.6 -116.5, \
            49.4 -116.2, 48.9 -116.2, 48.9 -113.9, 52.6 -113.9
        CA-NL America/St_Johns
          America/Goose_Bay 61 -65, 61 -60, 53.4 -55.4, 53.3 -56.8, 52.2 -57.4, 51.9 -57, 51.5 -68.5, 55 -68.5
        CA-ON America/Toronto
          America/Atikokan 49 -91.9, 49 -91.4, 48.5 -91.4, 48.5 -91.9
          America/Winnipeg 57 -90, 57 -95.5, 47.9 -95.5, 47.9 -90
        CA-QC America/Toronto
          America/Halifax 48.2 -62.5, 48.2 -61, 47 -61, 47 -62.5
          America/Blanc-Sablon 52.2 -61.8, 52.2 -56.5, 49.8 -56.5, 49.8 -61.8
        CA-SK America/Regina
          America/Edmonton 53.35 -110.1, 53.35 -109.9, 53.2 -109.9, 53.2 -110.1
        AU-NSW Australia/Sydney
          Australia/Broken_Hill -31.7 141.2, -31.7 141.7, -32.2 141.7, -32.2 141.2
        ES Europe/Madrid
          Atlantic/Canary 30 -19, 30 -13, 27 -13, 27 -19
        PT Europe/Lisbon
          Atlantic/Azores 40.5 -32, 40.5 -24, 36 -24, 36 -32
        NZ Pacific/Auckland
          Pacific/Chatham -43 -178, -43 -175, -45 -175, -45 -178
        """
}
