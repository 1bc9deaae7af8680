extension Currency {
  /// Codes in use by the number of decimal places of an amount: ISO 4217, list one, as of 1 January 2026. Metals, bonds
  /// and codes for tests have no smallest unit and are no money here. `Tests/scripts/codes.py` compares the list with one
  /// that is not ours.
  static let inUse: [(places: Int, codes: String)] = [
    (
      0,
      """
      BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
      """
    ),
    (
      2,
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
      CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
      GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK
      LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO
      NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
      SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST
      XAD XCD XCG YER ZAR ZMW ZWG
      """
    ),
    (
      3,
      """
      BHD IQD JOD KWD LYD OMR TND
      """
    ),
    (
      4,
      """
      CLF UYW
      """
    ),
  ]

  /// Codes that were withdrawn since 1990: what was given in them stays in the accounts. Places: Unicode CLDR, where ISO no
  /// longer lists them.
  static let withdrawn: [(places: Int, codes: String)] = [
    (
      0,
      """
      ESP ITL LUF
      """
    ),
    (
      2,
      """
      ANG ATS BEF BGN CUC CYP DEM EEK FIM FRF GRD HRK IEP LTL LVL MTL NLG PTE SIT SKK SLL ZWL
      """
    ),
  ]
}
