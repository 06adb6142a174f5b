package dev.lockstile.auth.internal.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A change of a numbering plan.
 *
 * @param since the day from which only the new form is dialled, or the first day of the new form where the source names
 *     no end of the other one
 * @param source the regulator and its document
 */
record PlanChange(
        String change,
        LocalDate since,
        String source,
        Pattern pattern,
        String replacement,
        List<OlderForm> olderForms) {

    /** Area codes of three digits; the one of Buenos Aires has two, all others have four. */
    private static final String ARGENTINE_AREAS =
            "(?:22[013]|23[067]|249|26[01346]|280|29[14789]|336|34[1-358]|35[138]|362|364|37[069]|38[01357-8])";

    /** Towns of Cote d'Ivoire, as libphonenumber has them behind 27. */
    private static final String IVORIAN_AREAS = "(?:2(?:0[23]|1[2357]|2[245]|3[45]|4[3-5])|3(?:06|1[69]|[2-6]7))";

    static final List<PlanChange> ALL = List.of(
            new PlanChange(
                    "Mexico: mobile numbers lose the 1 after the country code",
                    LocalDate.of(2020, 8, 3), // in force on 3 August 2019, both forms for a year
                    "IFT, Plan Tecnico Fundamental de Numeracion, DOF 11 May 2018",
                    "\\+521(\\d{10})",
                    "+52$1",
                    new OlderForm("\\+52(\\d{10})", "+521$1")),
            new PlanChange(
                    "Mexico: 01, 044 and 045 are not dialled before a number",
                    LocalDate.of(2020, 8, 3), // in force on 3 August 2019, both forms for a year
                    "IFT, Plan Tecnico Fundamental de Numeracion, DOF 11 May 2018",
                    "\\+520(?:1|44|45)(\\d{10})",
                    "+52$1",
                    new OlderForm("\\+52(\\d{10})", "+5201$1"),
                    new OlderForm("\\+52(\\d{10})", "+52044$1"),
                    new OlderForm("\\+52(\\d{10})", "+52045$1")),
            new PlanChange(
                    "Argentina: the trunk 0 after the mobile 9 is not dialled from abroad",
                    LocalDate.of(1999, 1, 24),
                    "Plan Fundamental de Numeracion Nacional, Resolucion SC 46/97",
                    "\\+5490(\\d{10})",
                    "+549$1",
                    new OlderForm("\\+549(\\d{10})", "+5490$1")),
            new PlanChange(
                    "Argentina: the local 15 of Buenos Aires is not dialled after the mobile 9",
                    LocalDate.of(1999, 1, 24),
                    "Plan Fundamental de Numeracion Nacional, Resolucion SC 46/97",
                    "\\+549?1115(\\d{8})",
                    "+54911$1",
                    new OlderForm("\\+54911(\\d{8})", "+5491115$1"),
                    new OlderForm("\\+54911(\\d{8})", "+541115$1")),
            new PlanChange(
                    "Brazil: mobile numbers begin with a ninth digit, 9; those of trunked radio (70, 77 to 79) do not",
                    LocalDate.of(2016, 11, 16), // of the last area codes, 41 to 55; in force on 6 November 2016
                    "Anatel, Resolucao 553 of 14 December 2010, Oficio Circular 4/2015-ORCN/SOR",
                    "\\+55([1-9][1-9])((?!7[0789])[6-9]\\d{7})",
                    "+55$19$2",
                    new OlderForm("\\+55([1-9][1-9])9((?!7[0789])[6-9]\\d{7})", "+55$1$2")),
            new PlanChange(
                    "Cote d'Ivoire: mobile numbers of Moov get 01",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, nouveau plan national de numerotation a dix chiffres, 28 July 2020",
                    "\\+225([014-9][0-3]\\d{6})",
                    "+22501$1",
                    new OlderForm("\\+22501(\\d{8})", "+225$1")),
            new PlanChange(
                    "Cote d'Ivoire: mobile numbers of MTN get 05",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, nouveau plan national de numerotation a dix chiffres, 28 July 2020",
                    "\\+225([014-9][4-6]\\d{6})",
                    "+22505$1",
                    new OlderForm("\\+22505(\\d{8})", "+225$1")),
            new PlanChange(
                    "Cote d'Ivoire: mobile numbers of Orange get 07",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, nouveau plan national de numerotation a dix chiffres, 28 July 2020",
                    "\\+225([014-9][7-9]\\d{6})",
                    "+22507$1",
                    new OlderForm("\\+22507(\\d{8})", "+225$1")),
            new PlanChange(
                    "Cote d'Ivoire: fixed numbers of Orange get 27",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, nouveau plan national de numerotation a dix chiffres, 28 July 2020",
                    "\\+225(" + IVORIAN_AREAS + "\\d{5})",
                    "+22527$1",
                    new OlderForm("\\+22527(" + IVORIAN_AREAS + "\\d{5})", "+225$1")),
            new PlanChange(
                    "Gabon: mobile numbers of Libertis and Moov get 6",
                    LocalDate.of(2019, 11, 15),
                    "ARCEP Gabon, plan national de numerotation a neuf chiffres",
                    "\\+2410?([256]\\d{6})",
                    "+2416$1",
                    new OlderForm("\\+2416([256]\\d{6})", "+2410$1"),
                    new OlderForm("\\+2416([256]\\d{6})", "+241$1")),
            new PlanChange(
                    "Gabon: mobile numbers of Airtel get 7",
                    LocalDate.of(2019, 11, 15),
                    "ARCEP Gabon, plan national de numerotation a neuf chiffres",
                    "\\+2410?([47]\\d{6})",
                    "+2417$1",
                    new OlderForm("\\+2417([47]\\d{6})", "+2410$1"),
                    new OlderForm("\\+2417([47]\\d{6})", "+241$1")),
            new PlanChange(
                    "Argentina: the local 15 after an area code of three digits is not dialled after the mobile 9",
                    LocalDate.of(1999, 1, 24),
                    "Plan Fundamental de Numeracion Nacional, Resolucion SC 46/97",
                    "\\+549?(" + ARGENTINE_AREAS + ")15(\\d{7})",
                    "+549$1$2",
                    new OlderForm("\\+549(" + ARGENTINE_AREAS + ")(\\d{7})", "+549$115$2"),
                    new OlderForm("\\+549(" + ARGENTINE_AREAS + ")(\\d{7})", "+54$115$2")),
            new PlanChange(
                    "Argentina: the local 15 after an area code of four digits is not dialled after the mobile 9",
                    LocalDate.of(1999, 1, 24),
                    "Plan Fundamental de Numeracion Nacional, Resolucion SC 46/97",
                    "\\+549?(?!" + ARGENTINE_AREAS + ")([23]\\d{3})15(\\d{6})",
                    "+549$1$2",
                    new OlderForm("\\+549(?!" + ARGENTINE_AREAS + ")([23]\\d{3})(\\d{6})", "+549$115$2"),
                    new OlderForm("\\+549(?!" + ARGENTINE_AREAS + ")([23]\\d{3})(\\d{6})", "+54$115$2")),
            new PlanChange(
                    "Benin: all numbers get 01",
                    LocalDate.of(2024, 11, 30), // both forms for about a month
                    "ARCEP Benin, plan national de numerotation a dix chiffres",
                    "\\+229(\\d{8})",
                    "+22901$1",
                    new OlderForm("\\+22901(\\d{8})", "+229$1")),
            new PlanChange(
                    "Cameroon: mobile numbers get 6",
                    LocalDate.of(2014, 11, 22), // from midnight of 21 November
                    "ART Cameroun, plan national de numerotation a neuf chiffres, 25 September 2014",
                    "\\+237([579]\\d{7})",
                    "+2376$1",
                    new OlderForm("\\+2376([579]\\d{7})", "+237$1")),
            new PlanChange(
                    "Mauritius: mobile numbers get 5",
                    LocalDate.of(2013, 9, 1),
                    "ICTA Mauritius, Decision of 11 February 2013 on migration from seven to eight digits",
                    "\\+230([79]\\d{6})",
                    "+2305$1",
                    new OlderForm("\\+2305([79]\\d{6})", "+230$1")),
            vietnam("120", "70"),
            vietnam("121", "79"),
            vietnam("122", "77"),
            vietnam("126", "76"),
            vietnam("128", "78"),
            vietnam("123", "83"),
            vietnam("124", "84"),
            vietnam("125", "85"),
            vietnam("127", "81"),
            vietnam("129", "82"),
            vietnam("16(?=[2-9])", "3"),
            vietnam("18(?=[68])", "5"),
            vietnam("199", "59"));

    private PlanChange(
            String change,
            LocalDate since,
            String source,
            String pattern,
            String replacement,
            OlderForm... olderForms) {
        this(change, since, source, Pattern.compile(pattern), replacement, List.of(olderForms));
    }

    /** Mobile numbers of ten digits became numbers of nine. */
    private static PlanChange vietnam(String old, String now) {
        String kept = old.replaceFirst("^.*\\(\\?=(.*)\\)$", "$1");
        boolean whole = kept.equals(old);
        return new PlanChange(
                "Viet Nam: mobile numbers of " + old.substring(0, 2) + " get " + now,
                LocalDate.of(2018, 11, 15),
                "Ministry of Information and Communications, Circular 22/2014/TT-BTTTT and plan of 29 May 2018",
                "\\+84" + old + "(\\d{" + (whole ? 7 : 8) + "})",
                "+84" + now + "$1",
                new OlderForm(
                        "\\+84" + now + (whole ? "" : "(?=" + kept + ")") + "(\\d{" + (whole ? 7 : 8) + "})",
                        "+84" + old.replaceFirst("\\(.*", "") + "$1"));
    }

    /** The way back from a number of today's plan. */
    record OlderForm(Pattern current, String replacement) {

        OlderForm(String current, String replacement) {
            this(Pattern.compile(current), replacement);
        }
    }
}
