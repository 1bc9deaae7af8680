/// Every number that the note prints or that follows from one: the partnership that keeps it, the record, the paragraph
/// it stands in, its value and how exact it is. `-` is a number the note gives in words alone.
enum EveryNumberOfTheNote {
  struct Number: Sendable, Hashable {
    let partnership: String
    let record: String
    let paragraph: String
    let value: String
    let qualifier: String
  }

  static let all: [Number] = table.split(separator: "\n").map { line in
    let words = line.split(separator: " ").map(String.init)
    return Number(
      partnership: words[0], record: words[1], paragraph: words[2], value: words[3] == "-" ? "" : words[3],
      qualifier: words[4])
  }

  private static let table =
    """
    gmp n1-session-number N1 1 exact
    gmp n1-session-dates N1 2010-06-07/2010-06-11 exact
    gmp n2-decision N2 25/5 exact
    gmp n2-paragraph N2 25 exact
    gmp n3-inf-7-symbol N3 UNEP(DTIE)/Hg/Partnership.1/INF/7 exact
    gmp n3-inf-7-date N3 2008-03 exact
    gmp n3-meeting-days N3 2010-09-21/2010-09-22 inferred
    gmp n3-views N3 3 exact
    gmp n4-functions N4a 3 exact
    gmp n4-mention-modes N4c 3 exact
    gmp n4-domains N4e 5 at-least
    gmp n4-partners N4f 70 more-than
    gmp n6-decision N6 25/5 exact
    gmp n6-interim-types N6 3 at-least
    gmp fstar-symbol F* UNEP(DTIE)/Hg/INC.2/1 exact
    gmp a1-late-1980s A1 - about
    gmp a1-early-1990s A1 - about
    gmp a2-main-sectors A2 3 exact
    gmp a2-other-sectors A2 3 at-least
    gmp a4-years A4 20 about
    gmp a4-unced A4 1992 exact
    gmp a4-wssd A4 2002 exact
    gmp a4-unep-private A4 1992 exact
    gmp a4-pcfv A4 2002 exact
    gmp a4-saicm A4 2006 exact
    gmp f1-resolution F1 60/215 exact
    gmp f1-date F1 2005-12-22 exact
    gmp f1-shares F1 4 exact
    gmp a6-framework A6 2008 exact
    gmp a6-media A6a 3 exact
    gmp a6-components A6 4 exact
    gmp a6-areas A6b 7 exact
    gmp a6-partners A6d 70 exact
    gmp a8-strengths A8 5 at-least
    gmp a9-decision A9 25/5 exact
    gmp f2-par-20 F2 20 exact
    gmp f2-par-24 F2 24 exact
    gmp f2-par-34 F2 34 exact
    gmp f2-par-35 F2 35 exact
    gmp a12-launched A12 2008 exact
    gmp a14-ddt A14 2009 exact
    gmp a14-basel A14 2002 exact
    gmp a15-mou A15 1999 exact
    gmp a16-who-share A16 20 exact
    gmp a16-donor-share A16 80 exact
    gmp a18-decision A18 25/5 exact
    gmp a18-paragraph A18 25 exact
    gmp a18-meanings A18 2 exact
    gmp a20-domains A20 5 at-least
    gmp a21-chapter A21 III exact
    gmp a22-ways A22 2 exact
    gmp a23-options A23 3 exact
    gmp a28-principles A28 6 exact
    gmp a31-examples A31 2 at-least
    gmp a35-p3-grade A35 P-3 exact
    gmp a35-p3-date A35 2009-05 exact
    gmp a35-p4-grade A35 P-4 exact
    gmp a35-p4-date A35 2007-02 exact
    gmp a36-cycle A36 2009-01-01/2010-06-30 exact
    gmp a36-created A36 2005 exact
    gmp a38-means A38 2 at-least
    gmp a43-domains A43 5 at-least
    gmp a44-partners A44 70 more-than
    basel a14-basel A14 2002 exact
    basel p1-since P1 2002 exact
    basel p1-decision P1 VI/32 exact
    basel p1-plan P1 10 exact
    basel p1-in-force P1 1992 exact
    basel p1-themes P1 4 at-least
    ddt a14-ddt A14 2009 exact
    ddt p2-owners P2 2 exact
    ddt p2-start P2 2009 exact
    ddt p2-end P2 2015 exact
    ddt p2-gef P2 32000000 exact
    ddt p2-other P2 45000000 estimated
    ddt p2-adopted P2 2000 exact
    ddt programme-total P2 77000000 estimated
    ddt gef-share P2 41.6 estimated
    fsc p3-members-about P3 700 about
    fsc p3-members-more P3 700 more-than
    fsc p3-assembly P3 1993 exact
    fsc p3-area P3 100000000 about
    fsc p3-countries P3 70 more-than
    fsc p3-products P3 - about
    fsc p3-initiatives P3 50 exact
    gard p4-members P4 80 exact
    gard p4-launch P4 2006-03 exact
    pcfv p5-members P5 110 about
    pcfv p5-goals P5 3 exact
    pcfv p5-launch P5 2002 exact
    tfi a16-who-share A16 20 exact
    tfi a16-donor-share A16 80 exact
    tfi p6-launch P6 1998 exact
    tfi p6-in-force P6 2005 exact
    traffic a15-mou A15 1999 exact
    traffic p7-created P7 1976 exact
    traffic p7-cites P7 1975 exact
    traffic p7-mou P7 1999 exact
    traffic p7-founders P7 2 exact
    traffic p7-staff P7 100 about
    traffic p7-countries P7 30 exact
    """
}
