package dev.lockstile.auth.internal.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers of numbering plans that have changed: the old form of a number stands for the same line as the new one, so
 * both are read as the new one. Each rule has the day from which only the new form is dialled, and its source.
 */
public final class RenumberedPhones {

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "Mexico: mobile numbers lose the 1 after the country code",
                    LocalDate.of(2019, 8, 3),
                    "IFT, Plan Tecnico Fundamental de Numeracion, DOF 11 May 2018",
                    "\\+521(\\d{10})",
                    "+52$1",
                    new OlderForm("\\+52(\\d{10})", "+521$1")),
            new Rule(
                    "Argentina: the trunk 0 after the mobile 9 is not dialled from abroad",
                    LocalDate.of(1999, 1, 24),
                    "Plan Fundamental de Numeracion Nacional, Resolucion SC 46/97",
                    "\\+5490(\\d{10})",
                    "+549$1",
                    new OlderForm("\\+549(\\d{10})", "+5490$1")),
            new Rule(
                    "Argentina: the local 15 of Buenos Aires is not dialled after the mobile 9",
                    LocalDate.of(1999, 1, 24),
                    "Plan Fundamental de Numeracion Nacional, Resolucion SC 46/97",
                    "\\+549?1115(\\d{8})",
                    "+54911$1",
                    new OlderForm("\\+54911(\\d{8})", "+5491115$1"),
                    new OlderForm("\\+54911(\\d{8})", "+541115$1")),
            new Rule(
                    "Brazil: mobile numbers begin with a ninth digit, 9",
                    LocalDate.of(2016, 11, 6),
                    "Anatel, Resolucao 553/2010",
                    "\\+55([1-9][1-9])([6-9]\\d{7})",
                    "+55$19$2",
                    new OlderForm("\\+55([1-9][1-9])9([6-9]\\d{7})", "+55$1$2")),
            new Rule(
                    "Cote d'Ivoire: mobile numbers of Moov get 01",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, Plan national de numerotation",
                    "\\+225([014-9][0-3]\\d{6})",
                    "+22501$1",
                    new OlderForm("\\+22501(\\d{8})", "+225$1")),
            new Rule(
                    "Cote d'Ivoire: mobile numbers of MTN get 05",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, Plan national de numerotation",
                    "\\+225([014-9][4-6]\\d{6})",
                    "+22505$1",
                    new OlderForm("\\+22505(\\d{8})", "+225$1")),
            new Rule(
                    "Cote d'Ivoire: mobile numbers of Orange get 07",
                    LocalDate.of(2021, 1, 31),
                    "ARTCI, Plan national de numerotation",
                    "\\+225([014-9][7-9]\\d{6})",
                    "+22507$1",
                    new OlderForm("\\+22507(\\d{8})", "+225$1")));

    private RenumberedPhones() {}

    /** {@return the number in today's plan} A number that no rule names stays as it is. */
    public static String current(String e164) {
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(e164).matches())
                .findFirst()
                .map(rule -> rule.pattern().matcher(e164).replaceFirst(rule.replacement()))
                .orElse(e164);
    }

    /** {@return the forms that older plans gave a number of today's plan} Empty where no rule leads to it. */
    public static List<String> olderForms(String e164) {
        return RULES.stream()
                .flatMap(rule -> rule.olderForms().stream())
                .filter(form -> form.current().matcher(e164).matches())
                .map(form -> form.current().matcher(e164).replaceFirst(form.replacement()))
                .filter(form -> current(form).equals(e164))
                .distinct()
                .toList();
    }

    /** The way back from a number of today's plan. */
    private record OlderForm(Pattern current, String replacement) {

        OlderForm(String current, String replacement) {
            this(Pattern.compile(current), replacement);
        }
    }

    /**
     * A change of a plan.
     *
     * @param since the day from which only the new form is dialled
     * @param source where the plan was published
     */
    private record Rule(
            String change,
            LocalDate since,
            String source,
            Pattern pattern,
            String replacement,
            List<OlderForm> olderForms) {

        Rule(
                String change,
                LocalDate since,
                String source,
                String pattern,
                String replacement,
                OlderForm... olderForms) {
            this(change, since, source, Pattern.compile(pattern), replacement, List.of(olderForms));
        }
    }
}
