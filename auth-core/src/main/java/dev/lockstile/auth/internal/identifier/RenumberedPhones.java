package dev.lockstile.auth.internal.identifier;

import java.util.List;

/**
 * Numbers of numbering plans that have changed: the old form of a number stands for the same line as the new one, so
 * both are read as the new one. Each rule has the day from which only the new form is dialled, and its source.
 */
public final class RenumberedPhones {

    private RenumberedPhones() {}

    /** {@return the number in today's plan} A number that no rule names stays as it is. */
    public static String current(String e164) {
        return PlanChange.ALL.stream()
                .filter(rule -> rule.pattern().matcher(e164).matches())
                .findFirst()
                .map(rule -> rule.pattern().matcher(e164).replaceFirst(rule.replacement()))
                .orElse(e164);
    }

    /** {@return the forms that older plans gave a number of today's plan} Empty where no rule leads to it. */
    public static List<String> olderForms(String e164) {
        return PlanChange.ALL.stream()
                .flatMap(rule -> rule.olderForms().stream())
                .filter(form -> form.current().matcher(e164).matches())
                .map(form -> form.current().matcher(e164).replaceFirst(form.replacement()))
                .filter(form -> current(form).equals(e164))
                .distinct()
                .toList();
    }
}
