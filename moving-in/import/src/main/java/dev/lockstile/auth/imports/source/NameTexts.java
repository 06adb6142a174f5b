package dev.lockstile.auth.imports.source;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.lockstile.auth.account.PhoneNumbers;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Possible spellings of identifiers in a source system. Rows found by a wrong spelling do no harm, since the mapping
 * compares their identifiers.
 *
 * @param names in lower case, for columns of addresses and user names
 * @param numbers digits and {@code +} alone, for columns of phone numbers
 */
public record NameTexts(Set<String> names, Set<String> numbers) {

    /** Zero in ASCII, Arabic, Persian, Devanagari and full-width digits. */
    private static final List<Integer> ZEROS = List.of((int) '0', 0x660, 0x6f0, 0x966, 0xff10);

    /**
     * Copies the texts.
     *
     * @param names in lower case
     * @param numbers digits and {@code +} alone
     */
    public NameTexts {
        names = Set.copyOf(names);
        numbers = Set.copyOf(numbers);
    }

    /**
     * {@return the possible spellings of these identifiers}
     *
     * @param identifiers in canonical form
     */
    public static NameTexts of(Collection<Identifier> identifiers) {
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
        spellings(identifier.value(), names);
        int at = identifier.value().lastIndexOf('@');
        if (identifier.kind() == IdentifierKind.EMAIL && at > 0) {
            String domain = IDN.toUnicode(identifier.value().substring(at + 1));
            spellings(identifier.value().substring(0, at + 1) + domain, names);
        }
    }

    /**
     * Adds letters with accents in both forms of Unicode, and in the lower case of a database that knows ASCII alone.
     */
    private static void spellings(String name, Set<String> names) {
        for (Form form : List.of(Form.NFC, Form.NFD)) {
            String spelled = Normalizer.normalize(name, form);
            names.add(spelled.toLowerCase(Locale.ROOT));
            names.add(asciiLower(spelled.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT)));
            names.add(asciiLower(spelled));
        }
    }

    private static String asciiLower(String text) {
        return text.codePoints()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the texts in upper case, for columns that have names so. */
    Set<String> upperNames() {
        Set<String> upper = new LinkedHashSet<>();
        names.forEach(name -> upper.add(name.toUpperCase(Locale.ROOT)));
        return upper;
    }

    /** Adds the number in its present form, and in those of older numbering plans. */
    private static void addNumber(String e164, Set<String> numbers) {
        Set<String> plain = new LinkedHashSet<>();
        addForms(e164, e164, plain);
        PhoneNumbers.olderForms(e164).forEach(old -> addForms(old, e164, plain));
        plain.remove("");
        for (int zero : ZEROS) {
            plain.forEach(number -> numbers.add(inDigits(number, zero)));
        }
    }

    /**
     * Adds a number in E.164, without the sign, with the international prefix, as its country writes it, and with the
     * zero of that form after the country code, as in {@code +33 (0)6}.
     */
    private static void addForms(String e164, String current, Set<String> numbers) {
        String digits = e164.substring(1);
        numbers.add(e164);
        numbers.add(digits);
        numbers.add("00" + digits);
        try {
            PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
            int code = plans.parse(current, null).getCountryCode();
            String local = digits.substring(String.valueOf(code).length());
            numbers.add(local);
            List.of("0", "+" + code + "0", code + "0", "00" + code + "0").forEach(front -> numbers.add(front + local));
            PhoneNumber number = plans.parse(e164, null);
            String significant = plans.getNationalSignificantNumber(number);
            numbers.add(significant);
            numbers.add("+" + code + "0" + significant);
            numbers.add(code + "0" + significant);
            numbers.add("00" + code + "0" + significant);
            numbers.add(plans.format(number, PhoneNumberUtil.PhoneNumberFormat.NATIONAL)
                    .replaceAll("[^0-9]", ""));
        } catch (NumberParseException e) {
            numbers.remove(""); // not a number of any country: its digits remain
        }
    }

    private static String inDigits(String number, int zero) {
        return number.codePoints()
                .map(c -> c >= '0' && c <= '9' ? zero + (c - '0') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
