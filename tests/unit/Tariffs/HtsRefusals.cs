namespace GeoGraph.UnitTests.Tariffs;

/// <summary>The rate texts of the eight published revisions of 2025 and 2026 at hand that are no duty which can be computed, by reason.</summary>
internal static class HtsRefusals
{
    public static IEnumerable<(string Text, string Reason)> All => s_byReason.SelectMany(entry => entry.Texts.Select(text => (text, entry.Reason)));

    private static readonly (string Reason, string[] Texts)[] s_byReason =
    [
        ("'/' follows a whole duty: +, -, MIN, MAX or the end is expected",
        [
            "37%/",
        ]),
        ("'for' follows a whole duty: +, -, MIN, MAX or the end is expected",
        [
            "4.3% + 1.7¢/jewel + 0.2¢ for each other piece or part, but if consisting in part of a plate or a set of plates the total duty shall not exceed the "
                + "duty for the complete movement",
            "6% + 2.3¢/jewel + 0.2¢ for each other piece or part, but if consisting in part of a plate or a set of plates the total duty shall not exceed the duty "
                + "for the complete movement",
            "65% + 25¢/jewel + 3¢ for each other piece or part, but if consisting in part of a plate or a set of plates the total duty shall not exceed the duty "
                + "for the complete movement",
        ]),
        ("':' has no meaning in a duty",
        [
            ":",
        ]),
        ("the duty of like goods is not a phrase that a duty can be computed from",
        [
            "A duty (in lieu of any other duty or tax) equal to the sum of any duty and internal- revenue tax imposed upon the importation of like articles not "
                + "previously exported, but in no case in excess of the sum of (a) any customs drawback proved to have been allowed upon such exportation of the "
                + "article, and (b) any internal- revenue tax imposed, at the time such article is entered, upon the importation of like articles not previously exported",
            "A duty equal to the duty upon the importation of like articles not previously exported, but in no case in excess of the sum of (a) any customs "
                + "drawback proved to have been allowed upon such exportation, and (b) the duty which would have been payable on any articles used in the manufacture or "
                + "production of such aircraft had they not been entered and exported under heading 9813.00.05",
        ]),
        ("the ordinary rate on another value is not a phrase that a duty can be computed from",
        [
            "A duty upon the full value of the import- ed article less the value of fabrics, components or materials of the United States (see U.S. note 39 to "
                + "this subchapter)",
            "A duty upon the full value of the imported article less the value of fabrics, components or materials of the United States (see U.S. note 22 of this "
                + "subchapter)",
            "A duty upon the full value of the imported article, less the cost or value of such products of the United States (see U.S. Note 4 of this subchapter)",
            "A duty upon the full value of the imported article, less the cost or value of such products of the United States (see U.S. note 4 of this subchapter)",
            "A duty upon the value of such processing outside the United States (see U.S. note 3 of this subchapter)",
            "A duty upon the value of the repairs or alterations (see U.S. note 3 of this subchapter)",
            "A duty upon the value of the repairs oralterations (see U.S. note 3 of this subchapter)",
        ]),
        ("'(' follows a whole duty: +, -, MIN, MAX or the end is expected",
        [
            "Free (See U.S. note 4 of this subchapter)",
        ]),
        ("Free is tied to a condition, which a duty does not state",
        [
            "Free, for such temporary periods as the Secretary of the Treasury by regulation may prescribe", "Free, under bond",
            "Free, under bond, as prescribed in U.S. note 1 to this subchapter", "Free, under bond, as prescribed in U.S. note 2 to this subchapter",
            "Free, under the terms of U.S. note 1(b) to this subchapter", "Free, under the terms of U.S. note 1(c) to this subchapter",
        ]),
        ("a reference to other provisions is neither an amount nor a phrase that a duty can be computed from",
        [
            "See 9822.03.01", "See 9822.04.01-9822.04.03", "See 9822.04.05", "See 9822.04.10", "See 9822.04.15", "See 9822.04.20", "See 9822.04.25", "See 9822.04.30",
            "See 9822.04.35", "See 9822.04.40", "See 9822.04.45", "See 9822.04.50", "See 9822.04.65", "See 9822.05.15", "See 9822.05.20", "See 9822.06.10",
            "See 9822.08.01", "See 9822.09.17", "See 9822.09.22-9822.09.24", "See 9823.01.01-9823.01.07", "See 9823.02.01-9823.02.04", "See 9823.03.01-9823.03.12",
            "See 9823.04.01-9823.04.54", "See 9823.05.01-9823.05.06", "See 9823.06.01-9823.06.09", "See 9823.07.01-9823.07.07", "See 9823.08.01-9823.08.38",
            "See 9823.09.01-9823.09.09", "See 9823.10.01-9823.10.45", "See 9908.04.01", "See 9908.04.03", "See 9908.04.05", "See 9908.12.01", "See 9908.21.01",
            "See 9918.04.50, 9918.04.51", "See 9918.04.50, 9918.04.52", "See 9918.04.50, 9918.04.53", "See 9918.04.50, 9918.04.54", "See 9918.04.50, 9918.04.55",
            "See 9918.04.50, 9918.04.56", "See 9918.04.50, 9918.04.57", "See 9918.04.50, 9918.04.58", "See 9918.04.50, 9918.04.59", "See 9918.04.50-9918.04.59",
            "See 9918.04.60, 9918.04.61", "See 9918.04.60, 9918.04.62", "See 9918.04.60, 9918.04.63", "See 9918.04.60, 9918.04.64", "See 9918.04.60, 9918.04.65",
            "See 9918.04.60, 9918.04.66", "See 9918.04.60, 9918.04.67", "See 9918.04.60, 9918.04.68", "See 9918.04.60, 9918.04.69", "See 9918.04.60, 9918.04.79",
            "See 9918.04.60, 9918.04.80", "See 9918.04.60-9918.04.80", "See 9918.24.10-9918.24.11", "See 9919.02.01-9919.02.02", "See 9919.04.10, 9919.04.11, 9919.04.13",
            "See 9919.04.10, 9919.04.12, 99.19.04.14", "See 9919.04.40, 9919.04.41-9919.04.42", "See 9919.04.50, 9919.04.51, 9919.04.61",
            "See 9919.04.50, 9919.04.52, 9919.04.62", "See 9919.04.50, 9919.04.53, 9919.04.63", "See 9919.04.50, 9919.04.54, 9919.04.64",
            "See 9919.04.50, 9919.04.55, 9919.04.65", "See 9919.04.50, 9919.04.56, 9919.04.66", "See 9919.04.50, 9919.04.57, 9919.04.67",
            "See 9919.04.50, 9919.04.58, 9919.04.68", "See 9919.21.10, 9919.21.11-9919.21.12", "See 9921.01.01, 9921.01.02", "See U.S. note 3 to this sub- chapter",
            "See U.S. note 3(e)", "See additional U.S. note 1", "See additional U.S. note 2", "See additional U.S. note 3", "See additional U.S. note 4",
            "See additional U.S. note 5",
        ]),
        ("'8716.39.00' is not a number of at most 30 digits",
        [
            "The duty provided in subheadings 8716.39.00, 8716.90.30 or 8716.90.50 + 100%",
        ]),
        ("the rate of other provisions is not a phrase that a duty can be computed from",
        [
            "The duty rate provided for origin- ating goods of Colombia in such subheading", "The duty rate provided for originating goods of Korea in such subheading",
            "The rate provided for beneficiary countries in heading 9901.00.50",
        ]),
        ("'The rate applicable in the absence of this subheading on the cost of such parts' is not a phrase that a duty can be computed from",
        [
            "The rate applicable in the absence of this subheading on the cost of such parts",
        ]),
        ("the rate of other goods is not a phrase that a duty can be computed from",
        [
            "The rate applicable to each article in the absence of this subheading", "The rate applicable to each garment in the ensemble if entered separately",
            "The rate applicable to each garment in the ensemble if separately entered", "The rate applicable to each garment in the in the ensemble if separately entered",
            "The rate applicable to the article of which it is a part or accessory", "The rate applicable to the article of which it is an accessory",
            "The rate applicable to the complete, assembled", "The rate applicable to the complete, assembled movement",
            "The rate applicable to the natural juice in heading 2009", "The rate applicable, to each article in the absence of this subheading",
            "The rate of duty appli- cable to that article in the set subject to the high- est rate of duty",
            "The rate of duty applicable to that article in the set subject to the highest rate of duty",
        ]),
    ];
}
