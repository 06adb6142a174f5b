package dev.lockstile.auth.imports.source;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.net.IDN;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How an old system may have written an identifier. Too many rows do no harm: the mapping tells which of them has it.
 *
 * @param names in lower case, for columns of addresses and user names
 * @param numbers digits and {@code +} alone, for columns of phone numbers
 */
record NameTexts(Set<String> names, Set<String> numbers) {

    static NameTexts of(Collection<Identifier> identifiers) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (Identifier identifier : identifiers) {
            if (identifier.kind() == IdentifierKind.PHONE) {
                addNumber(identifier.value(), numbers);
            } else {
                addName(identifier, names);
            }
        }
        return new NameTexts(names, numbers);
    }

    private static void addName(Identifier identifier, Set<String> names) {
        String name = identifier.value().toLowerCase(Locale.ROOT);
        names.add(name);
        int at = name.lastIndexOf('@');
        if (identifier.kind() == IdentifierKind.EMAIL && at > 0) {
            names.add(name.substring(0, at + 1) + IDN.toUnicode(name.substring(at + 1)));
        }
    }

    /** In E.164, without the sign, with the international prefix, and as the country itself writes it. */
    private static void addNumber(String e164, Set<String> numbers) {
        String digits = e164.substring(1);
        numbers.add(e164);
        numbers.add(digits);
        numbers.add("00" + digits);
        try {
            PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
            PhoneNumber number = plans.parse(e164, null);
            numbers.add(plans.getNationalSignificantNumber(number));
            numbers.add(plans.format(number, PhoneNumberUtil.PhoneNumberFormat.NATIONAL)
                    .replaceAll("[^0-9]", ""));
        } catch (NumberParseException e) {
            numbers.remove(""); // a number of no plan: its digits are all there is
        }
    }
}
