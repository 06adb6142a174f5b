package dev.lockstile.auth.internal.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spelling of one phone number. Digits are joined only over what people write within one number: spaces, hyphens,
 * brackets in front of other digits, the slash after an area code, and full stops between groups. A decimal fraction,
 * scientific notation, a date, an extension, a second number, and a {@code +} in front of a trunk prefix make the text
 * no number.
 */
public final class PhoneText {

    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().\\-/]{3,40}");
    private static final Pattern SLASHED = Pattern.compile("(\\+|0)[0-9 ()\\-]{1,16}/[0-9 \\-]{3,}");
    private static final Pattern GROUPS =
            Pattern.compile("\\+?[0-9 ()]+(\\.[0-9]{2,}){2,}|\\+[0-9]{1,3}\\.[0-9](\\.[0-9]{2}){4}");
    private static final Pattern TWO_GROUPS = Pattern.compile("\\+?[0-9 ()]+\\.(?!0+$)[0-9 \\-]{3,}");
    /** The code of a country in brackets together with its sign. */
    private static final Pattern SIGN_IN_BRACKETS = Pattern.compile("^\\(\\+ ?([0-9]{1,3})\\)");
    /** Digits behind the number in brackets. */
    private static final Pattern TAIL = Pattern.compile("[^)]*[0-9][^)]*\\([0-9 ]*\\)[^0-9]*");
    /** Digits behind the only hyphen with blanks around it: often a second number, or an extension. */
    private static final Pattern BEHIND_HYPHEN = Pattern.compile("((?!.* - .* - )(?:[^0-9]*[0-9]){8,}) - [0-9]{1,4} *");
    /** Ukraine's code as people write it: {@code +3 8 (050)}, the trunk prefix among its digits. */
    private static final Pattern UKRAINE = Pattern.compile("^\\+ ?3[ -]?8[ -]?(?=\\(?0[0-9]{2}\\D)");

    /** A trunk prefix with the sign of a country's code, as {@code +8} in Russia. Only 1 and 7 are codes of one digit. */
    private static final Pattern NO_COUNTRY = Pattern.compile("\\+[ (]*[2-689][^0-9].*");

    private static final Pattern DATE = Pattern.compile("(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]");

    /** What is dialled within the country alone, and what stands in place of {@code +}. */
    private static final Pattern TRUNK = Pattern.compile("^00|\\(0\\)");

    private static final Pattern E164 = Pattern.compile("\\+[0-9]{6,15}");

    private static final int LONGEST = 200;
    private static final int LONGEST_AREA = 6;
    private static final int MINUS_SIGN = 0x2212;
    private static final int WIDE_PLUS = 0xff0b;

    private PhoneText() {}

    /**
     * {@return the text with ASCII digits and signs, without invisible characters} Empty where it is not one number.
     */
    public static Optional<String> written(String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(PhoneText::isOfNoNumber)) {
            return Optional.empty();
        }
        String plain = plain(text.strip()).replaceFirst("^(?i)tel:", "").strip();
        plain = SIGN_IN_BRACKETS.matcher(plain).replaceFirst("+$1 ");
        plain = UKRAINE.matcher(plain).replaceFirst("+38 ");
        boolean one = WRITTEN.matcher(plain).matches()
                && !TAIL.matcher(plain).matches()
                && !isTwo(plain)
                && !NO_COUNTRY.matcher(plain).matches()
                && !DATE.matcher(plain).matches()
                && (plain.indexOf('/') < 0 || isAreaCode(plain))
                && (plain.indexOf('.') < 0
                        || GROUPS.matcher(plain).matches()
                        || TWO_GROUPS.matcher(plain).matches());
        return one ? Optional.of(plain) : Optional.empty();
    }

    /** A letter that stands in no number, nor in the {@code tel:} before one. */
    private static boolean isOfNoNumber(int letter) {
        int lower = letter | 0x20;
        return letter == '@' || lower >= 'a' && lower <= 'z' && "tel".indexOf(lower) < 0;
    }

    /** {@return the number in the groups of its country} A text that is no E.164 number stays as it is. */
    public static String grouped(String text) {
        if (!E164.matcher(text).matches()) {
            return text;
        }
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            return plans.format(plans.parse(text, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return text;
        }
    }

    /** False where what stands before the hyphen is no number, and all together is one. */
    private static boolean isTwo(String plain) {
        Matcher parts = BEHIND_HYPHEN.matcher(plain);
        return parts.matches() && !(plain.startsWith("+") && isValid(plain) && !isValid(parts.group(1)));
    }

    private static boolean isValid(String number) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            return plans.isValidNumber(plans.parse(number, null));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isAreaCode(String plain) {
        String before = TRUNK.matcher(plain.substring(0, plain.indexOf('/'))).replaceAll("");
        return SLASHED.matcher(plain).matches()
                && before.chars().filter(Character::isDigit).count() <= LONGEST_AREA;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(PhoneText::ascii)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int ascii(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(codePoint, 10);
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> codePoint == MINUS_SIGN ? '-' : codePoint == WIDE_PLUS ? '+' : codePoint;
        };
    }
}
